import { spawnSync } from 'node:child_process';

/**
 * Has the kernel write no core of a process, now or later: its memory holds keys and sound in clear. Its child processes inherit that.
 * @returns whether it is so; false without `prlimit` (util-linux)
 */
export function forbidCoreDumps(pid = process.pid): boolean {
  const { status } = spawnSync('prlimit', ['--core=0:0', '--pid', String(pid)], { stdio: 'ignore' });
  return status === 0;
}
