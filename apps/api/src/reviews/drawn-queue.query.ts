import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  type Bilingual,
  type DrawnQueue,
  type DrawnQueueQuery as Query,
  type DrawnToReview,
  type NextDrawn,
  type NextDrawnQuery,
} from '#contracts';
import { type Asker } from '#people';
import { Clock } from '#platform';
import { WithheldResults } from '#reviews';
import { AGENT } from '../call/list/call-row.js';
import { writeCursor, besideCursor } from '../reach/cursor.rules.js';
import { Parameters, resultShown, visibleLegs } from '../reach/visible-legs.js';
import { apiRefusals } from '../refusals.js';

interface Row extends Omit<DrawnToReview, 'startedAt' | 'dueAt' | 'checklist' | 'reviewer'> {
  startedAt: Date;
  dueAt: Date;
  key: string;
  checklistId: string;
  checklistTitle: Bilingual;
  reviewerName: Bilingual | null;
  mine: boolean;
}

/** An assignment as far as it matters who may act on it. */
export interface ReachedAssignment {
  readonly legId: string;
  readonly blind: boolean;
}

/** What was drawn, or given by a person, and waits for its review, in the teams that the asker may judge; calls that they took themselves are not theirs. */
@Injectable()
export class DrawnQueueQuery {
  constructor(
    private readonly source: DataSource,
    private readonly withheld: WithheldResults,
    private readonly clock: Clock,
  ) {}

  /** What is due first comes first. @throws DomainError `bad_cursor` */
  async list(asker: Asker, query: Query): Promise<DrawnQueue> {
    const [counts, rows] = await Promise.all([this.counts(asker, query), this.rows(asker, query)]);
    const page = rows.slice(0, query.limit);
    const last = rows.length > query.limit ? page.at(-1) : undefined;
    return {
      ...counts,
      items: page.map(rowOf),
      nextCursor: last ? writeCursor({ startedAtMicros: last.key, callId: last.assignmentId }) : null,
    };
  }

  /** What comes after `after` in the list, and after its end its beginning; what a colleague has is passed over. */
  async next(asker: Asker, { show, after }: NextDrawnQuery): Promise<NextDrawn> {
    const parameters = new Parameters();
    const waiting = this.waiting(asker, show, parameters);
    const [me, from] = [parameters.add(asker.personId), parameters.add(after ?? null)];
    const visible = visibleLegs('scorecards.judge', asker, parameters);
    const [found]: { id: string; left: number }[] = await this.source.query(
      nextSql({ waiting: `${waiting} and coalesce(one.reviewer_person_id, ${me}) = ${me}`, from, visible }),
      parameters.values,
    );
    if (!found) return { left: 0, next: null };
    const only = new Parameters();
    const [row] = await this.page(asker, `from review_assignment one where one.id = ${only.add(found.id)}`, only);
    return { left: found.left, next: row ? rowOf(row) : null };
  }

  /** The leg of an assignment within reach. @throws DomainError `not_found` */
  async reached(asker: Asker, assignmentId: string): Promise<ReachedAssignment> {
    const parameters = new Parameters();
    const visible = visibleLegs('scorecards.judge', asker, parameters);
    const [row]: ReachedAssignment[] = await this.source.query(
      `select leg.id as "legId", one.blind from review_assignment one join leg on leg.id = one.leg_id
       where one.id = ${parameters.add(assignmentId)} and ${visible}`,
      parameters.values,
    );
    if (!row) throw apiRefusals.not_found();
    return row;
  }

  private async counts(asker: Asker, query: Query): Promise<{ total: number; overdue: number }> {
    const parameters = new Parameters();
    const now = parameters.add(this.clock.now());
    const [row]: { total: number; overdue: number }[] = await this.source.query(
      `select count(*)::int as total, (count(*) filter (where one.due_at < ${now}))::int as overdue ${this.waiting(asker, query.show, parameters)}`,
      parameters.values,
    );
    return row ?? { total: 0, overdue: 0 };
  }

  private async rows(asker: Asker, query: Query): Promise<Row[]> {
    const parameters = new Parameters();
    const waiting = this.waiting(asker, query.show, parameters);
    let after = '';
    if (query.cursor !== undefined) {
      const { startedAtMicros: micros, callId: id } = besideCursor(query.cursor);
      const at = `timestamptz 'epoch' + ${parameters.add(micros)}::bigint * interval '1 microsecond'`;
      after = `and (one.due_at, one.id) > (${at}, ${parameters.add(id)}::uuid)`;
    }
    const limit = parameters.add(query.limit + 1);
    return this.page(asker, `${waiting} ${after} order by one.due_at, one.id limit ${limit}`, parameters);
  }

