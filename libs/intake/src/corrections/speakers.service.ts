import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull, type EntityManager } from 'typeorm';
import { type SpeakersRequest } from '#contracts';
import { Call, Leg } from '#calls';
import { JournalService } from '#journal';
import { peopleRefusals, reaches, scopeOf, type Asker } from '#people';
import { Clock } from '#platform';
import { Recording } from '#recordings';

import { withProvidedWords, wordsAgain } from './correction-follow-ups.js';
import { correctionRefusals } from './correction-refusals.js';
import { mayCorrect } from './parts-in-a-call.js';

/** Takes the answer to "who is SPEAKER_00?", or whose channel the left one is: the words get their speakers, and the call is scored again. */
@Injectable()
export class SpeakersService {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /** The recording's leg must be within the asker's reach. @throws DomainError `speakers_not_asked`, `correct_own_call`, `correct_disputed_call` */
  async name(asker: Asker, callId: string, { recordingId, roles }: SpeakersRequest): Promise<void> {
    await this.source.transaction(async (tx) => {
      const call = await this.lock(tx, asker, callId);
      const where = { id: recordingId, callId };
      const recording = await tx.findOne(Recording, { where, lock: { mode: 'pessimistic_write' } });
      if (!recording) throw peopleRefusals.not_found();
      const open = recording.custody === 'sealed' && !recording.destructionStartedAt && !recording.splitAt;
      if (!open || recording.speakers?.length !== roles.length) throw correctionRefusals.speakers_not_asked();
      await tx.update(Recording, recordingId, { speakers: roles });
      const again = await wordsAgain(tx, call, [recording]);
      const about = { callId, actorPersonId: asker.personId };
      await this.journal.append(tx, 'speakers.named', { recordingId, roles: [...roles], again }, about);
    });
  }

  /**
   * Agent and customer are on each other's channel: their words get their speakers, in each recording with two channels of the legs that the
   * asker's right reaches, and nothing is heard again. Said twice, it is as before, but by one decision (`actId`) no call is swapped twice.
   * @throws DomainError `correct_own_call`, `correct_disputed_call`, `speakers_not_asked`
   */
  async swap(asker: Asker, callId: string, actId?: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const call = await this.lock(tx, asker, callId);
      if (actId !== undefined && (await wasSwapped(tx, callId, actId))) return;
      const legs = await tx.findBy(Leg, { callId });
      const scope = scopeOf('calls.correct', asker.held, asker.personId);
      const legId = In(legs.filter((leg) => reaches(scope, leg)).map(({ id }) => id));
      const where = {
        callId,
        legId,
        channels: 2,
        custody: 'sealed',
        destructionStartedAt: IsNull(),
        splitAt: IsNull(),
      } as const;
      const recordings = await tx.find(Recording, { where, order: { id: 'ASC' }, lock: { mode: 'pessimistic_write' } });
      const known = recordings.filter(({ agentChannel, speakers }) => agentChannel !== null || speakers !== null);
      if (known.length === 0) throw correctionRefusals.speakers_not_asked();
      const came = await withProvidedWords(tx, known);
      for (const recording of known) Object.assign(recording, swapped(recording, came.has(recording.id)));
      for (const { id, agentChannel, speakers, sidesSaid } of known)
        await tx.update(Recording, id, { agentChannel, speakers, sidesSaid });
      const again = await wordsAgain(tx, call, known);
      const about = { callId, actorPersonId: asker.personId };
      const recordingIds = known.map(({ id }) => id);
      await this.journal.append(tx, 'sides.swapped', { recordingIds, again, ...(actId && { actId }) }, about);
    });
  }

  private async lock(tx: EntityManager, asker: Asker, callId: string): Promise<Call> {
    const call = await tx.findOne(Call, { where: { id: callId }, lock: { mode: 'pessimistic_write' } });
    if (!call) throw peopleRefusals.not_found();
    await mayCorrect(tx, asker.personId, callId, this.clock.now());
    return call;
  }
}

async function wasSwapped(tx: EntityManager, callId: string, actId: string): Promise<boolean> {
  const [found]: unknown[] = await tx.query(
    `select 1 from journal_entry join journal_detail on entry_id = id
     where call_id = $1 and event = 'sides.swapped' and details->>'actId' = $2`,
    [callId, actId],
  );
  return found !== undefined;
}

/** What is then known of a recording. Words that came along are read by the channel that is the agent's; words that were heard are turned round. */
function swapped(
  { agentChannel, speakers, sidesSaid }: Recording,
  cameAlong: boolean,
): Pick<Recording, 'agentChannel' | 'speakers' | 'sidesSaid'> {
  if (!cameAlong || !agentChannel)
    return { agentChannel, speakers, sidesSaid: sidesSaid === 'swapped' ? 'as_they_are' : 'swapped' };
  return { agentChannel: agentChannel === 'left' ? 'right' : 'left', speakers: null, sidesSaid: null };
}
