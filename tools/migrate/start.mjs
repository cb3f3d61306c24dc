/** `npm run migrate`: builds what is newer than its build, and hands over to the compiled command (`main.ts`). Plain Node: it runs before `npm ci`. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuild } from '../setup/build.mjs';
import { ensureNodeModules } from '../setup/node-modules.mjs';
import { root } from '../setup/progress.mjs';

ensureNodeModules();
ensureBuild();
const { status } = spawnSync(process.execPath, [join(root, 'dist/tools/migrate/main.js')], { stdio: 'inherit' });
process.exit(status ?? 1);
