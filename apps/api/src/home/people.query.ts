import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { startOfDay } from '#calls';
import { type Listeners, type UnreviewedAgents } from '#contracts';
import { CompanyService, type Asker } from '#people';
import { Clock } from '#platform';
import { daysAfter } from '#reviews';
import { maySeeRequester } from '../call/page/accesses.query.js';
import { AGENT } from '../call/list/call-row.js';
import { Parameters, visibleLegs } from '../reach/visible-legs.js';
import { mondayOf } from './home-days.rules.js';

const MOST = 8;
const LISTENED_DAYS = 14;
/** An agent whose last review is older has none, as far as this screen tells. */
const LOOKS_BACK_DAYS = 180;

type Unreviewed = Omit<UnreviewedAgents['items'][number], 'lastReviewAt'> & {
  lastReviewAt: Date | null;
  total: number;
};
type Listened = Omit<Listeners['items'][number], 'at' | 'startedAt'> & { at: Date; startedAt: Date; withheld: boolean };

/** Whose work no person looked at, and who looked at one's own. */
@Injectable()
export class HomePeopleQuery {
  constructor(
    private readonly source: DataSource,
    private readonly company: CompanyService,
    private readonly clock: Clock,
  ) {}

  async unreviewed(asker: Asker): Promise<UnreviewedAgents> {
    const { timeZone } = await this.company.profile();
    const from = mondayOf(this.clock.now(), timeZone);
    const parameters = new Parameters();
    const visible = visibleLegs('scorecards.judge', asker, parameters);
    const since = parameters.add(startOfDay(from, timeZone));
    const rows: Unreviewed[] = await this.source.query(
      unreviewedSql(visible, since, parameters.add(asker.personId)),
      parameters.values,
    );
    return {
      from,
      total: rows[0]?.total ?? 0,
      items: rows.map(({ total: _, lastReviewAt, ...row }) => {
        return { ...row, lastReviewAt: lastReviewAt?.toISOString() ?? null };
      }),
    };
  }

  async listeners(asker: Asker): Promise<Listeners> {
    const since = daysAfter(this.clock.now(), -LISTENED_DAYS);
    const rows: Listened[] = await this.source.query(LISTENERS, [asker.personId, since]);
    const knows = maySeeRequester(asker);
    return {
      items: rows.map(({ withheld, at, startedAt, by, ...row }) => {
        const named = { at: at.toISOString(), startedAt: startedAt.toISOString(), by: withheld && !knows ? null : by };
        return { ...row, ...named };
      }),
    };
  }
}

/** Once for each agent and the team that they took the calls in; an agent of whom one call was reviewed is left out of all of them. */
const unreviewedSql = (visible: string, since: string, me: string): string => `
  with seen as (
    select leg.person_id, leg.team_id, count(distinct leg.call_id)::int as calls
    from call join leg on leg.call_id = call.id join counting_scorecard counting on counting.leg_id = leg.id and counting.scorecard_id is not null
    where call.started_at >= ${since} and leg.person_id <> ${me} and ${visible} group by leg.person_id, leg.team_id),
  last as (
    select leg.person_id, max(card.created_at) as at from scorecard card join leg on leg.id = card.leg_id
    where card.author = 'review' and not exists (select 1 from review_retraction back where back.scorecard_id = card.id) and card.created_at >= ${since}::timestamptz - interval '${LOOKS_BACK_DAYS} days' group by leg.person_id)
  select ${AGENT} as agent, calls, last.at as "lastReviewAt", (count(*) over ())::int as total
  from seen join person on person.id = seen.person_id join team on team.id = seen.team_id left join last on last.person_id = seen.person_id
  where last.at is null or last.at < ${since}
  order by last.at nulls first, calls desc, person.staff_number limit ${MOST}`;

/** Listening in is told once it is over: whether the agent learns of it during the call is the company's choice. */
const LISTENERS = `
  select play.opened_at as at, play.call_id as "callId", call.started_at as "startedAt", play.purpose, false as live,
    jsonb_build_object('zh', person.name_zh, 'en', person.name_en) as by, coalesce(request.confidential, false) as withheld,
    (select sum((span->>1)::float8 - (span->>0)::float8)::int from jsonb_array_elements(play.heard_ms) span) as "heardMs"
  from leg join recording on recording.leg_id = leg.id join play on play.recording_id = recording.id and play.call_id = leg.call_id
  join call on call.id = leg.call_id join person on person.id = play.person_id
  left join request_grant given on given.id = play.request_grant_id left join legal_request request on request.id = given.request_id
  where leg.person_id = $1 and play.person_id <> $1 and play.opened_at >= $2
  union all
  select one.opened_at, call.id, call.started_at, one.purpose, true, jsonb_build_object('zh', person.name_zh, 'en', person.name_en), false, one.sent_ms
  from live_listening one join person on person.id = one.person_id join call on call.id = coalesce(
    (select named.call_id from call_name named where named.source = one.source and named.external_id = one.live_call_id::text),
    (select own.id from call own where own.source = one.source and own.external_id = one.live_call_id::text))
  where one.agent_person_id = $1 and one.person_id <> $1 and one.follows = 'sound' and one.ended_at is not null and one.opened_at >= $2
  order by at desc, "callId" limit ${MOST}`;
