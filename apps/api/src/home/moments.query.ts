import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { endOfDay, startOfDay } from '#calls';
import {
  INVENTED_SOURCE,
  type Checklist,
  type Evidence,
  type HomePeriod,
  type ItemResult,
  type Moment,
  type Moments,
} from '#contracts';
import { CompanyService, type Asker } from '#people';
import { Clock } from '#platform';
import { ChecklistRegister, daysAfter, firstMoment, WithheldResults } from '#quality';
import { costOf } from './cost.rules.js';
import { AGENT } from '../dashboard/call-row.js';
import { ListedCalls } from '../dashboard/listed-calls.js';
import { Parameters, resultShown, visibleLegs } from '../reach/visible-legs.js';
import { theDayOf, weekTo, yesterdayOf, type SiteDays } from './home-days.rules.js';

const MOST = 8;
const LOOKS_BACK_DAYS = 7;

interface Row extends Omit<Moment, 'startedAt' | 'atMs' | 'cost' | 'checklistId'> {
  startedAt: Date;
  evidence: Evidence[];
  items: ItemResult[];
  checklist: Pick<Checklist, 'id' | 'version'>;
}

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
    const rows: Row[] = await this.source.query(momentsSql(within), parameters.values);
    return {
      ...days,
      scored: await count({ stage: ['scored'] }),
      withNotMet: await count({ result: ['any:not_met'] }),
      items: await Promise.all(rows.map((row) => this.moment(row))),
    };
  }

  private async moment({ evidence, startedAt, items, checklist: { id, version }, ...row }: Row): Promise<Moment> {
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

/** Of two results of a call that cost the same, the one that can be heard, then the surer one. */
const momentsSql = (within: string): string => `
  with worst as (
    select distinct on (call.id) call.id as call_id, call.source = '${INVENTED_SOURCE}' as invented, call.started_at, call.language, call.customer, leg.id as leg_id, leg.position, leg.person_id,
      leg.team_id, card.author, card.items, card.checklist_id, card.checklist_version, card.points, card.max_points, result, judged.item,
      coalesce(judged.item->'critical', 'false') <> 'false'::jsonb as critical, coalesce((judged.item->>'weight')::float8, 0) as weight,
      (result->>'confidence')::float8 as confidence
    from call join leg on leg.call_id = call.id join counting_scorecard counting on counting.leg_id = leg.id
    join scorecard card on card.id = counting.scorecard_id and (card.counts->>'not_met')::int > 0
    join checklist_version version on version.checklist_id = card.checklist_id and version.version = card.checklist_version
    cross join lateral jsonb_array_elements(card.items) result
    cross join lateral (select item from jsonb_array_elements(version.definition->'sections') section, jsonb_array_elements(section->'items') item
      where item->>'id' = result->>'itemId' limit 1) judged
    where ${within} and result->>'outcome' = 'not_met' and not result ? 'notTrusted'
      and (coalesce((judged.item->>'weight')::float8, 0) > 0 or coalesce(judged.item->'critical', 'false') <> 'false'::jsonb)
    order by call.id, critical desc, weight desc, result->'evidence' @> '[{"kind": "words"}]' desc, confidence desc, leg.position)
  select worst.call_id as "callId", worst.invented, worst.leg_id as "legId", worst.started_at as "startedAt", worst.language, worst.customer,
    (select count(*)::int from leg earlier where earlier.call_id = worst.call_id and earlier.position <= worst.position) as leg,
    ${AGENT} as agent, result->>'itemId' as "itemId", item->'title' as title, item->'advice' as advice, critical, worst.items, json_build_object('id', checklist_id, 'version', checklist_version) as checklist,
    result->>'source' as source, result->'evidence' as evidence, author <> 'automatic' as reviewed, points, max_points as "maxPoints",
    (select json_build_object('recordingId', recording.id, 'durationMs', recording.duration_ms) from recording
      where recording.leg_id = worst.leg_id and recording.custody = 'sealed' and recording.destruction_started_at is null
      order by recording.id limit 1) as recording
  from worst join person on person.id = worst.person_id join team on team.id = worst.team_id
  order by critical desc, weight desc, confidence desc, worst.started_at desc limit ${MOST}`;
