/*
 * Best calls, for others to learn from
 *   nominate  a coach names a stretch of a call of an agent's; the agent is asked.
 *   agree     the agent, who can take it back at any time: then it is heard no more, at once.
 *   publish   a second person, who neither nominated it nor took the call. The caller has seen that the silenced sound can be heard.
 *   end       withdrawn with a reason, or with the recording.
 */
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, type EntityManager, type FindOptionsWhere } from 'typeorm';
import { Leg, agentLeg } from '#calls';
import { type BestCallEnd, type NewBestCall } from '#contracts';
import { JournalService } from '#journal';
import { assertTwoPeople, markOf } from '#people';
import { Clock, newId } from '#platform';
import { Recording } from '#recordings';
import { coachingRefusals } from '../refusals.js';
import { liesWithin } from '../session/coaching.rules.js';
import { soundThatStays } from '../session/sound-of-leg.js';
import { BestCallRow } from './best-call.entity.js';
import { bestCallState } from './best-call.rules.js';

@Injectable()
export class BestCalls {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /** @returns its id @throws DomainError `moment_not_of_agent`, `moment_gone`, `moment_outside`, `coaching_oneself` */
  async nominate(asked: NewBestCall, personId: string): Promise<string> {
    const { callId, legId, item, fromMs, toMs, title, note, scope } = asked;
    const id = newId();
    await this.source.transaction(async (tx) => {
      const found = await tx.findOneBy(Leg, { id: legId, callId });
      if (!found || found.personId === null) throw coachingRefusals.moment_not_of_agent();
      const leg = agentLeg(found);
      if (leg.personId === personId) throw coachingRefusals.coaching_oneself();
      if (!liesWithin({ toMs }, (await soundThatStays(tx, legId)).durationMs)) throw coachingRefusals.moment_outside();
      const [recording] = await tx.find(Recording, {
        where: { legId, custody: 'sealed', splitAt: IsNull() },
        order: { id: 'ASC' },
        take: 1,
      });
      if (!recording) throw coachingRefusals.moment_gone();
      await tx.insert(BestCallRow, {
        ...{ id, callId, legId, recordingId: recording.id, agentPersonId: leg.personId, teamId: leg.teamId },
        ...{ checklistId: item?.checklistId ?? null, itemId: item?.itemId ?? null, fromMs, toMs },
        ...{ title, note: note || null, scope, nominatedByPersonId: personId, nominatedAt: this.clock.now() },
      });
      const said = { bestCallId: id, legId, recordingId: recording.id, personId: leg.personId };
      await this.journal.append(tx, 'best_call.nominated', said, { callId, actorPersonId: personId });
    });
    return id;
  }

  /** The agent's answer. @throws DomainError `best_call_over` */
  async agree(id: string, agentPersonId: string): Promise<void> {
    await this.change(id, async (tx, one) => {
      if (bestCallState(one) !== 'asked') throw coachingRefusals.best_call_over();
      await tx.update(BestCallRow, id, { agreedAt: this.clock.now() });
      await this.journal.append(tx, 'best_call.agreed', named(one), about(one, agentPersonId));
    });
  }

  /** @throws DomainError `best_call_over`, `best_call_not_agreed` */
  async publish(id: string, personId: string): Promise<void> {
    await this.change(id, async (tx, one) => {
      const state = bestCallState(one);
      if (state === 'asked') throw coachingRefusals.best_call_not_agreed();
      if (state !== 'agreed') throw coachingRefusals.best_call_over();
      await soundThatStays(tx, one.legId);
      const [first, second] = [
        { personId: one.nominatedByPersonId, at: one.nominatedAt },
        { personId, at: this.clock.now() },
      ];
      const eyes = await assertTwoPeople(tx, first, second, coachingRefusals.best_call_needs_another);
      await tx.update(BestCallRow, id, { publishedByPersonId: personId, publishedAt: second.at });
      await this.journal.append(tx, 'best_call.published', { ...named(one), ...markOf(eyes) }, about(one, personId));
    });
  }

  /** @throws DomainError `best_call_over` */
  async end(id: string, why: BestCallEnd, personId: string, reason: string | null = null): Promise<void> {
    await this.change(id, async (tx, one) => {
      if (one.endedAt) throw coachingRefusals.best_call_over();
      await this.write(tx, one, why, personId, reason);
    });
  }

  /** Those of a leg, which turned out to be another person's. */
  async endAll(tx: EntityManager, which: FindOptionsWhere<BestCallRow>, why: BestCallEnd): Promise<void> {
    for (const one of await tx.findBy(BestCallRow, { ...which, endedAt: IsNull() }))
      await this.write(tx, one, why, null, null);
  }

  private async write(
    tx: EntityManager,
    one: BestCallRow,
    why: BestCallEnd,
    personId: string | null,
    reason: string | null,
  ): Promise<void> {
    const ended = { endedAt: this.clock.now(), endedWhy: why, endedByPersonId: personId, endedReason: reason };
    await tx.update(BestCallRow, one.id, ended);
    const by = { callId: one.callId, ...(personId && { actorPersonId: personId }) };
    await this.journal.append(tx, 'best_call.ended', { ...named(one), why }, by);
  }

  private async change(id: string, act: (tx: EntityManager, one: BestCallRow) => Promise<void>): Promise<void> {
    await this.source.transaction(async (tx) => {
      await act(tx, await tx.findOneOrFail(BestCallRow, { where: { id }, lock: { mode: 'pessimistic_write' } }));
    });
  }
}

const named = ({ id, legId, recordingId, agentPersonId }: BestCallRow) => ({
  bestCallId: id,
  legId,
  recordingId,
  personId: agentPersonId,
});
const about = ({ callId }: BestCallRow, actorPersonId: string) => ({ callId, actorPersonId });
