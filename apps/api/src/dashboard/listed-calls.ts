import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type CallCount, type CallFilters, type Permission } from '#contracts';
import { CompanyService, Team, scopeOf, type Asker } from '#people';
import { filterConditions } from './call-filters.sql.js';
import { lanesOf, pageOfLanes } from './lanes.sql.js';
import { type Place } from './place-in-list.js';
import { Parameters, visibleLegs } from '../reach/visible-legs.js';

/** Who asks for what. */
export interface Question {
  asker: Pick<Asker, 'held' | 'personId'>;
  /** Whose reach decides which legs are listed. */
  permission: Permission;
  filters: CallFilters;
}

/** Filters that the indexes alone answer: their matches are counted far, the others only as far as reading them stays cheap. */
const CHEAP = new Set<string>(['from', 'to', 'team', 'client', 'agent']);
const COUNT_CHEAP = 200_000;
const COUNT_DEAR = 10_000;

/** Finds calls in the derived table of the list (decision 20): which ones, in which order, and how many. */
@Injectable()
export class ListedCalls {
  constructor(
    private readonly source: DataSource,
    private readonly company: CompanyService,
  ) {}

  /**
   * The statement that gives the ids of a page, in reading order. `legs` is the condition under which a leg of `leg` is shown in a row: visible,
   * and of the team and agent that was asked for.
   */
  async page(
    question: Question,
    place: Place,
    parameters: Parameters,
  ): Promise<{ sql: string; legs: string; visible: string }> {
    const { lanes, conditions, visible, legs } = await this.prepare(question, parameters);
    return { sql: pageOfLanes(lanes, [...conditions, legs], place, parameters), legs, visible };
  }

  /** Counts as far as is cheap, and says whether that was all. */
  async count(question: Question): Promise<CallCount> {
    const parameters = new Parameters();
    const { conditions, legs } = await this.prepare(question, parameters);
    const most = Object.keys(question.filters).every((name) => CHEAP.has(name)) ? COUNT_CHEAP : COUNT_DEAR;
    const rows: { counted: number }[] = await this.source.query(
      `select count(*)::int as counted from (
         select distinct leg.started_at, leg.call_id from listed_leg leg
         where ${[...conditions, legs].join(' and ')} limit ${parameters.add(most + 1)}) matching`,
      parameters.values,
    );
    const counted = rows[0]?.counted ?? 0;
    return { counted: Math.min(counted, most), exact: counted <= most };
  }

  /** What a leg of `leg` must be to be listed: visible, and as the filters ask. */
  async condition(question: Question, parameters: Parameters): Promise<string> {
    const { conditions, legs } = await this.prepare(question, parameters);
    return [...conditions, legs].join(' and ');
  }

  private async prepare({ asker, permission, filters }: Question, parameters: Parameters) {
    const { timeZone } = await this.company.profile();
    const scope = scopeOf(permission, asker.held, asker.personId);
    const teamIds = await this.teamsOf(filters);
    // Words are rarer than any lane: their own index is read once, not once for each lane.
    const lanes = filters.q === undefined ? lanesOf(scope, teamIds, filters.agent) : null;
    const visible = visibleLegs(permission, asker, parameters);
    const legs = [
      visible,
      ...(teamIds ? [`leg.team_id = any(${parameters.add(teamIds)}::uuid[])`] : []),
      ...(filters.agent ? [`leg.person_id = any(${parameters.add(filters.agent)}::uuid[])`] : []),
    ].join(' and ');
    return { lanes, conditions: filterConditions(filters, timeZone, parameters), visible, legs };
  }

  /** The teams that team and client leave, or null for every team. */
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
