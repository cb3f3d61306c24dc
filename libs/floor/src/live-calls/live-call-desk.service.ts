import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, Not } from 'typeorm';
import { CONSENT_SAID, type ConsentSaid, type LiveAct, type LiveMoment } from '#contracts';
import { JournalService } from '#journal';
import { Clock, newId } from '#platform';
import { floorRefusals } from '../refusals.js';
import { LiveCallInstructionRow, LiveCallRow } from './live-call.entity.js';
import { LIVE_CALL_CHANNEL, tellLiveCall } from './live-call-ledger.service.js';
import { effectOf, LIVE_CALL_TIMEOUT_MS } from './live-call.rules.js';

export interface AskedOfLiveCall {
  readonly act: LiveAct;
  /** How the customer said it; of a pause nothing is said. */
  readonly said: ConsentSaid | null;
  /** null: the customer pressed a key. */
  readonly byPersonId: string | null;
}

/** What is asked of calls that go on: written down, told, and carried out by the process that captures them. */
@Injectable()
export class LiveCallDesk {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /**
   * What is so already, or was asked already, is not asked twice.
   * @param reaches whether the asker may: what they may not see is not there
   * @throws DomainError `live_call_not_found`, `live_call_over`, `live_consent_settled`
   */
  async ask(id: string, asked: AskedOfLiveCall, reaches: (call: LiveCallRow) => boolean): Promise<void> {
    const { act, said, byPersonId } = asked;
    await this.source.transaction(async (tx) => {
      const call = await tx.findOne(LiveCallRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!call || !reaches(call)) throw floorRefusals.live_call_not_found();
      const at = this.clock.now();
      if (call.endedAt || at.getTime() - call.seenAt.getTime() > LIVE_CALL_TIMEOUT_MS)
        throw floorRefusals.live_call_over();
      const waiting = await tx.find(LiveCallInstructionRow, {
        where: { liveCallId: id, carriedOutAt: IsNull() },
        order: { at: 'ASC', id: 'ASC' },
      });
      const effect = effectOf(act, after(call.timeline, waiting));
      if (effect === 'settled') throw floorRefusals.live_consent_settled();
      if (effect === 'nothing') return;
      const how = said === null ? 'asked' : CONSENT_SAID[said];
      await tx.insert(LiveCallInstructionRow, { id: newId(), liveCallId: id, act, how, byPersonId, at });
      await this.note(tx, call, asked);
      await tellLiveCall(tx, call);
      await tx.query('select pg_notify($1, $2)', [LIVE_CALL_CHANNEL, id]);
    });
  }

  /**
   * Chooses whether the words of a call are heard; the process that captures it begins and stops within a second.
   * @throws DomainError `live_call_not_found`, `live_call_over`, `live_words_none`, `live_words_full`, `live_words_agent_unknown`
   */
  async chooseWords(
    id: string,
    { hear, byPersonId: actorPersonId }: { hear: boolean; byPersonId: string },
    reaches: (call: LiveCallRow) => boolean,
  ): Promise<void> {
    await this.source.transaction(async (tx) => {
      // One after the other, so that two choices at once do not take the same room.
      await tx.query('select pg_advisory_xact_lock(7313)');
      const call = await tx.findOne(LiveCallRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!call || !reaches(call)) throw floorRefusals.live_call_not_found();
      const now = this.clock.now();
      if (call.endedAt || now.getTime() - call.seenAt.getTime() > LIVE_CALL_TIMEOUT_MS)
        throw floorRefusals.live_call_over();
      const [chosen, left] = [call.wordsAskedAt !== null, call.wordsLeftAt !== null];
      // One that is heard by turns was chosen by no one, and is left all the same, also between two of its turns.
      if (hear ? chosen : left || call.wordsRoom === 0) return;
      if (hear) {
        if (call.personId === null) throw floorRefusals.live_words_agent_unknown();
        if (call.wordsRoom === 0) throw floorRefusals.live_words_none();
        const others = { capturedBy: call.capturedBy, endedAt: IsNull(), wordsAskedAt: Not(IsNull()) };
        if ((await tx.countBy(LiveCallRow, others)) >= call.wordsRoom) throw floorRefusals.live_words_full();
      }
      await tx.update(LiveCallRow, id, { wordsAskedAt: hear ? now : null, wordsLeftAt: hear ? null : now });
      await this.journal.append(tx, 'live_call.words_chosen', { liveCallId: id, hear }, { actorPersonId });
      await tellLiveCall(tx, call);
      await tx.query('select pg_notify($1, $2)', [LIVE_CALL_CHANNEL, id]);
    });
  }

  private async note(
    tx: DataSource['manager'],
    { id: liveCallId }: LiveCallRow,
    { act, said, byPersonId: actorPersonId }: AskedOfLiveCall,
  ): Promise<void> {
    if (act === 'pause') await this.journal.append(tx, 'live_call.paused', { liveCallId }, { actorPersonId });
    else if (act === 'resume')
      await this.journal.append(tx, 'live_call.resumed', { liveCallId, by: 'person' }, { actorPersonId });
    else {
      const state = act === 'consent_given' ? 'given' : act === 'consent_refused' ? 'refused' : 'withdrawn';
      const by = actorPersonId === null ? 'key' : 'person';
      const details = { liveCallId, state, how: said ?? 'other', by } as const;
      await this.journal.append(tx, 'live_call.consent_said', details, { actorPersonId });
    }
  }
}

/** As it will stand once everything that waits is carried out. */
const after = (
  timeline: readonly LiveMoment[],
  waiting: readonly LiveCallInstructionRow[],
): Pick<LiveMoment, 'what'>[] =>
  waiting.reduce<Pick<LiveMoment, 'what'>[]>(
    (before, { act }) => {
      const what = effectOf(act, before);
      return what === 'settled' || what === 'nothing' ? before : [...before, { what }];
    },
    [...timeline],
  );
