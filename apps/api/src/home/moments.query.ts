import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { endOfDay, startOfDay } from '#calls';
import { type HomePeriod, type Moment, type Moments, type Checklist, type ItemResult } from '#contracts';
import { CompanyService, type Asker } from '#people';
import { Clock } from '#platform';
import { ChecklistRegister, firstMoment } from '#quality';
import { daysAfter, WithheldResults } from '#reviews';
import { addPoints } from '#quality/rules';
import { ListedCalls } from '../call/list/listed-calls.js';
import { Parameters, resultShown, visibleLegs } from '../reach/visible-legs.js';
import { theDayOf, weekTo, yesterdayOf, type SiteDays } from './home-days.rules.js';
import { WORST, worstResults, type WorstResult } from './worst-results.sql.js';

const MOST = 8;
const LOOKS_BACK_DAYS = 7;

/** The results that cost most, one of each call, of scores that count. */
@Injectable()
export class MomentsQuery {
  constructor(
    private readonly source: DataSource,
    private readonly company: CompanyService,
    private readonly listed: ListedCalls,
    private readonly checklists: ChecklistRegister,
    private readonly withheld: WithheldResults,
    private readonly clock: Clock,
  ) {}

  async of(asker: Asker, period: HomePeriod): Promise<Moments> {
    const { timeZone } = await this.company.profile();
    const days = period === 'week' ? weekTo(this.clock.now(), timeZone) : await this.lastDay(asker, timeZone);
    const count = (more: object) =>
      this.listed.count({ asker, permission: 'calls.read', filters: { ...days, ...more } });
    const parameters = new Parameters();
    const visible = visibleLegs('scorecards.read', asker, parameters);
    const from = parameters.add(startOfDay(days.from, timeZone));
    const to = parameters.add(endOfDay(days.to, timeZone));
    const shown = resultShown(await this.withheld.of(asker), parameters);
    const within = `call.started_at >= ${from} and call.started_at < ${to} and ${visible} and ${shown}`;
    const sql = `${worstResults(within)} order by ${WORST} limit ${MOST}`;
    const rows: WorstResult[] = await this.source.query(sql, parameters.values);
    return {
      ...days,
      scored: await count({ stage: ['scored'] }),
      withNotMet: await count({ result: ['any:not_met'] }),
      items: await Promise.all(rows.map((row) => this.moment(row))),
    };
  }

  private async moment({ landedAt: _, evidence, startedAt, items, ...found }: WorstResult): Promise<Moment> {
    const {
      checklist: { id, version },
      ...row
    } = found;
    const { checklist } = await this.checklists.version(id, version);
    const cost = row.points === null ? null : costOf(checklist, items, row.itemId);
    return { ...row, checklistId: id, cost, startedAt: startedAt.toISOString(), atMs: firstMoment(evidence) };
  }

  /** On a Monday that is Friday, where none worked at the weekend. */
  private async lastDay(asker: Asker, timeZone: string): Promise<SiteDays> {
    const yesterday = yesterdayOf(this.clock.now(), timeZone);
    const end = endOfDay(yesterday.to, timeZone);
    const parameters = new Parameters();
    const visible = visibleLegs('scorecards.read', asker, parameters);
    const [from, to] = [parameters.add(daysAfter(end, -LOOKS_BACK_DAYS)), parameters.add(end)];
    const [latest]: { at: Date }[] = await this.source.query(
      `select call.started_at as at from call join leg on leg.call_id = call.id join counting_scorecard counting on counting.leg_id = leg.id
       where call.started_at >= ${from} and call.started_at < ${to} and counting.scorecard_id is not null and ${visible}
       order by call.started_at desc limit 1`,
      parameters.values,
    );
    return latest ? theDayOf(latest.at, timeZone) : yesterday;
  }
}

/**
 * The points that a score would have more if one item were met. More than the item's weight where it is critical: its failure takes points of
 * its section or of the whole form.
 */
export function costOf(checklist: Checklist, items: readonly ItemResult[], itemId: string): number {
  const met = items.map((item) => (item.itemId === itemId ? { ...item, outcome: 'met' as const } : item));
  return addPoints(checklist, met).points - addPoints(checklist, items).points;
}
