import pg from 'pg';
import { type DataSource } from 'typeorm';
import { type ItemReportBy, type ReportBy, type WrittenFilters } from '#contracts';
import { PROFILE } from '../factories/organisation.js';

export const ZONE = PROFILE.timeZone;
const { onSeconds, offSeconds } = PROFILE.ringCadence;
const RINGS = 3 * (onSeconds + offSeconds);

export interface PlainFigures {
  calls: number;
  ringsBeyond: number;
  ringsKnown: number;
  scored: number;
  points: number;
  mean: number | null;
  critical: number;
  abstained: number;
}

/** Every leg of the period with its score, from the tables that hold the truth: nothing that the product derives is read. */
const LEGS = `
  select call.id as call_id, leg.id as leg_id, call.started_at at time zone '${ZONE}' as at, call.direction, leg.team_id, leg.person_id, leg.queue, team.client_id,
    extract(epoch from leg.answered_at - leg.alerted_at) as rang, card.items, card.definition,
    counting.scorecard_id is not null as counted,
    case when counting.scorecard_id is not null and card.author = 'review' then card.author_person_id end as reviewer_id,
    case when counting.scorecard_id is not null and card.max_points > 0 then 100 * card.points / card.max_points end as points
  from call join leg on leg.call_id = call.id join team on team.id = leg.team_id
  left join (select scorecard.*, definition from scorecard join checklist_version version
    on version.checklist_id = scorecard.checklist_id and version.version = scorecard.checklist_version) card on card.leg_id = leg.id
  left join counting_scorecard counting on counting.scorecard_id = card.id
  where (call.started_at at time zone '${ZONE}')::date between $1 and $2
    and ($3::text is null or call.language = $3) and ($4::text is null or call.direction = $4) and ($5::text is null or leg.queue = $5)`;

const GROUP: Record<ReportBy, string> = {
  team: 'team_id::text',
  agent: 'person_id::text',
  reviewer: 'reviewer_id::text',
  queue: 'queue',
  client: 'client_id::text',
  day: 'at::date::text',
  week: `(at::date - (extract(isodow from at)::int - 1))::text`,
  hour: `extract(isodow from at) || '-' || lpad(extract(hour from at)::text, 2, '0')`,
};

const known = `direction = 'inbound' and rang >= 0`;
const missed = `exists (select 1 from jsonb_array_elements(definition->'sections') section, jsonb_array_elements(section->'items') declared,
  jsonb_array_elements(items) result where declared->>'critical' = 'true' and result->>'itemId' = declared->>'id' and result->>'outcome' = 'not_met')`;
const open = `exists (select 1 from jsonb_array_elements(items) result where result->>'outcome' = 'insufficient')`;

/** What is asked of many groups is worked out once for each leg. */
const LEGS_ONCE = `create temporary table plain_leg on commit drop as select *, ${missed} as missed, ${open} as open from (${LEGS}) legs`;

const figures = (group: string) => `
  select ${group} as key, count(distinct call_id)::int as calls,
    (count(distinct call_id) filter (where ${known} and rang >= ${RINGS}))::int as "ringsBeyond",
    (count(distinct call_id) filter (where ${known}))::int as "ringsKnown",
    (count(distinct call_id) filter (where counted))::int as scored,
    (count(distinct call_id) filter (where points is not null))::int as points,
    (count(distinct person_id) filter (where points is not null))::int as agents,
    (count(distinct call_id) filter (where counted and missed))::int as critical,
    (count(distinct call_id) filter (where open))::int as abstained
  from plain_leg group by 1`;

const means = (group: string) => `
  select key, avg(points) as mean from (
    select ${group} as key, call_id, avg(points) as points from plain_leg where points is not null group by 1, 2) calls group by 1`;

interface Period {
  from: string;
  to: string;
}
interface PlainReport {
  groups: Map<string, PlainFigures>;
  total: PlainFigures;
}

