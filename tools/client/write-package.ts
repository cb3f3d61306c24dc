import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { usualRefusals } from '#contracts';
import { readRoutes } from './read-routes.js';
import { writeClient, writeRefusals, writeTypes } from './write-client.rules.js';

export const PACKAGE = '@shouwen/client';

/** What of the client is written by hand: it has to be found in the checkout, beside this file's source. */
const RUNTIME = ['again.rules.ts', 'form.ts', 'problems.ts', 'transport.ts'];

const INDEX = `export { Shouwen } from './client.js';
export { refusedWith } from './refused-with.js';
export type { Refusals } from './refusals.js';
export * from './types.js';
export { ShouwenRefusal, ShouwenUnreachable } from './runtime/problems.js';
export type { RefusalBody, Said } from './runtime/problems.js';
export type { CallOptions, ShouwenOptions } from './runtime/transport.js';
`;

const REFUSED_WITH = `import { type Refusals } from './refusals.js';
import { ShouwenRefusal } from './runtime/problems.js';

/** Whether this route refused with one of these codes; one that the route does not declare does not compile. */
export function refusedWith<R extends keyof Refusals, C extends Refusals[R]>(
  error: unknown,
  route: R,
  ...codes: C[]
): error is ShouwenRefusal<C> {
  return error instanceof ShouwenRefusal && error.route === route && codes.some((code) => code === error.code);
}
`;

/**
 * Writes the client as a package that `npm pack` takes: sources from the declaration of the routes, compiled, with their types.
 *
 * @param root of the checkout
 * @throws where what was written does not compile
 */
export function writeClientPackage(root: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  mkdirSync(join(to, 'src/runtime'), { recursive: true });
  for (const file of RUNTIME) cpSync(join(root, 'tools/client/runtime', file), join(to, 'src/runtime', file));
  const { routes, schemas } = readRoutes();
  const written = {
    'src/types.ts': writeTypes(schemas),
    'src/refusals.ts': writeRefusals(routes, ({ declared }) => usualRefusals(declared)),
    'src/client.ts': writeClient(routes),
    'src/refused-with.ts': REFUSED_WITH,
    'src/index.ts': INDEX,
    'package.json': packageJson(root),
    'tsconfig.json': TSCONFIG,
  };
  for (const [file, text] of Object.entries(written)) writeFileSync(join(to, file), text);
  cpSync(join(root, 'tools/client/README.md'), join(to, 'README.md'));
  cpSync(join(root, 'LICENSE'), join(to, 'LICENSE'));
  compile(root, to);
}

function packageJson(root: string): string {
  const { version, license } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, string>;
  const entry = { types: './lib/index.d.ts', default: './lib/index.js' };
  const about = {
    ...{ name: PACKAGE, version, license, type: 'module' },
    description: 'The API of Shouwen, typed: a method for each route',
    ...{ exports: { '.': entry }, types: entry.types },
    ...{ files: ['lib', 'src', 'README.md', 'LICENSE'], sideEffects: false, engines: { node: '>=20' } },
  };
  return `${JSON.stringify(about, null, 2)}\n`;
}

const TSCONFIG = JSON.stringify({
  compilerOptions: {
    ...{ target: 'ES2022', lib: ['ES2023', 'DOM', 'DOM.Iterable', 'DOM.AsyncIterable'], types: [] },
    ...{ module: 'NodeNext', moduleResolution: 'NodeNext', rootDir: 'src', outDir: 'lib' },
    ...{ strict: true, noUncheckedIndexedAccess: true, declaration: true, sourceMap: true },
  },
  include: ['src'],
});

function compile(root: string, to: string): void {
  const compilers = ['typescript-native', 'typescript'].map((name) => join(root, 'node_modules', name, 'bin/tsc'));
  const tsc = compilers.find((file) => existsSync(file));
  if (tsc === undefined) throw new Error('The compiler is not installed: run npm install in the checkout.');
  const { status, stdout, stderr } = spawnSync(process.execPath, [tsc, '-p', join(to, 'tsconfig.json')], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The client does not compile:\n${stdout.slice(0, 2_000)}${stderr}`);
}
