import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  INVENTED_SOURCE,
  type DrawDetail,
  type DrawList,
  type DrawListQuery,
  type DrawnLeg,
  type SamplingDraw,
  type SamplingPlan,
  type SamplingPlanList,
  type SamplingPlanView,
} from '#contracts';
import { CompanyService, PERMISSIONS } from '#people';
import { Clock } from '#platform';
import { firstDay, reviewsRefusals } from '#reviews';
import { AGENT } from '../call/list/call-row.js';
import { writeCursor, besideCursor } from '../reach/cursor.rules.js';

type DrawRow = Omit<SamplingDraw, 'committedAt' | 'withdrawnAt' | 'drawnAt'> & {
  committedAt: Date;
  withdrawnAt: Date | null;
  drawnAt: Date | null;
};
type PlanRow = Omit<SamplingPlanView, 'changedAt' | 'endedAt' | 'next' | 'last' | 'firstDays'> & {
  changedAt: Date;
  endedAt: Date | null;
  underWayUntil: Date | null;
};
type LegRow = Omit<DrawnLeg, 'startedAt' | 'dueAt' | 'endedAt'> & {
  startedAt: Date;
  dueAt: Date;
  endedAt: Date | null;
};

const NAME = (person: string) => `json_build_object('zh', ${person}.name_zh, 'en', ${person}.name_en)`;
const PERSON = (person: string) => `json_build_object('personId', ${person}.id, 'name', ${NAME(person)})`;

/** The seed is shown once the draw is made, and not before. `$1` is now. */
const DRAW = `
  select draw.id as "drawId", draw.plan_version as "planVersion", to_char(from_day, 'YYYY-MM-DD') as "fromDay", to_char(to_day, 'YYYY-MM-DD') as "toDay",
    seed_sha256 as "seedSha256", committed_at as "committedAt", withdrawn_at as "withdrawnAt", drawn_at as "drawnAt",
    case when drawn_at is not null then seed end as seed, frame_size as frame, frame_sha256 as "frameSha256", not_ready as "notReady", taken,
    counted.done, counted.open, counted.overdue, counted.replaced, counted.lapsed, (extract(epoch from from_at) * 1000000)::bigint::text as key
  from sampling_draw draw cross join lateral (
    select (count(*) filter (where state = 'done'))::int as done, (count(*) filter (where state = 'open'))::int as open,
      (count(*) filter (where state = 'open' and due_at < $1))::int as overdue, (count(*) filter (where state = 'replaced'))::int as replaced,
      (count(*) filter (where state = 'lapsed'))::int as lapsed
    from review_assignment where draw_id = draw.id) counted`;

const PLANS = `
  select plan.id as "planId", plan.code, plan.ended_at as "endedAt", newest.version, newest.content as plan, newest.changed_at as "changedAt",
    ${NAME('person')} as "changedBy", (select max(to_at) from sampling_draw begun where begun.plan_id = plan.id and withdrawn_at is null
      and from_at <= $1::timestamptz) as "underWayUntil"
  from sampling_plan plan
  join lateral (select * from sampling_plan_version where plan_id = plan.id order by version desc limit 1) newest on true
  join person on person.id = newest.changed_by_person_id`;

const JUDGING = Object.entries(PERMISSIONS)
  .filter(([, permissions]) => permissions.includes('scorecards.judge'))
  .map(([role]) => role);

/** Reads plans and draws: for people whose rights are for the whole company. */
@Injectable()
export class SamplingQuery {
  constructor(
    private readonly source: DataSource,
    private readonly company: CompanyService,
    private readonly clock: Clock,
  ) {}

  /** Those in force first, then the newest. */
  async list(): Promise<SamplingPlanList> {
    const rows: PlanRow[] = await this.source.query(
      `${PLANS} order by plan.ended_at is not null, plan.created_at desc, plan.id`,
      [this.clock.now()],
    );
    const reviewers: SamplingPlanList['reviewers'] = await this.source.query(
      `select person.id as "personId", ${NAME('person')} as name from person
       where exists (select 1 from role_in_force where person_id = person.id and role = any($1)) order by person.name_en, person.id`,
      [JUDGING],
    );
    return { plans: await this.viewsOf(rows), reviewers, firstDays: await this.firstDays(null) };
  }

  /** @throws DomainError `plan_not_found` */
  async plan(planId: string): Promise<SamplingPlanView> {
    const [row]: PlanRow[] = await this.source.query(`${PLANS} where plan.id = $2`, [this.clock.now(), planId]);
    if (!row) throw reviewsRefusals.plan_not_found();
    const [view] = await this.viewsOf([row]);
    return view!;
  }

  /** @throws DomainError `plan_not_found`, `bad_cursor` */
  async draws(planId: string, { cursor, limit }: DrawListQuery): Promise<DrawList> {
    await this.plan(planId);
    const before = cursor === undefined ? null : besideCursor(cursor);
    const rows: (DrawRow & { key: string })[] = await this.source.query(
      `${DRAW} where draw.plan_id = $2
         and ($3::bigint is null or (draw.from_at, draw.id) < (timestamptz 'epoch' + $3::bigint * interval '1 microsecond', $4::uuid))
       order by draw.from_at desc, draw.id desc limit $5`,
      [this.clock.now(), planId, before?.startedAtMicros ?? null, before?.callId ?? null, limit + 1],
    );
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    return {
      items: page.map(drawOf),
      nextCursor: last ? writeCursor({ startedAtMicros: last.key, callId: last.drawId }) : null,
    };
  }

