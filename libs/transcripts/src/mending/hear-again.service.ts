/*
 * Transcribes recordings again with the current engines and settings
 *   1. The recording says so (`rehearAskedAt`) and wants words of a higher number: the words that it has stay, and count until the new ones are there.
 *   2. The new words are the next version. When no engine gives any, the old ones go on counting and the call stays where it is.
 *   3. Of many calls only a few are under way at a time, so that a call of today does not wait behind thousands of old ones.
 */
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type AttentionReason, type JobName } from '#contracts';
import { JournalService } from '#journal';
import { Clock, WorkService, type Lease } from '#platform';
import { keepWords, wantNewWords } from '#recordings';
import { newestWords } from '../newest-transcript.js';
import { transcriptsRefusals } from '../refusals.js';

/** Who wants it, and in which run over many calls. */
export interface HearAgainOrder {
  callId: string;
  runId: string | null;
  actorPersonId: string;
}

interface Heard {
  id: string;
  call_id: string;
  leg_id: string;
  engine: string | null;
  brought: boolean;
  being_made: boolean;
  open: boolean;
}

/** The recordings of calls with what their newest words are, locked. */
const RECORDINGS = `
  select recording.id, recording.call_id, recording.leg_id, newest.engine,
    newest.engine = 'provided' or exists (select from stored_object where recording_id = recording.id and kind = 'provided-words') as brought,
    newest.words_wanted is distinct from recording.words_wanted as being_made,
    custody = 'sealed' and destruction_started_at is null and split_at is null as open
  from recording left join lateral (${newestWords('recording.id', 'engine, words_wanted')}) newest on true
  where call_id = any($1) order by recording.id for update of recording`;

@Injectable()
export class HearAgain {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
    private readonly work: WorkService,
    private readonly clock: Clock,
  ) {}

  /** Legs of one call, which a person looks at. @param of them, and the calls under which they are kept. @throws DomainError `nothing_heard_yet` | `words_came_along` | `words_being_made` | `recording_not_open` */
  async ask(of: { callIds: readonly string[]; legIds: readonly string[] }, actorPersonId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const all = await this.recordings(tx, of.callIds);
      const recordings = all.filter(({ leg_id }) => of.legIds.includes(leg_id));
      let asked = 0;
      for (const callId of of.callIds) {
        const own = recordings.filter(({ call_id }) => call_id === callId);
        asked += await this.askFor(tx, { callId, runId: null, actorPersonId }, own);
      }
      if (asked === 0) throw whyNot(recordings);
    });
  }

  /** One of many. @returns how many recordings will be heard: none where there is nothing that was heard here */
  async askOneOfMany(tx: EntityManager, order: HearAgainOrder): Promise<number> {
    return this.askFor(tx, order, await this.recordings(tx, [order.callId]));
  }

  /**
   * No engine gave words. Where there are older ones, these go on counting, and the work is done: there is nothing for a person to mend.
   * @returns whether it was heard again at all; if not, the call has no words
   */
  async failed(recordingId: string, lease: Lease, reason: AttentionReason): Promise<boolean> {
    return this.source.transaction(async (tx) => {
      const [recording]: { call_id: string; run_id: string | null }[] = await tx.query(
        `select call_id, rehear_run_id as run_id from recording where id = $1 and rehear_asked_at is not null for update`,
        [recordingId],
      );
      if (!recording) return false;
      await this.work.complete(tx, lease);
      const [newest]: { words_wanted: number }[] = await tx.query(newestWords('$1', 'words_wanted'), [recordingId]);
      await keepWords(tx, recordingId, newest?.words_wanted ?? null);
      const { call_id: callId, run_id: runId } = recording;
      await this.journal.append(tx, 'call.rehear_failed', { recordingId, runId, reason }, { callId });
      return true;
    });
  }

  /** How many recordings are to be heard again and are not yet: of a run, or of all. */
  async underWay(runId: string | null): Promise<number> {
    const [row]: { n: number }[] = await this.source.query(
      `select count(*)::int as n from recording where rehear_asked_at is not null and ($1::uuid is null or rehear_run_id = $1)`,
      [runId],
    );
    return row?.n ?? 0;
  }

  private recordings(tx: EntityManager, callIds: readonly string[]): Promise<Heard[]> {
    return tx.query(RECORDINGS, [callIds]);
  }

  private async askFor(tx: EntityManager, order: HearAgainOrder, recordings: readonly Heard[]): Promise<number> {
    const { callId, runId, actorPersonId } = order;
    const ids = recordings.filter(isHeardHere).map(({ id }) => id);
    if (ids.length === 0) return 0;
    await wantNewWords(tx, ids, { at: this.clock.now(), runId });
    const again = ids.map((subjectId) => ({ job: 'transcribe-recording' as JobName, subjectId }));
    await this.journal.append(tx, 'call.rehear_asked', { runId, again }, { callId, actorPersonId });
    return ids.length;
  }
}

const isHeardHere = ({ engine, brought, being_made, open }: Heard): boolean =>
  open && engine !== null && !brought && !being_made;

function whyNot(recordings: readonly Heard[]) {
  if (recordings.some(({ open, being_made, engine }) => open && engine !== null && being_made))
    return transcriptsRefusals.words_being_made();
  if (recordings.some(({ open, brought }) => open && brought)) return transcriptsRefusals.words_came_along();
  return recordings.some(({ open }) => open)
    ? transcriptsRefusals.nothing_heard_yet()
    : transcriptsRefusals.recording_not_open();
}
