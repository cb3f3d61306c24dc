import { statSync } from 'node:fs';
import { join } from 'node:path';
import { mayWrite } from './may-write.mjs';
import { linkNode } from './node.mjs';
import { giveUp, root, step } from './progress.mjs';

/** Installs the pinned packages unless they are there and no older than the lock file. */
export function ensureNodeModules() {
  const ours = mayWrite(root, join(root, 'node_modules'));
  // npm writes this file last, so an installation cut short does not count.
  if (modifiedAt('node_modules/.package-lock.json') < modifiedAt('package-lock.json')) {
    if (!ours) giveUp(NOT_OURS);
    step('Installing npm packages', 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      NODE_ENV: 'development',
    });
  }
  if (ours) linkNode();
}

// An installation's programme belongs to root, and the product does not run as root.
const NOT_OURS = `${root} 里的 npm 软件包没有安装，或比 package-lock.json 旧，而当前用户不能写这个目录。请以目录所有者的身份运行 npm ci && npm run build，然后再启动。
The npm packages in ${root} are not installed, or are older than package-lock.json, and this user may not write there. Run npm ci && npm run build as the folder's owner, then start again.`;

function modifiedAt(file) {
  return statSync(join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
