import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { daysOfPeriod, type CallFilters, type Permission } from '#contracts';
import { CompanyService, Team, scopeOf, type Asker, type Scope } from '#people';
import { Clock } from '#platform';
import { DateTime } from 'luxon';
import { filterConditions } from './call-filters.sql.js';
import { Parameters, visibleLegs } from './visible-legs.js';

/** Who asks for what. */
export interface Question {
  asker: Pick<Asker, 'held' | 'personId'>;
  /** Whose reach decides which legs are listed. */
  permission: Permission;
  filters: CallFilters;
  /** Legs whose results the asker does not see at present (`WithheldResults`). */
  withheld: readonly string[];
}

/** What a row of `listed_leg`, which goes by the name `leg`, must be, in parts. */
export interface ListedConditions {
  scope: Scope;
  /** The teams that team and client leave; null: every team. */
  teamIds: readonly string[] | null;
  /** Of the filters that say neither where nor whose. */
  conditions: string[];
  visible: string;
  /** Visible, and of the team and agent that was asked for. */
  legs: string;
}

/** Says which rows of the derived table of the list a question asks for (decision 20): the list, its file and reports read by it. */
@Injectable()
export class ListedLegs {
  constructor(
    private readonly source: DataSource,
    private readonly company: CompanyService,
    private readonly clock: Clock,
  ) {}

  async conditions(
    { asker, permission, filters: asked, withheld }: Question,
    parameters: Parameters,
  ): Promise<ListedConditions> {
    const profile = await this.company.profile();
    const filters = inDays(asked, this.clock.now(), profile.timeZone);
    const teamIds = await this.teamsOf(filters);
    const visible = visibleLegs(permission, asker, parameters);
    const legs = [
      visible,
      ...(teamIds ? [`leg.team_id = any(${parameters.add(teamIds)}::uuid[])`] : []),
      ...(filters.agent ? [`leg.person_id = any(${parameters.add(filters.agent)}::uuid[])`] : []),
    ].join(' and ');
    const scope = scopeOf(permission, asker.held, asker.personId);
    return { scope, teamIds, conditions: filterConditions(filters, profile, parameters, withheld), visible, legs };
  }

  /** All of it as one condition. */
  async condition(question: Question, parameters: Parameters): Promise<string> {
    const { conditions, legs } = await this.conditions(question, parameters);
    return [...conditions, legs].join(' and ');
  }

  private async teamsOf({ team, client }: CallFilters): Promise<string[] | null> {
    if (!client) return team ?? null;
    const rows: { id: string }[] = await this.source.manager
      .createQueryBuilder(Team, 'team')
      .select('team.id', 'id')
      .where('team.client_id = any(:client)', { client })
      .getRawMany();
    const ofClients = rows.map(({ id }) => id);
    return team ? ofClients.filter((id) => team.includes(id)) : ofClients;
  }
}

/** Filters with their period as days of the site's calendar; of a period and days beside it, what both leave. */
export function inDays({ period, ...filters }: CallFilters, now: Date, timeZone: string): CallFilters {
  if (!period) return filters;
  const days = daysOfPeriod(period, DateTime.fromJSDate(now, { zone: timeZone }).toFormat('yyyy-MM-dd'));
  return {
    ...filters,
    from: filters.from !== undefined && filters.from > days.from ? filters.from : days.from,
    to: filters.to !== undefined && filters.to < days.to ? filters.to : days.to,
  };
}
