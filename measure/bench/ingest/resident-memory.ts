import { readFile, writeFile } from 'node:fs/promises';

/** Resident memory of another process in MiB: now, and the most since its peak was last forgotten. */
export interface ResidentMemory {
  now: number;
  peak: number;
}

/** Null where the system has no /proc. */
export async function residentMemory(pid: number): Promise<ResidentMemory | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const mebibytes = (name: string): number =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1]) / 1024;
  const [now, peak] = [mebibytes('VmRSS'), mebibytes('VmHWM')];
  return Number.isNaN(now + peak) ? null : { now, peak };
}

/** Makes Linux measure the peak again from now on (proc(5), clear_refs), so that what the start needed does not count. */
export async function forgetPeak(pid: number): Promise<void> {
  await writeFile(`/proc/${pid}/clear_refs`, '5').catch(() => undefined);
}
