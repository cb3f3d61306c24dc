import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type CalendarPreview, type CalendarView, type CompanyProfile } from '#contracts';
import { JournalService } from '#journal';
import { newId } from '#platform';
import { checkPlan, listed, planHash, sha256Of } from '../tables/plan-hash.js';
import { CalendarDay, CalendarPeriod } from './calendar.entity.js';
import { planCalendar, yearsAround, type CalendarPlan, type Period } from './calendar-plan.rules.js';
import { readCalendarFile } from './read-calendar-file.js';
import { mergedPeriods, type WorkCalendar } from './working-time.rules.js';
import { peopleRefusals } from '../refusals.js';

/** The company's holidays and worked weekend days: imported from a file, never invented. */
@Injectable()
export class CalendarService {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
  ) {}

  async view(tx: EntityManager = this.source.manager): Promise<CalendarView> {
    const days = await tx.find(CalendarDay, { order: { day: 'ASC' } });
    return { days: days.map(({ day, kind, name }) => ({ day, kind, name })), periods: await this.periods(tx) };
  }

  /** What `isWorkingDay` and `nextWorkingTime` need to know. */
  async workCalendar({ timeZone, workingHours }: CompanyProfile): Promise<WorkCalendar> {
    const { days, periods } = await this.view();
    return { timeZone, workingHours, periods, days: new Map(days.map(({ day, kind }) => [day, kind])) };
  }

  /** What a file would change; nothing is changed. @throws DomainError as `readCalendarFile`, `period_unclear` */
  async preview(bytes: Uint8Array, asked: Partial<Period>): Promise<CalendarPreview> {
    return (await this.plan(this.source.manager, bytes, asked)).preview;
  }

  /** Applies a file as it was previewed. @throws DomainError `import_has_problems`, `changed_since_preview` */
  async apply(
    bytes: Uint8Array,
    asked: Partial<Period>,
    plan: string,
    actorPersonId: string,
  ): Promise<CalendarPreview> {
    return this.source.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock(7311)');
      const { preview, changes } = await this.plan(tx, bytes, asked);
      checkPlan(plan, preview.plan);
      const { period, added, changed, removed } = changes;
      if (!period) throw peopleRefusals.period_unclear();
      for (const { day } of removed) await tx.delete(CalendarDay, { day });
      await tx.upsert(CalendarDay, [...added, ...changed.map(({ after }) => after)], ['day']);
      await tx.insert(CalendarPeriod, { id: newId(), fromDay: period.from, toDay: period.to });
      const counts = { added: added.length, changed: changed.length, removed: removed.length };
      await this.journal.append(
        tx,
        'calendar.imported',
        { ...period, ...counts, sha256: sha256Of(bytes) },
        { actorPersonId },
      );
      return preview;
    });
  }

  private async plan(
    tx: EntityManager,
    bytes: Uint8Array,
    { from, to }: Partial<Period>,
  ): Promise<{ preview: CalendarPreview; changes: CalendarPlan }> {
    if ((from === undefined) !== (to === undefined) || (from && to && from > to)) throw peopleRefusals.period_unclear();
    const asked = from && to ? { from, to } : null;
    const file = await readCalendarFile(bytes, asked);
    const { days } = await this.view(tx);
    const changes = planCalendar(file.days, days, asked ?? yearsAround(file.days));
    const problems = [...file.problems, ...changes.problems];
    const { period, added, changed, removed, unchanged } = changes;
    const nothing = file.days.length === 0;
    const plan = problems.length > 0 || nothing ? null : await planHash([period, ...added, ...changed, ...removed]);
    const told = nothing && problems.length === 0 ? [{ line: 0, words: NO_DAYS }] : problems;
    const preview = { plan, encoding: file.encoding, ...listed(told), period, added, changed, removed, unchanged };
    return { preview, changes };
  }

  /** Periods that touch or overlap are one. */
  private async periods(tx: EntityManager): Promise<Period[]> {
    const rows = await tx.find(CalendarPeriod, { order: { fromDay: 'ASC' } });
    return mergedPeriods(rows.map(({ fromDay, toDay }) => ({ from: fromDay, to: toDay })));
  }
}

const NO_DAYS = { zh: '文件里没有日期。', en: 'There is no day in the file.' };
