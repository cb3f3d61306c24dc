/** `npm run second-factor`: builds what is newer than its build, and hands over to the compiled command (`main.ts`). */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuild } from '../setup/build.mjs';
import { ensureNodeModules } from '../setup/node-modules.mjs';
import { root } from '../setup/progress.mjs';

ensureNodeModules();
ensureBuild();
const command = [join(root, 'dist/tools/second-factor/main.js'), ...process.argv.slice(2)];
const { status } = spawnSync(process.execPath, command, { stdio: 'inherit' });
process.exit(status ?? 1);
