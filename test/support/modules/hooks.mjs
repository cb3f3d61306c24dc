/** How Node finds and reads the repository's TypeScript in a test: a file of this house by its source, anything else as ever. */
import { readFileSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile } from './compile.cjs';

const ROOT = new URL('../../../', import.meta.url).href;
const GLOBALS = new URL('./jest-globals.mjs', import.meta.url).href;
let folder;

export function initialize(data) {
  folder = data.folder;
}

export function resolve(specifier, context, next) {
  if (specifier === '@jest/globals') return found(GLOBALS);
  const source = specifier.startsWith('#') ? libOf(specifier) : sourceOf(specifier, context.parentURL);
  return source ? found(source) : next(specifier, context);
}

const found = (url) => ({ url, format: 'module', shortCircuit: true });

/** `#calls`, or `#calls/rules`. */
function libOf(specifier) {
  const [lib, entry = 'index'] = specifier.slice(1).split('/');
  if (lib === 'api') return `${ROOT}apps/api/src/door.ts`;
  return `${ROOT}libs/${lib}/src/${entry}.ts`;
}

/** What `./x.js` or `./x` means where `x.ts` or `x.tsx` lies. */
function sourceOf(specifier, parent) {
  if (!/^(\.{1,2}\/|file:)/.test(specifier)) return undefined;
  const url = new URL(specifier, parent);
  if (!url.href.startsWith(ROOT) || /\/node_modules\/|\.[cm]js$|\.json$/.test(url.pathname)) return undefined;
  const stem = url.href.slice(0, url.href.length - url.search.length).replace(/\.(js|tsx?)$/, '');
  const path = [`${stem}.ts`, `${stem}.tsx`, `${stem}/index.ts`].find(isFile);
  return path && path + url.search;
}

const isFile = (href) => statSync(fileURLToPath(href), { throwIfNoEntry: false })?.isFile();

export function load(url, context, next) {
  const extension = extname(new URL(url).pathname);
  if (extension !== '.ts' && extension !== '.tsx') return next(url, context);
  const file = fileURLToPath(url);
  return { format: 'module', source: compile(file, readFileSync(file, 'utf8'), folder), shortCircuit: true };
}
