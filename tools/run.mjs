/**
 * `node tools/run.mjs NAME …`: builds what is newer than its build, and hands over to the compiled command, `tools/NAME/main.ts`, or the file
 * that `FOLDER/FILE` names. Plain Node: it runs before `npm ci`.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuild } from './setup/build.mjs';
import { ensureNodeModules } from './setup/node-modules.mjs';
import { root } from './setup/progress.mjs';

const [name, ...given] = process.argv.slice(2);
ensureNodeModules();
ensureBuild();
const compiled = join(root, 'dist/tools', name.includes('/') ? `${name}.js` : `${name}/main.js`);
const { status } = spawnSync(process.execPath, [compiled, ...given], { stdio: 'inherit' });
process.exit(status ?? 1);
