import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { endOfDay, ListedLegs, Parameters, startOfDay } from '#calls';
import {
  type Bilingual,
  type Permission,
  type ServiceFigures,
  type ServiceReport,
  type ServiceReportQuery,
} from '#contracts';
import { CompanyService } from '#people';
import { Clock } from '#platform';
import { QualitySettingsService } from '#quality';
import { RowNamesQuery, type ReportAsker } from '#reviews';
import { wilson } from '#quality/rules';
import { countService, countWithoutDirection, type CountedService, type ServiceCount } from './service-counts.sql.js';

/** Rows of one report; more than a person reads. */
const MOST_ROWS = 1_000;

/**
 * How customers who called were served, also by calls without a recording: counted from calls and legs as the telephone system tells them,
 * with the reach over legs that the list of calls has.
 */
@Injectable()
export class ServiceLevels {
  constructor(
    private readonly source: DataSource,
    private readonly listed: ListedLegs,
    private readonly names: RowNamesQuery,
    private readonly company: CompanyService,
    private readonly settings: QualitySettingsService,
    private readonly clock: Clock,
  ) {}

  /** @param permission whose reach decides which legs are counted */
  async report(asker: ReportAsker, query: ServiceReportQuery, permission: Permission): Promise<ServiceReport> {
    const { by } = query;
    const { settings } = await this.settings.current(this.source.manager);
    const counted: CountedService[] = await this.ask(asker, query, permission, (count, parameters) =>
      countService(by, count, parameters),
    );
    const [undirected]: { calls: number }[] = await this.ask(asker, query, permission, countWithoutDirection);
    const groups = counted.filter(({ is_total: isTotal }) => !isTotal);
    const shown = groups.toSorted((a, b) => offered(b) - offered(a)).slice(0, MOST_ROWS);
    const names = await this.namesOf(by, shown);
    const rows = shown.map((group) => {
      const key = group.row_key!;
      return { key, name: names.get(key)?.name ?? null, figures: figuresOf(group) };
    });
    const total = counted.find(({ is_total: isTotal }) => isTotal);
    return {
      asOf: this.clock.now().toISOString(),
      leftOut: groups.length - shown.length,
      settings: settings.service,
      withoutDirection: undirected?.calls ?? 0,
      total: total ? figuresOf(total) : NONE,
      rows: rows.toSorted((a, b) => nameOf(a).localeCompare(nameOf(b), 'zh-Hans-CN-u-kn')),
    };
  }

  private async ask<Row>(
    asker: ReportAsker,
    { by: _, from, to, queue, ...filters }: ServiceReportQuery,
    permission: Permission,
    sql: (count: ServiceCount, parameters: Parameters) => string,
  ): Promise<Row[]> {
    const parameters = new Parameters();
    const { timeZone } = await this.company.profile();
    const { settings } = await this.settings.current(this.source.manager);
    const { legs } = await this.listed.conditions({ asker, permission, filters, withheld: [] }, parameters);
    const ofQueues = queue ? ` and leg.queue = any(${parameters.add(queue)}::text[])` : '';
    const days = { starts: startOfDay(from, timeZone), ends: endOfDay(to, timeZone) };
    const count = { ...days, timeZone, where: `${legs}${ofQueues}`, settings: settings.service };
    return this.source.query(sql(count, parameters), parameters.values);
  }

  private async namesOf(by: ServiceReportQuery['by'], rows: readonly CountedService[]) {
    if (by !== 'service_team') return new Map<string, { name: Bilingual | null }>();
    return this.names.ofCalls(
      'team',
      rows.map(({ row_key: key }) => key!),
    );
  }
}

const offered = ({ answered, abandoned, shortAbandoned, missed, unknown }: CountedService): number =>
  answered + abandoned + shortAbandoned + missed + unknown;

function figuresOf(counted: CountedService): ServiceFigures {
  const { answered, elsewhere, abandoned, shortAbandoned, missed, unknown, inTime } = counted;
  return {
    ...{ offered: offered(counted), answered, abandoned, shortAbandoned, missed, unknown },
    answeredElsewhere: elsewhere,
    inTime: wilson(inTime, counted.waits + abandoned + missed),
    abandonment: wilson(abandoned, answered + abandoned + missed),
    speedOfAnswer: mean(counted.waits, counted.wait),
    handleTime: mean(counted.handles, counted.handle),
  };
}

const mean = (n: number, seconds: number | null): ServiceFigures['handleTime'] =>
  n === 0 || seconds === null ? null : { n, seconds: Number(seconds.toFixed(3)) };

const NONE: ServiceFigures = {
  ...{ offered: 0, answered: 0, answeredElsewhere: 0, abandoned: 0, shortAbandoned: 0, missed: 0, unknown: 0 },
  ...{ inTime: null, abandonment: null, speedOfAnswer: null, handleTime: null },
};

const nameOf = ({ key, name }: { key: string; name: Bilingual | null }): string => name?.zh ?? key;
