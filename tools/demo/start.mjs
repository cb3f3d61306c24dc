/** `npm run demo`: gets what the machine lacks, builds, and hands over to the compiled demonstration (`main.ts`). Plain Node: it runs before `npm ci`. */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { ensureBuild } from '../setup/build.mjs';
import { ensureNodeModules } from '../setup/node-modules.mjs';
import { root } from '../setup/progress.mjs';
import { ensureSystemPackages, pipelinePackages } from '../setup/system-packages.mjs';

ensureNodeModules();
ensureSystemPackages(pipelinePackages);
ensureBuild();

const demo = spawn(process.execPath, [join(root, 'dist/tools/demo/main.js'), ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  // In a process group of its own it hears of Ctrl-C once, from us, and not a second time from the terminal.
  detached: true,
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => demo.kill(signal));
demo.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : (code ?? 1)));
