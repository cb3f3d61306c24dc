import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { CompanyService } from '#people';
import { Clock, newId } from '#platform';
import { lastTime, type ReportTime } from './due.rules.js';
import { ReportCopyRow, ReportRecipientRow, ReportSubscriptionRow } from './report-mail.entity.js';

/**
 * Makes a row for each person's copy when a report comes due. Only the last time that came counts: a worker that was down for a week sends
 * one report and not seven. The subscription's row is locked and remembers the time, and the database refuses a second copy: two workers make one.
 */
@Injectable()
export class DueCopies {
  constructor(
    private readonly source: DataSource,
    private readonly company: CompanyService,
    private readonly clock: Clock,
  ) {}

  /** @returns how many copies were made */
  async open(): Promise<number> {
    const { timeZone } = await this.company.profile();
    const live = await this.source.manager.find(ReportSubscriptionRow, {
      where: { endedAt: IsNull(), pausedAt: IsNull() },
      order: { id: 'ASC' },
    });
    let made = 0;
    for (const one of live) {
      const time = lastTime(one.rhythm, timeZone, this.clock.now());
      if (isDue(one, time)) made += await this.source.transaction((tx) => this.openOne(tx, one.id, time));
    }
    return made;
  }

  private async openOne(tx: EntityManager, id: string, time: ReportTime): Promise<number> {
    const row = await tx.findOne(ReportSubscriptionRow, {
      where: { id, endedAt: IsNull(), pausedAt: IsNull() },
      lock: { mode: 'pessimistic_write' },
    });
    if (!row || !isDue(row, time)) return 0;
    const now = this.clock.now();
    await tx.update(ReportSubscriptionRow, id, { lastDueAt: time.dueAt });
    await tx.query(
      `update report_copy set state = 'dropped', reason = 'overtaken', next_try_at = null, settled_at = $2
       where subscription_id = $1 and state = 'waiting' and (held_until is null or held_until <= $2)`,
      [id, now],
    );
    const people = await tx.findBy(ReportRecipientRow, { subscriptionId: id, leftAt: IsNull() });
    await tx.insert(
      ReportCopyRow,
      people.map(({ personId }) => ({
        ...{ id: newId(), subscriptionId: id, personId, dueAt: time.dueAt, fromDay: time.from, toDay: time.to },
        ...{ state: 'waiting' as const, reason: null, tries: 0, nextTryAt: now, heldUntil: null },
        ...{ attached: false, createdAt: now, settledAt: null },
      })),
    );
    return people.length;
  }
}

/** Nothing that came before it was subscribed or resumed, and nothing twice. */
const isDue = ({ sendsSince, lastDueAt }: ReportSubscriptionRow, { dueAt }: ReportTime): boolean =>
  dueAt > sendsSince && (lastDueAt === null || dueAt > lastDueAt);
