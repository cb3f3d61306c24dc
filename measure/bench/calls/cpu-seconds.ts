import { readFile } from 'node:fs/promises';

/** Linux always counts in hundredths of a second, independent of its own clock (proc(5), USER_HZ). */
const TICKS = 100;

/**
 * Seconds of processor that a process has taken, and its children that have ended.
 * @throws Error where the system has no /proc
 */
export async function cpuSeconds(pid: number): Promise<{ own: number; children: number }> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  // The name, in brackets, may hold anything; utime is the 14th field.
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const [user = 0, system = 0, childUser = 0, childSystem = 0] = fields.slice(11, 15);
  return { own: (user + system) / TICKS, children: (childUser + childSystem) / TICKS };
}
