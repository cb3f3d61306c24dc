import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  type Bilingual,
  type MailedReport,
  type ReportCopies,
  type ReportCopy,
  type ReportRecipients,
  type ReportSubscription,
  type ReportSubscriptions,
} from '#contracts';
import { Mailer } from '#notifications';
import { CompanyService, PERMISSIONS } from '#people';
import { Clock } from '#platform';
import { QualitySettingsService } from '#quality';
import { nextTime, reportsRefusals, type ManagesReports } from '#reports';

interface Row extends MailedReport {
  subscriptionId: string;
  createdByPersonId: string;
  createdBy: Bilingual;
  createdAt: Date;
  pausedAt: Date | null;
  recipients: ReportSubscription['recipients'];
  mine: boolean;
  lastSentAt: Date | null;
  last: ReportSubscription['last'];
}

type CopyRow = Omit<ReportCopy, 'dueAt' | 'nextTryAt' | 'settledAt'> & {
  dueAt: Date;
  nextTryAt: Date | null;
  settledAt: Date | null;
};

const PERSON = (person: string) => `json_build_object('personId', ${person}.id, 'staffNumber', ${person}.staff_number,
  'name', json_build_object('zh', ${person}.name_zh, 'en', ${person}.name_en))`;

/** `$1` asks; `$2`: they send reports to others and see all. */
const manages = `($2 or subscription.created_by_person_id = $1)`;
const gets = `exists (select 1 from report_recipient own where own.subscription_id = subscription.id and own.person_id = $1 and own.left_at is null)`;

const SUBSCRIPTIONS = `
  select subscription.id as "subscriptionId", by, filters, rhythm, format, language, created_by_person_id as "createdByPersonId",
    json_build_object('zh', creator.name_zh, 'en', creator.name_en) as "createdBy", created_at as "createdAt", paused_at as "pausedAt",
    ${gets} as mine, sent.at as "lastSentAt", latest.last,
    (select coalesce(json_agg(${PERSON('person')} order by person.staff_number), '[]') from report_recipient one
      join person on person.id = one.person_id
      where one.subscription_id = subscription.id and one.left_at is null and (${manages} or one.person_id = $1)) as recipients
  from report_subscription subscription join person creator on creator.id = subscription.created_by_person_id
  left join lateral (
    select json_build_object('dueAt', to_char(due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'from', to_char(from_day, 'YYYY-MM-DD'),
      'to', to_char(to_day, 'YYYY-MM-DD'), 'sent', count(*) filter (where state = 'sent'), 'waiting', count(*) filter (where state = 'waiting'),
      'failed', count(*) filter (where state = 'failed'), 'dropped', count(*) filter (where state = 'dropped')) as last
    from report_copy copy where copy.subscription_id = subscription.id and copy.due_at = subscription.last_due_at and (${manages} or copy.person_id = $1)
    group by due_at, from_day, to_day) latest on true
  left join lateral (
    select max(settled_at) as at from report_copy copy
    where copy.subscription_id = subscription.id and copy.state = 'sent' and (${manages} or copy.person_id = $1)) sent on true
  where ended_at is null and (${manages} or ${gets})`;

const READING = Object.entries(PERMISSIONS)
  .filter(([, permissions]) => permissions.includes('reports.read'))
  .map(([role]) => role);

/** Reports by mail, as far as the asker makes, gets or sends them. */
@Injectable()
export class ReportMailQuery {
  constructor(
    private readonly source: DataSource,
    private readonly company: CompanyService,
    private readonly settings: QualitySettingsService,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
  ) {}

  async list(asker: ManagesReports): Promise<ReportSubscriptions> {
    const rows: Row[] = await this.source.query(`${SUBSCRIPTIONS} order by created_at, subscription.id`, [
      asker.personId,
      asker.sends,
    ]);
    const { settings } = await this.settings.current(this.source.manager);
    const [own]: { hasAddress: boolean }[] = await this.source.query(
      'select email is not null as "hasAddress" from person where id = $1',
      [asker.personId],
    );
    return {
      mailWorks: this.mailer.isSet,
      filesLeave: settings.reports.filesByMail,
      hasAddress: own?.hasAddress ?? false,
      items: await this.viewsOf(rows, asker),
    };
  }

  /** @throws DomainError `report_subscription_not_found` */
  async one(id: string, asker: ManagesReports): Promise<ReportSubscription> {
    const rows: Row[] = await this.source.query(`${SUBSCRIPTIONS} and subscription.id = $3`, [
      asker.personId,
      asker.sends,
      id,
    ]);
    const [view] = await this.viewsOf(rows, asker);
    if (!view) throw reportsRefusals.report_subscription_not_found();
    return view;
  }

  /** @throws DomainError `report_subscription_not_found` */
  async copies(id: string, asker: ManagesReports): Promise<ReportCopies> {
    await this.one(id, asker);
    const rows: CopyRow[] = await this.source.query(
      `select copy.id as "copyId", ${PERSON('person')} as person, due_at as "dueAt", to_char(from_day, 'YYYY-MM-DD') as "from",
         to_char(to_day, 'YYYY-MM-DD') as "to", state, reason, tries, next_try_at as "nextTryAt", settled_at as "settledAt", attached,
         state = 'failed' and due_at = last_due_at and paused_at is null and exists (select 1 from report_recipient one
           where one.subscription_id = subscription.id and one.person_id = copy.person_id and one.left_at is null) as "canResend"
       from report_copy copy join report_subscription subscription on subscription.id = copy.subscription_id
       join person on person.id = copy.person_id
       where subscription.id = $3 and (${manages} or copy.person_id = $1) order by due_at desc, person.staff_number limit 100`,
      [asker.personId, asker.sends, id],
    );
    return {
      items: rows.map((row) => ({
        ...row,
        dueAt: row.dueAt.toISOString(),
        nextTryAt: row.nextTryAt?.toISOString() ?? null,
        settledAt: row.settledAt?.toISOString() ?? null,
      })),
    };
  }

  async recipients(): Promise<ReportRecipients> {
    const people: ReportRecipients['people'] = await this.source.query(
      `select person.id as "personId", staff_number as "staffNumber", json_build_object('zh', name_zh, 'en', name_en) as name,
         email is not null as "hasAddress"
       from person where left_at is null and exists (select 1 from role_in_force where person_id = person.id and role = any($1))
       order by staff_number limit 2000`,
      [READING],
    );
    return { people };
  }

  private async viewsOf(rows: readonly Row[], { personId, sends }: ManagesReports): Promise<ReportSubscription[]> {
    const { timeZone } = await this.company.profile();
    const now = this.clock.now();
    return rows.map(({ createdByPersonId, ...row }) => {
      const next = row.pausedAt ? null : nextTime(row.rhythm, timeZone, now);
      return {
        ...row,
        createdAt: row.createdAt.toISOString(),
        pausedAt: row.pausedAt?.toISOString() ?? null,
        lastSentAt: row.lastSentAt?.toISOString() ?? null,
        manages: sends || createdByPersonId === personId,
        next: next && { ...next, dueAt: next.dueAt.toISOString() },
      };
    });
  }
}
