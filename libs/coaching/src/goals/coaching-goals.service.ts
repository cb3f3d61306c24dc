import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import { type NewGoal } from '#contracts';
import { JournalService } from '#journal';
import { Clock, newId } from '#platform';
import { ChecklistRegister, ChecklistVersion } from '#quality';
import { coachingRefusals } from '../refusals.js';
import { openSession } from '../session/locked-session.js';
import { CoachingSessionRow } from '../session/coaching.entity.js';
import { CoachingGoalRow } from './coaching-goal.entity.js';

/** Most goals of a session that run at once: more are none. */
const MOST_GOALS = 5;

/** Goals are set in a session and outlive its end: their follow-up is due when their days are over. */
@Injectable()
export class CoachingGoals {
  constructor(
    private readonly source: DataSource,
    private readonly checklists: ChecklistRegister,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `coaching_closed`, `goals_full`, `goal_item_unknown` */
  async set(sessionId: string, goal: NewGoal, coachPersonId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const session = await openSession(tx, sessionId);
      if ((await tx.countBy(CoachingGoalRow, { sessionId, endedAt: IsNull() })) >= MOST_GOALS)
        throw coachingRefusals.goals_full();
      const { item, measure, targetPercent, fromDay, untilDay } = goal;
      if (item) await this.assertItem(item);
      const row = { id: newId(), sessionId, targetPercent, fromDay, untilDay };
      await tx.insert(CoachingGoalRow, {
        ...{ ...row, checklistId: item?.checklistId ?? null, itemId: item?.itemId ?? null },
        ...{ measure: measure?.name ?? null, atMost: measure?.atMost ?? null },
        ...{ setByPersonId: coachPersonId, setAt: this.clock.now(), endedAt: null, endedByPersonId: null },
      });
      const said = { coachingId: sessionId, goalId: row.id, personId: session.agentPersonId };
      const about = { actorPersonId: coachPersonId };
      await this.journal.append(tx, 'coaching.goal_set', { ...said, shared: session.sharedAt !== null }, about);
    });
  }

  /** Also after the session was closed. @throws DomainError `goal_over` */
  async end(goalId: string, personId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const one = await tx.findOneOrFail(CoachingGoalRow, {
        where: { id: goalId },
        lock: { mode: 'pessimistic_write' },
      });
      if (one.endedAt) throw coachingRefusals.goal_over();
      const { agentPersonId, sharedAt } = await tx.findOneByOrFail(CoachingSessionRow, { id: one.sessionId });
      await tx.update(CoachingGoalRow, goalId, { endedAt: this.clock.now(), endedByPersonId: personId });
      const said = { coachingId: one.sessionId, goalId, personId: agentPersonId, shared: sharedAt !== null };
      await this.journal.append(tx, 'coaching.goal_ended', said, { actorPersonId: personId });
    });
  }

  private async assertItem({ checklistId, itemId }: NonNullable<NewGoal['item']>): Promise<void> {
    const [latest] = await this.source.manager.find(ChecklistVersion, {
      where: { checklistId },
      order: { version: 'DESC' },
      take: 1,
    });
    if (!latest) throw coachingRefusals.goal_item_unknown();
    const { checklist } = await this.checklists.version(checklistId, latest.version);
    if (!checklist.sections.some(({ items }) => items.some(({ id }) => id === itemId)))
      throw coachingRefusals.goal_item_unknown();
  }
}
