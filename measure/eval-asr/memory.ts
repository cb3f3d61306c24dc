import { readdirSync, readFileSync } from 'node:fs';

const LOOK_EVERY_MS = 250;

/**
 * The most memory that the processes which we started held at once, in bytes: engines run in children of their own. Looks at `/proc` a few
 * times a second while `work` runs; 0 where nothing was started, or there is no `/proc`.
 */
export async function withPeakMemory<T>(work: () => Promise<T>): Promise<{ result: T; peakBytes: number }> {
  let peakBytes = 0;
  const timer = setInterval(() => {
    peakBytes = Math.max(peakBytes, bytesOfDescendants());
  }, LOOK_EVERY_MS);
  try {
    const result = await work();
    return { result, peakBytes };
  } finally {
    clearInterval(timer);
  }
}

function bytesOfDescendants(): number {
  const processes = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? (look(name) ?? []) : []));
  const mine = new Set([process.pid]);
  let bytes = 0;
  // A child may have a smaller number than its parent: numbers begin again.
  for (let found = true; found;) {
    found = false;
    for (const { pid, parent, resident } of processes)
      if (mine.has(parent) && !mine.has(pid)) {
        mine.add(pid);
        bytes += resident;
        found = true;
      }
  }
  return bytes;
}

function look(name: string): { pid: number; parent: number; resident: number } | null {
  try {
    const text = readFileSync(`/proc/${name}/status`, 'latin1');
    const number = (field: string): number => Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0);
    return { pid: Number(name), parent: number('PPid'), resident: number('VmRSS') * 1024 };
  } catch {
    return null;
  }
}
