import { statSync } from 'node:fs';
import { join } from 'node:path';
import { root, step } from './progress.mjs';

/** Installs the pinned packages unless they are there and no older than the lock file. */
export function ensureNodeModules() {
  // npm writes this file last, so an installation cut short does not count.
  const installed = modifiedAt('node_modules/.package-lock.json');
  if (installed >= modifiedAt('package-lock.json')) return;
  step('Installing npm packages', 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    NODE_ENV: 'development',
  });
}

function modifiedAt(file) {
  return statSync(join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
