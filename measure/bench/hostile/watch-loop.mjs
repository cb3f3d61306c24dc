/**
 * Loaded into a process by `--import`: writes into `<folder>/<pid>` how long its event loop was held at most, in milliseconds: by the clock, and
 * in processor time of the thread, which other programmes of the machine cannot lengthen. SIGUSR2 begins again. The folder is what
 * `SHOUWEN_BENCH_LOOPS` names.
 */
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

const folder = process.env.SHOUWEN_BENCH_LOOPS;
if (folder && isMainThread) {
  const EVERY_MS = 5;
  const loop = monitorEventLoopDelay({ resolution: EVERY_MS });
  loop.enable();
  let processor = 0;
  let before = process.threadCpuUsage();
  setInterval(() => {
    const now = process.threadCpuUsage();
    processor = Math.max(processor, (now.user + now.system - before.user - before.system) / 1000);
    before = now;
  }, EVERY_MS).unref();
  const file = join(folder, String(process.pid));
  // A reader never finds half of it.
  const tell = () => {
    writeFileSync(`${file}.new`, JSON.stringify({ clock: Math.max(0, loop.max / 1e6 - EVERY_MS), processor }));
    renameSync(`${file}.new`, file);
  };
  setInterval(tell, 100).unref();
  process.on('SIGUSR2', () => {
    loop.reset();
    processor = 0;
    before = process.threadCpuUsage();
    tell();
  });
}
