import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { filterConditions, ListedLegs, Parameters, resultShown, type Question } from '#calls';
import {
  type CallReport,
  type CallReportRow,
  type ItemReport,
  type ItemReportBy,
  type ItemReportQuery,
  type Permission,
  type ReportFigures,
  type ReportQuery,
  type Mean,
  type Rate,
} from '#contracts';
import { CompanyService, covers, scopeOf, within, type Asker } from '#people';
import { Clock } from '#platform';
import { TrustQuery } from '#quality';
import { wilson } from '#quality/rules';
import { WithheldResults } from '../blind/withheld-results.service.js';
import { countCalls, type CountedCalls } from './report-counts.sql.js';
import { countResults, countResultsOfDays, type CountedResults } from './result-counts.sql.js';
import { RowNamesQuery } from './row-names.query.js';
import { NARROW } from './narrow.rules.js';
import { siteDays } from './counted-days.service.js';

/**
 * The mean of `n` shares in per cent. Its interval is Wilson's of a share, over the sum of the shares: points vary at most as much as a plain
 * yes or no does, so that it is rather too wide than too narrow, and holds for few calls and for equal ones, whose spread says nothing.
 * @returns null of none; of a single call no interval
 */
export function meanOf(n: number, mean: number | null): Mean | null {
  if (n === 0 || mean === null) return null;
  const rate = n === 1 ? null : wilson((n * mean) / 100, n);
  const percent = (share: number | undefined) => (share === undefined ? null : exact(100 * share));
  return { n, mean: exact(mean), low: percent(rate?.low), high: percent(rate?.high) };
}

/** The database adds floating numbers in any order it meets them; the last digits say nothing. */
const exact = (percent: number): number => Number(percent.toFixed(4));

/** Of calls with both, what share had no miss. */
export const withoutMiss = (misses: number, of: number): Rate | null => wilson(of - misses, of);

/** Rows of one report; more than a person reads. */
const MOST_ROWS = 1_000;

export type ReportAsker = Pick<Asker, 'held' | 'personId'>;

/**
 * Counts what the list of calls shows: the same table, the same conditions, the same reach (decision 85). Scores are shown where the asker may
 * see them of every call that is counted, else not at all.
 */
@Injectable()
export class ReportsQuery {
  constructor(
    private readonly source: DataSource,
    private readonly listed: ListedLegs,
    private readonly names: RowNamesQuery,
    private readonly company: CompanyService,
    private readonly withheld: WithheldResults,
    private readonly trust: TrustQuery,
    private readonly clock: Clock,
  ) {}

  /** @param permission whose reach decides what is counted */
  async calls(asker: ReportAsker, { by, ...filters }: ReportQuery, permission: Permission): Promise<CallReport> {
    const parameters = new Parameters();
    const profile = await this.company.profile();
    const withheld = await this.withheld.of(asker);
    const { where, judged } = await this.asked({ asker, permission, filters, withheld }, parameters);
    const counted: CountedCalls[] = await this.source.query(
      countCalls(by, where, { profile, withheld }, parameters),
      parameters.values,
    );
    const groups = counted.filter(({ is_total }) => !is_total);
    const shown = mostOf(groups, ({ calls }) => calls);
    const names = await this.names.ofCalls(
      by,
      shown.map(({ row_key }) => row_key as string),
    );
    const rows = shown.map((group): CallReportRow => {
      const key = group.row_key as string;
      const { name, detail } = names.get(key) ?? { name: null, detail: null };
      return { key, name, detail, narrow: NARROW[by](key, filters), figures: figuresOf(group, judged) };
    });
    const total = counted.find(({ is_total }) => is_total);
    return {
      asOf: this.clock.now().toISOString(),
      leftOut: groups.length - shown.length,
      total: total ? figuresOf(total, judged) : nothing(judged),
      rows: rows.sort(byNames),
    };
  }

