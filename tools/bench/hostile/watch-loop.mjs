/**
 * Loaded into a process by `--import`: writes how long its event loop was held at most, in milliseconds, into `<folder>/<pid>` each time that
 * grew. The folder is what `SHOUWEN_BENCH_LOOPS` names.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { monitorEventLoopDelay } from 'node:perf_hooks';

const folder = process.env.SHOUWEN_BENCH_LOOPS;
if (folder && isMainThread) {
  const RESOLUTION_MS = 5;
  const loop = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  loop.enable();
  let told = 0;
  const timer = setInterval(() => {
    const ms = Math.max(0, loop.max / 1e6 - RESOLUTION_MS);
    if (ms <= told) return;
    told = ms;
    writeFileSync(join(folder, String(process.pid)), JSON.stringify({ script: process.argv[1], ms }));
  }, 100);
  timer.unref();
  // Only what comes after the start is judged: compiling and warming up hold the loop once.
  process.on('SIGUSR2', () => {
    loop.reset();
    told = 0;
    writeFileSync(join(folder, String(process.pid)), JSON.stringify({ script: process.argv[1], ms: 0 }));
  });
}
