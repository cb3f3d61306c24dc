export interface CallRow {
  callId: string;
  stage: string;
  reason: string | null;
}

/** Stages that nothing follows, and those that wait for a person, who is told why. */
const FINAL = ['scored', 'destroyed'];
const WITH_REASON = ['not_recorded', 'needs_attention', 'given_up'];

export interface CallsVerdict {
  /** Accepted, and no row says so. */
  lost: string[];
  /** A row that no person of the day sent. */
  strangers: string[];
  unfinished: CallRow[];
}

/** Whether every call that was accepted is a row, every row was accepted, and each has come to its end or waits with a reason. */
export function judgeCalls(accepted: readonly string[], rows: readonly CallRow[]): CallsVerdict {
  const [sent, stored] = [new Set(accepted), new Set(rows.map(({ callId }) => callId))];
  const ended = ({ stage, reason }: CallRow) =>
    FINAL.includes(stage) || (WITH_REASON.includes(stage) && reason !== null);
  return {
    lost: accepted.filter((callId) => !stored.has(callId)),
    strangers: rows.map(({ callId }) => callId).filter((callId) => !sent.has(callId)),
    unfinished: rows.filter((row) => !ended(row)),
  };
}
