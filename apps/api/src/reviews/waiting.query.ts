import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import {
  MOST_CHOSEN,
  REASONS_OF_THE_CALL,
  type Bilingual,
  type NextWaiting,
  type NextWaitingQuery,
  type WaitingList,
  type WaitingQuery as Query,
  type WaitingRow,
  type WholeCalls,
} from '#contracts';
import { type Asker } from '#people';
import { Clock } from '#platform';
import { WithheldResults } from '#reviews';
import { AGENT } from '../call/list/call-row.js';
import { Parameters, resultShown, visibleLegs } from '../reach/visible-legs.js';
import { writeKey, keyFrom } from '../people/list-cursor.rules.js';
import { apiRefusals } from '../refusals.js';

interface Row extends Omit<WaitingRow, 'startedAt' | 'waitsSince' | 'claim' | 'checklist'> {
  micros: string;
  startedAt: Date;
  waitsSince: Date;
  checklistId: string;
  checklistTitle: Bilingual;
  claimedBy: Bilingual | null;
  claimedUntil: Date | null;
  mine: boolean;
}

/** What waits for a person in the teams that the asker may judge, the oldest first; calls that they took themselves are not theirs. */
@Injectable()
export class WaitingQuery {
  constructor(
    private readonly source: DataSource,
    private readonly withheld: WithheldResults,
    private readonly clock: Clock,
  ) {}

  async list(asker: Asker, query: Query): Promise<WaitingList> {
    const [total, rows] = await Promise.all([this.total(asker, query), this.rows(asker, query)]);
    const page = rows.slice(0, query.limit);
    const last = rows.length > query.limit ? page.at(-1) : undefined;
    return {
      total,
      items: page.map(rowOf),
      nextCursor: last ? writeKey(last.micros, last.waitingId) : null,
    };
  }

  /** The calls of the list that wait as one, by the reason that concerns all of each. */
  async wholeCalls(asker: Asker, query: Pick<Query, 'show' | 'language'>): Promise<WholeCalls> {
    const parameters = new Parameters();
    const reached = this.reached(asker, { ...query, limit: 1 }, await this.withheld.of(asker), parameters);
    const most = parameters.add(MOST_CHOSEN);
    const rows: { reason: WaitingRow['reason']; callIds: string[]; more: boolean }[] = await this.source.query(
      `with one as (select leg.call_id, ${REASON} as reason, row_number() over (order by waiting.opened_at, waiting.id) as place
         from ${reached} and waiting.whole order by place limit ${most}::int + 1)
       select reason, array_agg(distinct call_id) as "callIds", (select max(place) from one) > ${most} as more
       from one where place <= ${most} group by reason order by count(*) desc, reason`,
      parameters.values,
    );
    const reasons = rows.map(({ reason, callIds }) => ({ reason, callIds }));
    return { reasons, more: rows[0]?.more ?? false };
  }

  /** The scorecard after that of `after`, in the order of the list; one that a colleague has taken is passed over. */
  async next(asker: Asker, { after, ...query }: NextWaitingQuery): Promise<NextWaiting> {
    const withheld = await this.withheld.of(asker);
    const parameters = new Parameters();
    const [me, now] = [parameters.add(asker.personId), parameters.add(this.clock.now())];
    const reached = `${this.reached(asker, { ...query, limit: 1 }, withheld, parameters)}
      and (waiting.claimed_until > ${now} and waiting.claimed_by_person_id <> ${me}) is not true`;
    const from = parameters.add(after ?? null);
    const visible = visibleLegs('scorecards.judge', asker, parameters);
    const [found]: { id: string; left: number }[] = await this.source.query(
      nextSql({ reached, from, visible }),
      parameters.values,
    );
    if (!found) return { left: 0, next: null };
    const [row] = await this.rows(asker, { show: 'all', limit: 1 }, found.id);
    return { left: found.left, next: row ? rowOf(row) : null };
  }

  private async total(asker: Asker, query: Query): Promise<number> {
    const parameters = new Parameters();
    const withheld = await this.withheld.of(asker);
    const [counted]: { total: number }[] = await this.source.query(
      `select count(*)::int as total from ${this.reached(asker, query, withheld, parameters)}`,
      parameters.values,
    );
    return counted?.total ?? 0;
  }

  /** @param only of the rows of the page: the one with this id */
  private async rows(asker: Asker, query: Query, only?: string): Promise<Row[]> {
    const parameters = new Parameters();
    const withheld = await this.withheld.of(asker);
    const one = only === undefined ? '' : `and waiting.id = ${parameters.add(only)}`;
    const reached = `${this.reached(asker, query, withheld, parameters)} ${this.after(query, parameters)} ${one}`;
    const [now, me] = [parameters.add(this.clock.now()), parameters.add(asker.personId)];
    return this.source.query(pageSql(reached, parameters.add(query.limit + 1), { now, me }), parameters.values);
  }