  /** @param which of the assignments: what follows their columns */
  private async page(asker: Asker, which: string, parameters: Parameters): Promise<Row[]> {
    const me = parameters.add(asker.personId);
    const shown = resultShown(await this.withheld.of(asker), parameters);
    return this.source.query(
      `with page as (select one.* ${which}),
         stratum as (select draw_id, stratum, count(*)::int as legs from sampling_frame
           where (draw_id, stratum) in (select draw_id, stratum from page) group by draw_id, stratum)
       ${columns(me, shown)} order by one.due_at, one.id`,
      parameters.values,
    );
  }

  private waiting(asker: Asker, show: Query['show'], parameters: Parameters): string {
    const me = parameters.add(asker.personId);
    const conditions = [
      `one.state = 'open'`,
      visibleLegs('scorecards.judge', asker, parameters),
      `not exists (select 1 from legs_of_call(one.call_id) own where own.person_id = ${me})`,
      ...(show === 'mine' ? [`one.reviewer_person_id = ${me}`] : []),
      ...(show === 'free' ? ['one.reviewer_person_id is null'] : []),
    ];
    return `from review_assignment one join leg on leg.id = one.leg_id where ${conditions.join(' and ')}`;
  }
}

/** First those after `from`, then from the top. */
const nextSql = ({ waiting, from, visible }: Record<'waiting' | 'from' | 'visible', string>): string => `
  with here as (select one.* from review_assignment one join leg on leg.id = one.leg_id where one.id = ${from}::uuid and ${visible}),
    rest as (select one.* ${waiting} and one.id is distinct from ${from}::uuid)
  select rest.id, count(*) over ()::int as left from rest left join here on true
  order by coalesce((rest.due_at, rest.id) > (here.due_at, here.id), true) desc, rest.due_at, rest.id limit 1`;

/** The checklist's title is that of its newest version. Of a leg that is to be judged blind, neither risks nor what waits is told. */
const columns = (me: string, shown: string): string => `
  select one.id as "assignmentId", one.call_id as "callId", one.leg_id as "legId",
    (select count(*)::int from leg earlier where earlier.call_id = leg.call_id and earlier.position <= leg.position) as leg,
    call.started_at as "startedAt", call.language, call.customer, matter.title as matter, ${AGENT} as agent, one.checklist_id as "checklistId",
    (select definition->'title' from checklist_version where checklist_id = one.checklist_id order by version desc limit 1) as "checklistTitle",
    case when ${shown} then (select count(*)::int from awaiting_person item where item.leg_id = one.leg_id and item.checklist_id = one.checklist_id and closed_at is null)
      else 0 end as waiting, one.blind,
    one.due_at as "dueAt", (extract(epoch from one.due_at) * 1000000)::bigint::text as key, coalesce(one.reviewer_person_id = ${me}, false) as mine,
    case when reviewer.id is not null then json_build_object('zh', reviewer.name_zh, 'en', reviewer.name_en) end as "reviewerName",
    case when one.draw_id is not null then json_build_object('code', plan.code, 'name', version.content->>'name', 'fromDay', draw.from_day, 'toDay', draw.to_day,
      'seedSha256', draw.seed_sha256, 'place', one.place, 'of', stratum.legs, 'risks', case when ${shown} then frame.risks else '{}' end, 'replaces', one.replaces_id is not null) end as why,
    case when giver.id is not null then json_build_object('by', json_build_object('zh', giver.name_zh, 'en', giver.name_en),
      'reason', one.given_reason, 'note', one.given_note) end as given
  from page one join leg on leg.id = one.leg_id join call on call.id = one.call_id left join matter on matter.id = call.matter_id
  join person on person.id = leg.person_id join team on team.id = leg.team_id
  left join sampling_draw draw on draw.id = one.draw_id left join sampling_plan plan on plan.id = draw.plan_id
  left join sampling_plan_version version on version.plan_id = draw.plan_id and version.version = draw.plan_version
  left join stratum on stratum.draw_id = one.draw_id and stratum.stratum = one.stratum
  left join sampling_frame frame on frame.draw_id = one.draw_id and frame.leg_id = one.leg_id
  left join person giver on giver.id = one.given_by_person_id
  left join person reviewer on reviewer.id = one.reviewer_person_id`;

function rowOf({ key: _, checklistId, checklistTitle, reviewerName, mine, ...row }: Row): DrawnToReview {
  return {
    ...row,
    startedAt: row.startedAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    checklist: { id: checklistId, title: checklistTitle },
    reviewer: reviewerName && { mine, name: reviewerName },
  };
}
