import { existsSync, mkdirSync, renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './progress.mjs';

const PACKAGE = `node-${process.platform}-${process.arch}`;
const BROUGHT = join(root, 'node_modules', PACKAGE, 'bin/node');

/**
 * The Node that everything runs on: the release that comes with the npm packages, or, on a machine for which npm has none, the one that runs
 * this. `npm run` finds the same one first, so that only a command given before the packages were there runs on the machine's own.
 *
 * @returns {string} its path. Call it after `ensureNodeModules`.
 */
export const node = () => (existsSync(BROUGHT) ? BROUGHT : process.execPath);

/**
 * Where Node keeps compiled scripts for every process that is started with this setting: a process of the product starts with a fifth less
 * processor time from the second time on. It goes with `node_modules` at the next installation; where it cannot be written, Node does without.
 */
export const COMPILED = { NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/shouwen/compiled') };

/** Puts that Node where `npm run` looks first. npm 11 does so on its own; npm 9, which Debian 13 brings, links no command of this name. */
export function linkNode() {
  const link = join(root, 'node_modules/.bin/node');
  if (!existsSync(BROUGHT) || existsSync(link)) return;
  mkdirSync(join(root, 'node_modules/.bin'), { recursive: true });
  // Put in place in one step: two starts at once make the same link, and one that leads nowhere gives way.
  const made = `${link}.${process.pid}`;
  symlinkSync(`../${PACKAGE}/bin/node`, made);
  renameSync(made, link);
}
