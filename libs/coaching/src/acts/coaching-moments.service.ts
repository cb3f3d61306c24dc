import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { MOST_MOMENTS, type MomentChange, type NewMoment } from '#contracts';
import { JournalService } from '#journal';
import { Clock, newId } from '#platform';
import { Leg } from '#calls';
import { coachingRefusals } from '../refusals.js';
import { CoachingMomentRow, type CoachingSessionRow } from '../session/coaching.entity.js';
import { liesWithin } from '../session/coaching.rules.js';
import { openSession, shownCard } from '../session/locked-session.js';
import { soundThatStays } from '../session/sound-of-leg.js';

/** @throws DomainError `moment_not_of_agent`, `moment_gone`, `moment_outside`, `moment_not_on_card` */
async function assertMoment(tx: EntityManager, moment: NewMoment, agentPersonId: string): Promise<void> {
  const { callId, legId, item } = moment;
  if (!(await tx.existsBy(Leg, { id: legId, callId, personId: agentPersonId })))
    throw coachingRefusals.moment_not_of_agent();
  if (!liesWithin(moment, (await soundThatStays(tx, legId)).durationMs)) throw coachingRefusals.moment_outside();
  if (!item) return;
  const card = await shownCard(tx, { legId, checklistId: item.checklistId });
  if (!card?.items.some(({ itemId }) => itemId === item.itemId)) throw coachingRefusals.moment_not_on_card();
}

/** Moments of calls in a session. */
@Injectable()
export class CoachingMoments {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `coaching_closed`, and what a moment is refused for */
  async add(sessionId: string, moment: NewMoment, coachPersonId: string): Promise<void> {
    await this.source.transaction(async (tx) => this.put(tx, await openSession(tx, sessionId), moment, coachPersonId));
  }

  /** Into a session that the caller holds. @throws DomainError `moments_full`, `moment_…` */
  async put(
    tx: EntityManager,
    { id: sessionId, agentPersonId }: Pick<CoachingSessionRow, 'id' | 'agentPersonId'>,
    moment: NewMoment,
    coachPersonId: string,
  ): Promise<void> {
    if ((await tx.countBy(CoachingMomentRow, { sessionId })) >= MOST_MOMENTS) throw coachingRefusals.moments_full();
    await assertMoment(tx, moment, agentPersonId);
    const { callId, legId, item, fromMs = null, toMs = null, note } = moment;
    const row = { id: newId(), sessionId, callId, legId, fromMs, toMs, note: note || null };
    const named = { checklistId: item?.checklistId ?? null, itemId: item?.itemId ?? null };
    await tx.insert(CoachingMomentRow, { ...row, ...named, addedAt: this.clock.now(), erasedAt: null });
    const said = { coachingId: sessionId, momentId: row.id, legId };
    await this.journal.append(tx, 'coaching.moment_added', said, { actorPersonId: coachPersonId });
  }

  /** @throws DomainError `coaching_closed`, `moment_gone`, `moment_outside` */
  async change(sessionId: string, momentId: string, change: MomentChange, coachPersonId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const { sharedAt } = await openSession(tx, sessionId);
      const { legId } = await tx.findOneByOrFail(CoachingMomentRow, { id: momentId, sessionId });
      if (!liesWithin(change, (await soundThatStays(tx, legId)).durationMs)) throw coachingRefusals.moment_outside();
      const { fromMs, toMs, note } = change;
      await tx.update(CoachingMomentRow, momentId, { fromMs, toMs, note: note || null });
      // The agent may have read what it said before.
      if (sharedAt)
        await this.journal.append(tx, 'coaching.changed', { coachingId: sessionId }, { actorPersonId: coachPersonId });
    });
  }

  /** @throws DomainError `coaching_closed` */
  async remove(sessionId: string, momentId: string, coachPersonId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      await openSession(tx, sessionId);
      const { legId } = await tx.findOneByOrFail(CoachingMomentRow, { id: momentId, sessionId });
      await tx.delete(CoachingMomentRow, momentId);
      const said = { coachingId: sessionId, momentId, legId };
      await this.journal.append(tx, 'coaching.moment_removed', said, { actorPersonId: coachPersonId });
    });
  }
}
