/** What the product wrote down of something that it sent. */
export interface SentRow {
  id: string;
  state: string;
}

export interface Arrivals {
  arrived: number;
  /** Written down as sent, and never came. */
  lost: string[];
  /** Came, and no row says so. */
  strangers: string[];
  /** Neither sent nor on its way. */
  failed: string[];
}

/** Compares rows with what came, by its id: after a power cut something may come twice, under the same one. */
export function judgeArrivals(rows: readonly SentRow[], came: readonly string[], sentState: string): Arrivals {
  const [arrived, known] = [new Set(came), new Set(rows.map(({ id }) => id))];
  const ids = (fits: (row: SentRow) => boolean): string[] => rows.filter(fits).map(({ id }) => id);
  return {
    arrived: arrived.size,
    lost: ids(({ id, state }) => state === sentState && !arrived.has(id)),
    strangers: [...arrived].filter((id) => !known.has(id)),
    failed: ids(({ state }) => state === 'failed'),
  };
}

/** Something came, and all of it is as it should be. */
export const allArrived = ({ arrived, lost, strangers, failed }: Arrivals): boolean =>
  arrived > 0 && lost.length + strangers.length + failed.length === 0;
