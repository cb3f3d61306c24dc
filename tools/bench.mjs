/** `npm run bench -- ingest|scoring|list`: gets what the machine lacks, builds, and hands over to the compiled benches (`bench/main.ts`). */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { ensureBuild } from './setup/build.mjs';
import { ensureNodeModules } from './setup/node-modules.mjs';
import { root } from './setup/progress.mjs';

ensureNodeModules();
ensureBuild();

const bench = spawn(process.execPath, [join(root, 'dist/tools/bench/main.js'), ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  // In a process group of its own it hears of Ctrl-C once, from us, and not a second time from the terminal.
  detached: true,
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => bench.kill(signal));
bench.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : (code ?? 1)));