  /**
   * @param withheld legs that the asker judges blind: what a draw by risk found in them is not told
   * @throws DomainError `plan_not_found`
   */
  async draw(drawId: string, withheld: readonly string[]): Promise<DrawDetail> {
    const [row]: (DrawRow & { key: string })[] = await this.source.query(`${DRAW} where draw.id = $2`, [
      this.clock.now(),
      drawId,
    ]);
    if (!row) throw reviewsRefusals.plan_not_found();
    const [plan]: { plan: SamplingPlan; code: string; planSha256: string; invented: boolean }[] =
      await this.source.query(
        `select version.content as plan, plan.code, version.sha256 as "planSha256",
         exists (select 1 from sampling_frame frame join call on call.id = frame.call_id
           where frame.draw_id = draw.id and call.source = '${INVENTED_SOURCE}') as invented
       from sampling_draw draw
       join sampling_plan plan on plan.id = draw.plan_id
       join sampling_plan_version version on version.plan_id = draw.plan_id and version.version = draw.plan_version where draw.id = $1`,
        [drawId],
      );
    const legs: LegRow[] = await this.source.query(LEGS, [drawId]);
    return {
      draw: drawOf(row),
      ...plan!,
      legs: legs.map((leg) => legOf(withheld.includes(leg.legId) ? { ...leg, severity: 0, risks: [] } : leg)),
    };
  }

  /** The draws of all of them are read at once: of each plan the next that is not made, and the last that is. */
  private async viewsOf(rows: readonly PlanRow[]): Promise<SamplingPlanView[]> {
    const draws: (DrawRow & { key: string; planId: string })[] = await this.source.query(
      `with beside as (
         select id, row_number() over (partition by plan_id, drawn_at is null
           order by case when drawn_at is null then from_at end, from_at desc) as n
         from sampling_draw where plan_id = any($2::uuid[]) and withdrawn_at is null)
       select found.*, plan_id as "planId" from (${DRAW} where draw.id in (select id from beside where n = 1)) found
       join sampling_draw on id = found."drawId"`,
      [this.clock.now(), rows.map(({ planId }) => planId)],
    );
    const of = (planId: string, made: boolean): SamplingDraw | null => {
      const found = draws.find((one) => one.planId === planId && (one.drawnAt !== null) === made);
      if (!found) return null;
      const { planId: _, ...row } = found;
      return drawOf(row);
    };
    const firstDays = await Promise.all(rows.map(({ underWayUntil }) => this.firstDays(underWayUntil)));
    return rows.map(({ underWayUntil: _, ...row }, at) => ({
      ...row,
      firstDays: firstDays[at]!,
      changedAt: row.changedAt.toISOString(),
      endedAt: row.endedAt?.toISOString() ?? null,
      next: of(row.planId, false),
      last: of(row.planId, true),
    }));
  }

  private async firstDays(underWayUntil: Date | null): Promise<SamplingPlanView['firstDays']> {
    const { timeZone } = await this.company.profile();
    const of = (period: SamplingPlan['period']) => firstDay(period, timeZone, this.clock.now(), underWayUntil);
    const [day, week, month] = [of('day'), of('week'), of('month')];
    return { day, week, month };
  }
}

const LEGS = `
  select one.id as "assignmentId", one.call_id as "callId", one.leg_id as "legId",
    (select count(*)::int from leg earlier where earlier.call_id = leg.call_id and earlier.position <= leg.position) as leg,
    call.started_at as "startedAt", call.language, ${AGENT} as agent, one.stratum, one.place, frame.severity, frame.risks,
    case when reviewer.id is not null then ${PERSON('reviewer')} end as reviewer, one.due_at as "dueAt", one.state, one.blind, one.ended_at as "endedAt",
    one.replaces_id as "replacesId", one.replaced_reason as "replacedReason", one.replaced_note as "replacedNote"
  from review_assignment one join sampling_frame frame on frame.draw_id = one.draw_id and frame.leg_id = one.leg_id
  join leg on leg.id = one.leg_id join call on call.id = one.call_id join person on person.id = leg.person_id join team on team.id = leg.team_id
  left join person reviewer on reviewer.id = one.reviewer_person_id
  where one.draw_id = $1 order by frame.severity desc, one.stratum, one.place, one.id`;

const drawOf = ({ key: _, ...row }: DrawRow & { key: string }): SamplingDraw => ({
  ...row,
  committedAt: row.committedAt.toISOString(),
  withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
  drawnAt: row.drawnAt?.toISOString() ?? null,
});

const legOf = (row: LegRow): DrawnLeg => ({
  ...row,
  startedAt: row.startedAt.toISOString(),
  dueAt: row.dueAt.toISOString(),
  endedAt: row.endedAt?.toISOString() ?? null,
});
