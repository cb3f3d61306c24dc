import { shareInterval, type Interval } from '#quality/rules';

/** What was reviewed of an agent: shares of the points, 0 to 1, each of a call that was drawn at random. */
export interface Reviewed {
  readonly personId: string;
  readonly shares: readonly number[];
}

export interface AgentMean {
  readonly personId: string;
  readonly n: number;
  readonly mean: number;
  /**
   * Between these the true mean lies in 95 of 100 samples like this one. It is the interval of a share: shares of points vary at most as much
   * as a plain yes or no does, so that it is rather too wide than too narrow, and holds for few calls and for equal ones.
   */
  readonly interval: Interval;
  /** How many of the others have an interval that overlaps: with any, there is no order between them. */
  readonly overlaps: number;
}

const overlap = ([low, high]: Interval, [otherLow, otherHigh]: Interval): boolean =>
  low <= otherHigh && otherLow <= high;

/** Means in the order in which the agents came; those without a reviewed call have none. */
export function agentMeans(agents: readonly Reviewed[]): AgentMean[] {
  const means = agents.flatMap(({ personId, shares }) => {
    const sum = shares.reduce((total, share) => total + share, 0);
    const interval = shareInterval(sum, shares.length);
    return interval ? [{ personId, n: shares.length, mean: sum / shares.length, interval }] : [];
  });
  return means.map((one) => ({
    ...one,
    overlaps: means.filter((other) => other !== one && overlap(one.interval, other.interval)).length,
  }));
}
