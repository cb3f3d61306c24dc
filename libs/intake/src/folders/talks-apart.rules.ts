/** A talk as far as it tells whether it could be cut out of files that hold several. */
export interface TalkInFiles {
  /** Undefined: it is not known who the agent was. */
  staffNumber: string | undefined;
  fromMs: number;
  toMs: number;
}

/**
 * Whether files that hold these talks could be split afterwards: each agent is known, and no two of them talk at once for longer than the
 * tolerance. Where they could not, the first would be judged by the words of all.
 */
export function talksApart(talks: readonly TalkInFiles[], toleranceMs: number): boolean {
  const agents = new Set(talks.map(({ staffNumber }) => staffNumber));
  if (talks.length > 1 && agents.has(undefined)) return false;
  if (agents.size < 2) return true;
  const inOrder = talks.toSorted((one, other) => one.fromMs - other.fromMs);
  return inOrder.every(({ toMs }, at) => toMs - (inOrder[at + 1]?.fromMs ?? Infinity) <= toleranceMs);
}
