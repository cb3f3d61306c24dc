import { expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as later from './en/later.js';

const SRC = join(import.meta.dirname, '..');
const FILES = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
  (name) => /\.tsx?$/.test(name) && !name.includes('.spec.') && !name.startsWith('locales/'),
);

/** Folders of screens whose route loads the later words with the screen. */
const routed = ['screens.ts', 'routes.tsx'].flatMap((name) =>
  [...readFileSync(join(SRC, name), 'utf8').matchAll(/import\('\.\/(screens\/[\w-]+)\/.*'\)(?!.*early)/g)].map(
    ([, folder = '']) => folder,
  ),
);
const OF_MODULES = FILES.filter((name) => /^screens\/[\w-]+\/module\.tsx$/.test(name)).map(dirname);
const SAYING = new Set([...routed, ...OF_MODULES]);
/** Screens before the shell, which have no route: what loads one awaits its words. */
const BEFORE_SHELL = [
  ...readFileSync(join(SRC, 'shell/pending-step.tsx'), 'utf8').matchAll(
    /import\('\.\.\/(screens\/[\w/-]+)\.js'\)\);\s+return \{ default: \(await speaking\(/g,
  ),
].map(([, name]) => `${name}.tsx`);
/** Folders of parts: what loads one awaits its words, wherever it is loaded. */
const PARTS = FILES.flatMap((name) =>
  [
    ...readFileSync(join(SRC, name), 'utf8').matchAll(
      /\bparts?(?:<[^>]*>)?\(\s*\(\) => speaking\(import\('(\.[./\w-]*\/[\w-]+)\/[\w-]+\.js'\)\)/g,
    ),
  ].map(([, folder = '']) => `${join(dirname(name), folder)}/`),
);

/** Of the table of screens those rows that do not bring their words. */
const textOf = (name: string) => {
  const text = readFileSync(join(SRC, name), 'utf8');
  return name === 'screens.ts' ? text.replaceAll(/import\('.*'\)(?!.*early)/g, '') : text;
};

it('words that are loaded with their screens are said by no other screen', () => {
  const names = Object.keys(later).join('|');
  const says = new RegExp(`\\bt\\(\\s*(?:[^'\`]*\\? )?['\`](?:${names})\\.`);
  const elsewhere = FILES.filter((name) => !SAYING.has(name.split('/').slice(0, 2).join('/')))
    .filter((name) => !BEFORE_SHELL.includes(name) && !PARTS.some((folder) => name.startsWith(folder)))
    .filter((name) => says.test(readFileSync(join(SRC, name), 'utf8')));
  const unspoken = FILES.filter((name) => PARTS.every((folder) => !name.startsWith(folder))).filter((name) =>
    [...textOf(name).matchAll(/(?<!speaking\(|saying\(\(\) => )import\('(\.[./\w-]*\/)[\w-]+\.js'\)/g)].some(
      ([, folder = '']) => PARTS.includes(join(dirname(name), folder)),
    ),
  );
  expect(unspoken).toEqual([]);
  expect(SAYING.size).toBeGreaterThan(3);
  expect(elsewhere).toEqual([]);
});
