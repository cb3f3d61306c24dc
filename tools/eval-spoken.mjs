/** `npm run eval:spoken -- DIR`: gets what the machine lacks, builds, and hands over to the compiled command (`eval-spoken/main.ts`). */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { ensureBuild } from './setup/build.mjs';
import { ensureNodeModules } from './setup/node-modules.mjs';
import { root } from './setup/progress.mjs';

ensureNodeModules();
ensureBuild();

const evaluation = spawn(process.execPath, [join(root, 'dist/tools/eval-spoken/main.js'), ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  detached: true,
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => evaluation.kill(signal));
evaluation.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : (code ?? 1)));
