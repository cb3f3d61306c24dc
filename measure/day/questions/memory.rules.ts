/** What a process held at a moment. */
export interface Sample {
  process: string;
  pid: number;
  /** Milliseconds. */
  at: number;
  mb: number;
}

export interface Growth {
  process: string;
  pid: number;
  hours: number;
  firstHourMb: number;
  endMb: number;
}

const HOUR_MS = 3_600_000;

/**
 * What each process held at its end beside the most that it held in its first hour. The end is the least of its last five looks: a moment's
 * work is no leak. Processes that lived for less than two hours say nothing.
 */
export function growthOf(samples: readonly Sample[]): Growth[] {
  const lives = [...new Set(samples.map(({ pid }) => pid))].map((pid) => samples.filter((one) => one.pid === pid));
  return lives.flatMap((life) => {
    const [first, last] = [life[0], life.at(-1)];
    if (!first || !last || last.at - first.at < 2 * HOUR_MS) return [];
    const most = Math.max(...life.filter(({ at }) => at - first.at <= HOUR_MS).map(({ mb }) => mb));
    const end = Math.min(...life.slice(-5).map(({ mb }) => mb));
    const { process, pid } = first;
    return [{ process, pid, hours: (last.at - first.at) / HOUR_MS, firstHourMb: most, endMb: end }];
  });
}

/** Megabytes that a process may hold more at its end than in its first hour. */
export const MAY_GROW_MB = 50;
export const grewTooMuch = ({ firstHourMb, endMb }: Growth): boolean => endMb - firstHourMb > MAY_GROW_MB;
