import { type EntityManager } from 'typeorm';
import { Leg } from '#calls';
import { type NewMoment } from '#contracts';
import { coachingRefusals } from '../refusals.js';
import { liesWithin } from '../session/coaching.rules.js';
import { shownCard } from '../session/shown-card.js';
import { soundThatStays } from '../session/sound-of-leg.js';

/** @throws DomainError `moment_not_of_agent`, `moment_gone`, `moment_outside`, `moment_not_on_card` */
export async function assertMoment(tx: EntityManager, moment: NewMoment, agentPersonId: string): Promise<void> {
  const { callId, legId, item } = moment;
  if (!(await tx.existsBy(Leg, { id: legId, callId, personId: agentPersonId })))
    throw coachingRefusals.moment_not_of_agent();
  if (!liesWithin(moment, (await soundThatStays(tx, legId)).durationMs)) throw coachingRefusals.moment_outside();
  if (!item) return;
  const card = await shownCard(tx, { legId, checklistId: item.checklistId });
  if (!card?.items.some(({ itemId }) => itemId === item.itemId)) throw coachingRefusals.moment_not_on_card();
}