/** The same figures as each of the reports', written as plainly as they can be. */
export async function plainCalls(
  source: DataSource,
  { from, to }: Period,
  { language, direction, queue }: WrittenFilters,
): Promise<Map<ReportBy, PlainReport>> {
  const values = [from, to, language ?? null, direction ?? null, queue?.replace('%2C', ',') ?? null];
  return source.transaction(async (tx) => {
    await tx.query(LEGS_ONCE.replace(/\$(\d)/g, (_, n: string) => literal(values[Number(n) - 1] ?? null)));
    const of = async (group: string): Promise<Map<string | null, PlainFigures>> => {
      const counted: (PlainFigures & { key: string | null; agents: number })[] = await tx.query(figures(group));
      const mean: { key: string | null; mean: number }[] = await tx.query(means(group));
      const meanOf = new Map(mean.map((one) => [one.key, Number(one.mean.toFixed(4))]));
      // Of one agent alone no points are told.
      return new Map(
        counted.map(({ key, agents, ...rest }) => [
          key,
          agents === 1 ? { ...rest, points: 0, mean: null } : { ...rest, mean: meanOf.get(key) ?? null },
        ]),
      );
    };
    const [total] = (await of("'all'::text")).values();
    const reports = new Map<ReportBy, PlainReport>();
    for (const [by, group] of Object.entries(GROUP) as [ReportBy, string][]) {
      const groups = await of(group);
      groups.delete(null);
      reports.set(by, { groups: groups as PlainReport['groups'], total: total! });
    }
    return reports;
  });
}

/** A statement that makes a table takes no parameters. */
const literal = (value: string | null): string => (value === null ? 'null' : pg.escapeLiteral(value));

type Counts = Record<'met' | 'not_met' | 'not_applicable' | 'insufficient' | 'told', number>;

/** Of a clause with several items the worst: missed before left open before met. */
const RESULTS: Record<ItemReportBy, string> = {
  item: `select call_id, leg_id, counted, declared->>'id' as key,
    case when result->>'outcome' = 'not_met' and result ? 'notTrusted' then 'told' else result->>'outcome' end as outcome`,
  clause: `select distinct on (call_id, leg_id, key) call_id, leg_id, counted, btrim(key) as key, result->>'outcome' as outcome`,
};
const FROM = `jsonb_array_elements(definition->'sections') section, jsonb_array_elements(section->'items') declared,
  jsonb_array_elements(items) result`;
const ONE_OF: Record<ItemReportBy, string> = {
  item: `from (LEGS) legs, ${FROM} where result->>'itemId' = declared->>'id'`,
  clause: `from (LEGS) legs, ${FROM}, regexp_split_to_table(declared->>'clause', ', ') key where result->>'itemId' = declared->>'id'
    order by call_id, leg_id, key, case result->>'outcome' when 'not_met' then 1 when 'insufficient' then 2 when 'met' then 3 else 4 end`,
};

/** @param withheld legs whose results are not counted */
export async function plainItems(
  source: DataSource,
  by: ItemReportBy,
  { from, to }: Period,
  { language, direction }: WrittenFilters = {},
  withheld: readonly string[] = [],
): Promise<Map<string, Counts>> {
  const count = (outcome: string, and = '') =>
    `(count(distinct call_id) filter (where outcome = '${outcome}' ${and}))::int as ${outcome}`;
  const legs = `${LEGS} and leg.id <> all($6::uuid[])`;
  const rows: (Counts & { key: string })[] = await source.query(
    `select key, ${count('met', 'and counted')}, ${count('not_met', 'and counted')}, ${count('not_applicable', 'and counted')},
       ${count('insufficient')}, ${count('told', 'and counted')}
     from (${RESULTS[by]} ${ONE_OF[by].replace('LEGS', legs)}) results group by key`,
    [from, to, language ?? null, direction ?? null, null, withheld],
  );
  return new Map(rows.map(({ key, ...counts }) => [key, counts]));
}

type ByName = Map<string, Counts>;

/** Counts of two periods that have no day in common. */
export function addedUp(one: ByName, other: ByName): ByName {
  const sums = new Map(one);
  for (const [key, { met, not_met, not_applicable, insufficient, told }] of other) {
    const was = one.get(key) ?? { met: 0, not_met: 0, not_applicable: 0, insufficient: 0, told: 0 };
    sums.set(key, {
      ...{ met: was.met + met, not_met: was.not_met + not_met },
      not_applicable: was.not_applicable + not_applicable,
      insufficient: was.insufficient + insufficient,
      told: was.told + told,
    });
  }
  return sums;
}
