import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { DataSource } from 'typeorm';
import { endOfDay, startOfDay } from '#calls';
import { UNUSUAL_LONGEST_DAYS, type Bilingual, type UnusualView } from '#contracts';
import { CompanyService, type Asker } from '#people';
import { Clock } from '#platform';
import { isCompared, NO_PAST, unusualAccess, type Finding } from './unusual-access.rules.js';
import { UnusualPlaysQuery } from './unusual-plays.query.js';
import { apiRefusals } from '../refusals.js';

/** Where no period is named. */
const USUAL_DAYS = 28;

/** Looks at the plays of a period by the rules of `unusual-access.rules.ts`. */
@Injectable()
export class UnusualAccessQuery {
  constructor(
    private readonly source: DataSource,
    private readonly plays: UnusualPlaysQuery,
    private readonly company: CompanyService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `period_too_long` */
  async view(asker: Asker, asked: { from?: string; to?: string }): Promise<UnusualView> {
    const { timeZone } = await this.company.profile();
    const { from, to } = this.period(asked, timeZone);
    const [start, end] = [startOfDay(from, timeZone), endOfDay(to, timeZone)];
    const period = { from: start, to: end, timeZone };
    const [groups, past] = await Promise.all([this.plays.groups(asker, period), this.plays.past(asker, period)]);
    const found = unusualAccess(groups, past);
    const people = groups.filter(({ kind }) => kind === 'all');
    const names = await this.names(found.map(({ personId }) => personId));
    return {
      from,
      to,
      plays: sum(people),
      people: people.length,
      earlierPlays: sum([...past.values()]),
      notCompared: people.filter(({ personId }) => !isCompared(past.get(personId) ?? NO_PAST)).length,
      findings: found.map((finding) => viewOf(finding, names)),
    };
  }

  private period(asked: { from?: string; to?: string }, timeZone: string): { from: string; to: string } {
    const today = DateTime.fromJSDate(this.clock.now(), { zone: timeZone });
    const to = asked.to ?? today.toISODate() ?? '';
    const from =
      asked.from ??
      DateTime.fromISO(to)
        .minus({ days: USUAL_DAYS - 1 })
        .toISODate() ??
      '';
    const days = DateTime.fromISO(to).diff(DateTime.fromISO(from), 'days').days + 1;
    if (days > UNUSUAL_LONGEST_DAYS || days < 1) throw apiRefusals.period_too_long();
    return { from, to };
  }

  private async names(ids: readonly string[]): Promise<Map<string, Bilingual>> {
    const people: { id: string; zh: string; en: string }[] = await this.source.query(
      'select id, name_zh as zh, name_en as en from person where id = any($1)',
      [ids],
    );
    return new Map(people.map(({ id, zh, en }) => [id, { zh, en }]));
  }
}

const sum = (counted: readonly { plays: number }[]): number => counted.reduce((all, { plays }) => all + plays, 0);

function viewOf({ rule, personId, plays, latest, of, figures }: Finding, names: Map<string, Bilingual>) {
  return {
    rule,
    person: { personId, name: names.get(personId) ?? { zh: personId, en: personId } },
    plays,
    of,
    figures,
    examples: latest.map(({ at, callId }) => ({ at: new Date(at).toISOString(), callId })),
  };
}
