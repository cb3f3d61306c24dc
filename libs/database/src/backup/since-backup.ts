import { type JournalLine } from '#journal';

/** What was decided after a backup, and has to be decided again or taken back once it is restored. */
export interface LostDecision {
  readonly at: Date;
  readonly event: string;
  readonly actorPersonId: string | null;
  readonly details: Record<string, unknown>;
}

/** Holds, grants, tokens, invitations, roles and people; requests of persons, schedules and destructions. */
const DECISIONS =
  /^(?:legal_hold|grant|standing_grant|request_grant|legal_request|break_glass|token|second_factor|person|role|roles|data_request|destruction|retention|account)\.|^recording\.(?:restricted|destroyed)$/;
/** Every day's business of an account. */
const NOT_OF_ACCOUNTS =
  /^account\.(?:signed_in|sign_in_refused|provider_refused|provider_ended|signed_out|second_factor_asked|proof_refused|stepped_up)$/;

/** Reads an exported journal, a line at a time. @param after the last position that the backup knows */
export async function* decisionsSince(
  journal: AsyncIterable<JournalLine>,
  after: bigint,
): AsyncGenerator<LostDecision, void, undefined> {
  for await (const line of journal) {
    const entry = line.kind === 'unsealed' || line.kind === 'entry' ? line.entry : null;
    if (entry === null || (line.kind === 'entry' && BigInt(line.position) <= after)) continue;
    const { event, at, actorPersonId } = entry;
    if (!DECISIONS.test(event) || NOT_OF_ACCOUNTS.test(event)) continue;
    yield { at, event, actorPersonId, details: line.kind === 'entry' ? (line.detail?.details ?? {}) : {} };
  }
}
