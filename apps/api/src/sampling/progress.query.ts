import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  progressFiguresSchema,
  type Bilingual,
  type Progress,
  type ProgressBy,
  type ProgressFigure,
  type ProgressFigures,
  type ProgressLegs,
  type ProgressLegsQuery,
  type ProgressQuery,
} from '#contracts';
import { type Asker } from '#people';
import { Clock } from '#platform';
import { AGENT } from '../call/list/call-row.js';
import { Parameters, visibleLegs } from '../reach/visible-legs.js';

const MOST = 500;
const FIGURES = progressFiguresSchema.keyof().options;

/** What an assignment must be to count; `now` stands for the moment. The one definition: numbers are counted, and opened, by it. */
const COUNTED: Record<ProgressFigure, (now: string) => string> = {
  drawn: () => 'true',
  completed: () => `one.state = 'done'`,
  taken: () => `one.state = 'open' and one.reviewer_person_id is not null`,
  waiting: () => `one.state = 'open' and one.reviewer_person_id is null`,
  overdue: (now) => `one.state = 'open' and one.due_at < ${now}`,
  replaced: () => `one.state = 'replaced'`,
  lapsed: () => `one.state = 'lapsed'`,
};

const KEYS: Record<ProgressBy, string> = {
  plan: 'plan.id::text',
  reviewer: `coalesce(one.reviewer_person_id::text, 'none')`,
  team: 'leg.team_id::text',
  period: `to_char(draw.from_day, 'YYYY-MM-DD') || '/' || to_char(draw.to_day, 'YYYY-MM-DD')`,
};

const NAME = (of: string) => `json_build_object('zh', ${of}.name_zh, 'en', ${of}.name_en)`;
/** What a key is called, and in which order keys are listed. */
const NAMES: Record<ProgressBy, { name: string; detail: string; join: string; order: string }> = {
  plan: {
    name: 'null::json',
    detail: `(select plan.code || ' ' || (version.content->>'name') from sampling_plan_version version join sampling_plan plan on plan.id = version.plan_id
      where version.plan_id::text = counted.key order by version.version desc limit 1)`,
    join: '',
    order: 'detail',
  },
  reviewer: {
    name: `case when person.id is not null then ${NAME('person')} end`,
    detail: 'person.staff_number',
    join: 'left join person on person.id::text = counted.key',
    order: 'person.staff_number nulls first',
  },
  team: {
    name: NAME('team'),
    detail: 'null::text',
    join: 'join team on team.id::text = counted.key',
    order: 'team.name_zh, team.id',
  },
  period: { name: 'null::json', detail: 'null::text', join: '', order: 'counted.key desc' },
};

type Counted = ProgressFigures & { key: string | null; name: Bilingual | null; detail: string | null };
type LegRow = Omit<ProgressLegs['items'][number], 'startedAt' | 'dueAt'> & {
  startedAt: Date;
  dueAt: Date;
  count: number;
};

/** How far reviews of drawn calls are, as far as the asker's reach goes. */
@Injectable()
export class ProgressQueries {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async figures(asker: Asker, query: ProgressQuery): Promise<Progress> {
    const parameters = new Parameters();
    const now = parameters.add(this.clock.now());
    const { name, detail, join, order } = NAMES[query.by];
    const counts = FIGURES.map((figure) => `(count(*) filter (where ${COUNTED[figure](now)}))::int as ${figure}`);
    const rows: Counted[] = await this.source.query(
      `with counted as (
         select ${KEYS[query.by]} as key, grouping(${KEYS[query.by]}) = 1 as is_total, ${counts.join(', ')}
         ${from(asker, query, parameters)} group by grouping sets ((${KEYS[query.by]}), ()))
       select case when is_total then null else counted.key end as key, ${FIGURES.map((one) => `counted.${one}`).join(', ')},
         ${name} as name, ${detail} as detail
       from counted ${join.replace(/^join/, 'left join')} order by is_total, ${order} limit 2000`,
      parameters.values,
    );
    const figuresOf = (row: Counted): ProgressFigures =>
      Object.fromEntries(FIGURES.map((one) => [one, row[one]])) as ProgressFigures;
    const total = rows.find(({ key }) => key === null);
    return {
      total: total ? figuresOf(total) : (Object.fromEntries(FIGURES.map((one) => [one, 0])) as ProgressFigures),
      rows: rows.flatMap((row) =>
        row.key === null ? [] : [{ key: row.key, name: row.name, detail: row.detail, figures: figuresOf(row) }],
      ),
    };
  }

  async legs(asker: Asker, query: ProgressLegsQuery): Promise<ProgressLegs> {
    const parameters = new Parameters();
    const now = parameters.add(this.clock.now());
    const condition = [
      COUNTED[query.figure](now),
      ...(query.key === undefined ? [] : [`${KEYS[query.by]} = ${parameters.add(query.key)}`]),
    ].join(' and ');
    const rows: LegRow[] = await this.source.query(
      `select one.id as "assignmentId", one.call_id as "callId", call.started_at as "startedAt", ${AGENT} as agent,
         (select count(*)::int from leg earlier where earlier.call_id = leg.call_id and earlier.position <= leg.position) as leg,
         plan.code as plan, case when reviewer.id is not null then ${NAME('reviewer')} end as reviewer, one.due_at as "dueAt", one.state,
         ${COUNTED.overdue(now)} as overdue, (count(*) over ())::int as count
       ${from(
         asker,
         query,
         parameters,
         `join call on call.id = one.call_id join person on person.id = leg.person_id
         join team on team.id = leg.team_id left join person reviewer on reviewer.id = one.reviewer_person_id`,
       )} and ${condition}
       order by one.due_at, one.id limit ${MOST}`,
      parameters.values,
    );
    return {
      count: rows[0]?.count ?? 0,
      items: rows.map(({ count: _, startedAt, dueAt, ...row }) => ({
        ...row,
        startedAt: startedAt.toISOString(),
        dueAt: dueAt.toISOString(),
      })),
    };
  }
}

/** Assignments of draws that were made, whose period ended within the days. */
function from(
  asker: Asker,
  { from: first, to }: { from: string; to: string },
  parameters: Parameters,
  joined = '',
): string {
  const visible = visibleLegs('sampling.progress', asker, parameters);
  return `from review_assignment one join sampling_draw draw on draw.id = one.draw_id join sampling_plan plan on plan.id = draw.plan_id
    join leg on leg.id = one.leg_id ${joined}
    where draw.to_day >= ${parameters.add(first)}::date and draw.to_day <= ${parameters.add(to)}::date and ${visible}`;
}
