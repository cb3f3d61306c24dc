import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { summaryOf } from '#calls/rules';
import { reportFileQuerySchema, type CallFilters, type MailedFilters, type MailedReport } from '#contracts';
import { JournalService } from '#journal';
import { heldNow, scopeOf } from '#people';
import { Clock, newId } from '#platform';
import { QualitySettingsService } from '#quality';
import { reportsRefusals } from '../refusals.js';
import { ReportCopyRow, ReportRecipientRow, ReportSubscriptionRow } from './report-mail.entity.js';

/** Reports by mail that one person made and has not ended; more than a person reads. */
const MOST = 50;

/** Who asks; one who sends reports manages those of all. */
export interface ManagesReports {
  readonly personId: string;
  readonly sends: boolean;
}

type Change = 'report.subscription_paused' | 'report.subscription_resumed' | 'report.subscription_ended';

/** Who gets which report by mail. */
@Injectable()
export class ReportSubscriptions {
  constructor(
    private readonly source: DataSource,
    private readonly settings: QualitySettingsService,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /** @returns its id @throws DomainError `report_files_stay`, `report_recipient_unfit`, `report_subscriptions_many` */
  async create(report: MailedReport, recipients: readonly string[], personId: string): Promise<string> {
    const id = newId();
    const now = this.clock.now();
    await this.source.transaction(async (tx) => {
      const { settings } = await this.settings.current(tx);
      if (report.format !== 'link' && !settings.reports.filesByMail) throw reportsRefusals.report_files_stay();
      // One after the other, so that a person who presses twice has no more than the most.
      await tx.query('select 1 from person where id = $1 for no key update', [personId]);
      const made = await tx.countBy(ReportSubscriptionRow, { createdByPersonId: personId, endedAt: IsNull() });
      if (made >= MOST) throw reportsRefusals.report_subscriptions_many(MOST);
      const people = [...new Set(recipients)];
      for (const one of people) if (!(await seesReports(tx, one))) throw reportsRefusals.report_recipient_unfit();
      const { by, filters, rhythm, format, language } = report;
      const ends = { pausedAt: null, endedAt: null, lastDueAt: null };
      const row = { id, createdByPersonId: personId, by, filters, rhythm, format, language };
      await tx.insert(ReportSubscriptionRow, { ...row, createdAt: now, sendsSince: now, ...ends });
      await tx.insert(
        ReportRecipientRow,
        people.map((one) => ({ subscriptionId: id, personId: one, addedAt: now, leftAt: null })),
      );
      const said = { by, period: rhythm.period, format, recipients: people.length, filters: summaryOf(read(filters)) };
      await this.journal.append(tx, 'report.subscribed', { subscriptionId: id, ...said }, { actorPersonId: personId });
    });
    return id;
  }

  /** @throws DomainError `report_subscription_not_found` */
  pause(id: string, by: ManagesReports): Promise<void> {
    return this.change(id, by, 'report.subscription_paused', (row, now) => (row.pausedAt ? null : { pausedAt: now }));
  }

  /** What came due in between is not sent. @throws DomainError `report_subscription_not_found` */
  resume(id: string, by: ManagesReports): Promise<void> {
    return this.change(id, by, 'report.subscription_resumed', (row, now) =>
      row.pausedAt ? { pausedAt: null, sendsSince: now } : null,
    );
  }

  /** For all who get it; what waits to be sent is not sent. @throws DomainError `report_subscription_not_found` */
  end(id: string, by: ManagesReports): Promise<void> {
    return this.change(id, by, 'report.subscription_ended', (_, now) => ({ endedAt: now }));
  }

  /** Of one who gets it. The last one who leaves ends it. @throws DomainError `report_subscription_not_found` */
  async leave(id: string, personId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const row = await this.locked(tx, id);
      const now = this.clock.now();
      const { affected } = await tx.update(
        ReportRecipientRow,
        { subscriptionId: id, personId, leftAt: IsNull() },
        { leftAt: now },
      );
      if (!row || affected !== 1) throw reportsRefusals.report_subscription_not_found();
      await dropWaiting(tx, now, { subscriptionId: id, personId });
      if (!(await tx.existsBy(ReportRecipientRow, { subscriptionId: id, leftAt: IsNull() })))
        await tx.update(ReportSubscriptionRow, id, { endedAt: now });
      await this.journal.append(tx, 'report.subscription_left', { subscriptionId: id }, { actorPersonId: personId });
    });
  }

  /**
   * A copy that failed is tried again, as if it had just come due.
   * @throws DomainError `report_subscription_not_found`, `report_copy_over`
   */
  async resend(id: string, copyId: string, { personId, sends }: ManagesReports): Promise<void> {
    await this.source.transaction(async (tx) => {
      const row = await this.locked(tx, id);
      const copy = await tx.findOne(ReportCopyRow, {
        where: { id: copyId, subscriptionId: id },
        lock: { mode: 'pessimistic_write' },
      });
      if (!row || !copy || !(sends || row.createdByPersonId === personId || copy.personId === personId))
        throw reportsRefusals.report_subscription_not_found();
      const gets = { subscriptionId: id, personId: copy.personId, leftAt: IsNull() };
      const isLast = copy.dueAt.getTime() === row.lastDueAt?.getTime();
      if (copy.state !== 'failed' || !isLast || row.pausedAt || !(await tx.existsBy(ReportRecipientRow, gets)))
        throw reportsRefusals.report_copy_over();
      const waits = { state: 'waiting', nextTryAt: this.clock.now(), tries: 0, reason: null, settledAt: null } as const;
      await tx.update(ReportCopyRow, copyId, waits);
      const said = { subscriptionId: id, copyId, personId: copy.personId };
      await this.journal.append(tx, 'report.resend_asked', said, { actorPersonId: personId });
    });
  }

  private async change(
    id: string,
    { personId, sends }: ManagesReports,
    event: Change,
    to: (row: ReportSubscriptionRow, now: Date) => Partial<ReportSubscriptionRow> | null,
  ): Promise<void> {
    await this.source.transaction(async (tx) => {
      const row = await this.locked(tx, id);
      if (!row || (!sends && row.createdByPersonId !== personId)) throw reportsRefusals.report_subscription_not_found();
      const now = this.clock.now();
      const changed = to(row, now);
      if (!changed) return;
      await tx.update(ReportSubscriptionRow, id, changed);
      if (changed.endedAt ?? changed.pausedAt) await dropWaiting(tx, now, { subscriptionId: id });
      await this.journal.append(tx, event, { subscriptionId: id }, { actorPersonId: personId });
    });
  }

  private locked(tx: EntityManager, id: string): Promise<ReportSubscriptionRow | null> {
    return tx.findOne(ReportSubscriptionRow, {
      where: { id, endedAt: IsNull() },
      lock: { mode: 'pessimistic_write' },
    });
  }
}

/** May this person see reports at this moment? */
export const seesReports = async (tx: EntityManager, personId: string): Promise<boolean> =>
  scopeOf('reports.read', await heldNow(tx, personId), personId).kind !== 'none';

/** Filters as the report takes them. */
export function read(written: MailedFilters): CallFilters {
  const day = '2026-01-01';
  const {
    by: _,
    from: _from,
    to: _to,
    ...filters
  } = reportFileQuerySchema.parse({
    ...written,
    ...{ by: 'team', from: day, to: day },
  });
  return filters;
}

const dropWaiting = (tx: EntityManager, now: Date, which: { subscriptionId: string; personId?: string }) =>
  tx.update(
    ReportCopyRow,
    { ...which, state: 'waiting' },
    { state: 'dropped', reason: 'stopped', nextTryAt: null, settledAt: now },
  );