  private reached(
    asker: Asker,
    { show, language }: Query,
    withheld: readonly string[],
    parameters: Parameters,
  ): string {
    const claimed = () => `waiting.claimed_until > ${parameters.add(this.clock.now())}`;
    const me = parameters.add(asker.personId);
    const conditions = [
      'waiting.closed_at is null',
      visibleLegs('scorecards.judge', asker, parameters),
      // What waits tells what the machine could judge.
      resultShown(withheld, parameters),
      `not exists (select 1 from legs_of_call(leg.call_id) own where own.person_id = ${me})`,
      ...(show === 'free' ? [`(${claimed()}) is not true`] : []),
      ...(show === 'mine' ? [`${claimed()} and waiting.claimed_by_person_id = ${me}`] : []),
      FIRST_OF_ITS_CALL,
      ...(language ? [`call.language = ${parameters.add(language)}`] : []),
    ];
    return `awaiting_person waiting join leg on leg.id = waiting.leg_id join call on call.id = leg.call_id
      where ${conditions.join(' and ')}`;
  }

  private after({ cursor }: Query, parameters: Parameters): string {
    if (cursor === undefined) return '';
    const [micros, id] = keyFrom(cursor, 2);
    if (!/^\d{1,17}$/.test(micros ?? '') || !z.uuid().safeParse(id).success) throw apiRefusals.bad_cursor();
    return `and (waiting.opened_at, waiting.id) > (to_timestamp(0) + ${parameters.add(micros)}::bigint * interval '1 microsecond', ${parameters.add(id)}::uuid)`;
  }
}

/** A leg that waits as a whole is one row, that of its item which has waited longest; other rows each stand for themselves. */
const FIRST_OF_ITS_CALL = `(not waiting.whole or not exists (select 1 from awaiting_person earlier
  where earlier.leg_id = waiting.leg_id and earlier.whole and earlier.closed_at is null
    and (earlier.opened_at, earlier.id) < (waiting.opened_at, waiting.id)))`;

/** Of a whole call what concerns it, also where its item that waited longest is left to a person anyway. */
const REASON = `case when waiting.whole then coalesce((select one.reason from awaiting_person one
  where one.leg_id = waiting.leg_id and one.whole and one.closed_at is null and one.reason in ('${REASONS_OF_THE_CALL.join("','")}')
  order by one.opened_at, one.id limit 1), waiting.reason) else waiting.reason end`;

interface Names {
  now: string;
  me: string;
}

/** One row for each leg and checklist, standing for its item that has waited longest: first those after `from`, then from the top. */
const nextSql = ({ reached, from, visible }: Record<'reached' | 'from' | 'visible', string>): string => `
  with here as (select waiting.* from awaiting_person waiting join leg on leg.id = waiting.leg_id where waiting.id = ${from}::uuid and ${visible}),
    card as (select distinct on (waiting.leg_id, waiting.checklist_id) waiting.id, waiting.opened_at from ${reached}
      and not exists (select 1 from here where here.leg_id = waiting.leg_id and here.checklist_id = waiting.checklist_id)
      order by waiting.leg_id, waiting.checklist_id, waiting.opened_at, waiting.id)
  select card.id, count(*) over ()::int as left from card left join here on true
  order by coalesce((card.opened_at, card.id) > (here.opened_at, here.id), true) desc, card.opened_at, card.id limit 1`;

/** The item's title is that of the version which made the card. */
const pageSql = (reached: string, limit: string, { now, me }: Names): string => `
  with waiting as (select waiting.* from ${reached} order by waiting.opened_at, waiting.id limit ${limit})
  select waiting.id as "waitingId", (extract(epoch from opened_at) * 1000000)::bigint::text as micros, call.id as "callId",
    leg.id as "legId", (select count(*)::int from leg earlier where earlier.call_id = leg.call_id and earlier.position <= leg.position) as leg,
    call.started_at as "startedAt", call.language, call.customer, matter.title as matter, ${AGENT} as agent,
    waiting.checklist_id as "checklistId", version.definition->'title' as "checklistTitle", item_id as "itemId",
    (select item->'title' from jsonb_array_elements(version.definition->'sections') section, jsonb_array_elements(section->'items') item
      where item->>'id' = item_id limit 1) as title,
    case when waiting.whole then (select jsonb_build_object('items', count(*)) from awaiting_person one
      where one.leg_id = waiting.leg_id and one.whole and one.closed_at is null) end as whole,
    ${REASON} as reason, at_ms as "atMs", opened_at as "waitsSince",
    case when claimed_until > ${now} then json_build_object('zh', claimer.name_zh, 'en', claimer.name_en) end as "claimedBy",
    claimed_until as "claimedUntil", claimed_by_person_id = ${me} as mine
  from waiting join leg on leg.id = waiting.leg_id join call on call.id = leg.call_id left join matter on matter.id = call.matter_id
  join person on person.id = leg.person_id join team on team.id = leg.team_id
  join scorecard on scorecard.id = waiting.scorecard_id
  join checklist_version version on version.checklist_id = scorecard.checklist_id and version.version = scorecard.checklist_version
  left join person claimer on claimer.id = claimed_by_person_id
  order by opened_at, waiting.id`;

function rowOf({ micros: _, checklistId, checklistTitle, claimedBy, claimedUntil, mine, ...row }: Row): WaitingRow {
  return {
    ...row,
    startedAt: row.startedAt.toISOString(),
    waitsSince: row.waitsSince.toISOString(),
    checklist: { id: checklistId, title: checklistTitle },
    claim: claimedBy && claimedUntil ? { mine, by: claimedBy, until: claimedUntil.toISOString() } : null,
  };
}
