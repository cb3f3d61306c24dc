/** `npm run verify-journal`, `export-journal`, `erase-details`: builds what is newer than its build, and hands over to the compiled command. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuild } from '../setup/build.mjs';
import { ensureNodeModules } from '../setup/node-modules.mjs';
import { root } from '../setup/progress.mjs';

const [name, ...given] = process.argv.slice(2);
ensureNodeModules();
ensureBuild();
const command = [join(root, `dist/tools/journal/${name}.js`), ...given];
const { status } = spawnSync(process.execPath, command, { stdio: 'inherit' });
process.exit(status ?? 1);
