import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './progress.mjs';

/**
 * The Node that everything runs on: the release that comes with the npm packages, or, on a machine for which npm has none, the one that runs
 * this. `npm run` finds the same one first, so that only a command given before the packages were there runs on the machine's own.
 *
 * @returns {string} its path. Call it after `ensureNodeModules`.
 */
export function node() {
  const brought = join(root, 'node_modules/.bin/node');
  return existsSync(brought) ? realpathSync(brought) : process.execPath;
}