  async items(asker: ReportAsker, { by, ...filters }: ItemReportQuery, permission: Permission): Promise<ItemReport> {
    const asOf = this.clock.now().toISOString();
    const counted = await this.results(by, { asker, permission, filters });
    if (!counted) return { asOf, leftOut: 0, judged: false, rows: [] };
    const names = await this.names.ofResults(by);
    const untrusted = by === 'item' ? await this.trust.accusingNoOne() : new Map<string, never>();
    const shown = mostOf(counted, ({ judged }) => judged);
    const rows = shown.map(({ key, judged, ...figures }) => {
      const { name = null, detail = null, critical = false } = names.get(key) ?? {};
      // The outcome is told by the figure; the row only by the item.
      const narrow = {};
      return {
        key,
        name,
        detail,
        critical,
        notTrusted: [...(untrusted.get(key)?.languages ?? [])],
        notTrustedBy: [...(untrusted.get(key)?.checklists ?? [])],
        narrow,
        figures: { ...figures, share: figures.told > 0 ? null : withoutMiss(figures.not_met, judged) },
      };
    });
    return { asOf, leftOut: counted.length - shown.length, judged: true, rows: rows.sort(byNames) };
  }

  /** @returns null where the asker may not see the scores of all that is counted */
  private async results(
    by: ItemReportBy,
    asked: Omit<Question, 'withheld' | 'filters'> & { filters: Omit<ItemReportQuery, 'by'> },
  ): Promise<CountedResults[] | null> {
    const parameters = new Parameters();
    const withheld = await this.withheld.of(asked.asker);
    const { where, judged, everyone } = await this.asked({ ...asked, withheld }, parameters);
    if (!judged) return null;
    const { from, to, language, direction, queue, reviewer, agent } = asked.filters;
    if (!everyone || queue || reviewer || agent) {
      const all = `${where} and ${resultShown(withheld, parameters, 'leg.leg_id')}`;
      return this.source.query(countResults(by, all), parameters.values);
    }
    const profile = await this.company.profile();
    const ofCounted = filterConditions({ language, direction }, profile, parameters, []).join(' and ') || 'true';
    const days = siteDays(from, to, profile.timeZone);
    return this.source.query(
      countResultsOfDays(by, { days, where, ofCounted, withheld }, parameters),
      parameters.values,
    );
  }

  /** Which rows are counted, whether the asker may see the scores of all of them, and whether those of every team are among them. */
  private async asked(question: Question, parameters: Parameters) {
    const { scope, teamIds, conditions, legs } = await this.listed.conditions(question, parameters);
    const { held, personId } = question.asker;
    const judged = covers(scopeOf('scorecards.read', held, personId), within(scope, teamIds));
    const everyone = scope.kind === 'all' && teamIds === null;
    return { where: [...conditions, legs].join(' and '), judged, everyone };
  }
}

/** Points of one agent alone are told nowhere: scores that count include calls that were chosen for their risk. */
function figuresOf(counted: CountedCalls, judged: boolean): ReportFigures {
  const { calls, scored, critical, abstained, ringsBeyond, ringsKnown, one_agent: oneAgent } = counted;
  const points = oneAgent ? null : meanOf(counted.points_n, counted.points_mean);
  return {
    calls,
    // A late answer counts, also where another leg of the call was answered in time.
    rings: withoutMiss(ringsBeyond, ringsKnown),
    judged: judged ? { scored, points, oneAgent, critical, abstained } : null,
  };
}

const nothing = (judged: boolean): ReportFigures => ({
  calls: 0,
  rings: null,
  judged: judged ? { scored: 0, points: null, oneAgent: false, critical: 0, abstained: 0 } : null,
});

const mostOf = <T>(rows: T[], count: (row: T) => number): T[] =>
  rows.length <= MOST_ROWS ? rows : rows.toSorted((a, b) => count(b) - count(a)).slice(0, MOST_ROWS);

/** People by staff number, all else by name or key: never by how they did. */
function byNames(a: Named, b: Named): number {
  return orderOf(a).localeCompare(orderOf(b), 'zh-Hans-CN-u-kn');
}
interface Named {
  key: string;
  name: { zh: string } | null;
  detail: string | null;
}
const orderOf = ({ key, name, detail }: Named): string => (name && detail ? detail : (name?.zh ?? key));
