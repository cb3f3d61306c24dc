import { type GoalMeasure } from '#contracts';

/** Of the agent's calls in the session's team that started in a stretch of time; `goal` and `session` are in scope. */
const CALLS = (
  from: string,
  to: string,
): string => `leg.person_id = session.agent_person_id and leg.team_id = session.team_id
  and call.started_at >= ${from} and call.started_at < ${to}
  and not exists (select 1 from withheld_score withheld where withheld.leg_id = leg.id and withheld.until > now())`;

const INPUTS = "measured.inputs->'measures'";
/** A measure of a call, from what its automatic score was given; null where it is not known. */
const VALUE: Record<GoalMeasure, string> = {
  longest_silence: `((${INPUTS}->'longestSilence'->>'toMs')::float8 - (${INPUTS}->'longestSilence'->>'fromMs')::float8) / 1000`,
  interruptions: `case when jsonb_typeof(${INPUTS}->'sides') = 'object' then jsonb_array_length(${INPUTS}->'sides'->'agent'->'interruptions') end`,
  talk_share: `100 * (${INPUTS}->'sides'->'agent'->>'talkShare')::float8`,
};

/** Counted results of an item: those that count, say yes or no, and are trusted: one that is not trusted yet speaks neither for nor against its agent. */
const ITEMS = (from: string, to: string): string => `
  select result->>'outcome' = 'met' as met, result->>'source' = 'human' as by_person, card.checklist_version as version
  from call join leg on leg.call_id = call.id
  join counting_scorecard counting on counting.leg_id = leg.id and counting.checklist_id = goal.checklist_id
  join scorecard card on card.id = counting.scorecard_id
  cross join lateral (select one as result from jsonb_array_elements(card.items) one where one->>'itemId' = goal.item_id limit 1) judged
  where ${CALLS(from, to)} and result->>'outcome' in ('met', 'not_met') and not result ? 'notTrusted'`;

const MEASURES = (from: string, to: string): string => `
  select value <= goal.at_most as met, false as by_person, null::int as version
  from call join leg on leg.call_id = call.id
  join lateral (select inputs from scorecard where leg_id = leg.id and author = 'automatic' and inputs is not null order by id desc limit 1) measured on true
  cross join lateral (select case goal.measure ${Object.entries(VALUE)
    .map(([name, value]) => `when '${name}' then ${value}`)
    .join(' ')} end as value) told
  where ${CALLS(from, to)} and value is not null`;

const counted = (rows: (from: string, to: string) => string, from: string, to: string): string => `
  select count(*)::int as "of", (count(*) filter (where met))::int as n, (count(*) filter (where by_person))::int as people,
    coalesce(array_agg(distinct version) filter (where version is not null), '{}') as versions from (${rows(from, to)}) found`;

/** What is counted of a goal's calls, before it and since. Days are the site's, whose zone is in `zone`. */
export const followUpSql = (session: string, zone: string, daysBefore: number): string => {
  const day = (date: string) => `((${date})::timestamp at time zone ${zone})`;
  const [before, from, to] = [day('span.before_from'), day('goal.from_day'), day('goal.until_day + 1')];
  const part = (name: string, since: string, until: string) => `
    cross join lateral (select * from (${counted(ITEMS, since, until)}) items where goal.measure is null
      union all select * from (${counted(MEASURES, since, until)}) measures where goal.measure is not null) ${name}`;
  return `
    select goal.id as "goalId", goal.checklist_id as "checklistId", goal.item_id as "itemId", goal.measure, goal.at_most as "atMost",
      goal.target_percent as "targetPercent", goal.from_day::text as "fromDay", goal.until_day::text as "untilDay", goal.ended_at as "endedAt",
      goal.ended_at is null and ${to} <= now() as due, span.before_from::text as "beforeFrom",
      (select item->'title' from checklist_version version, jsonb_array_elements(version.definition->'sections') section,
        jsonb_array_elements(section->'items') item where version.checklist_id = goal.checklist_id and item->>'id' = goal.item_id
        order by version.version desc limit 1) as title,
      to_jsonb(before) as before, to_jsonb(after) as after
    from coaching_goal goal join coaching_session session on session.id = goal.session_id
    cross join lateral (select goal.from_day - greatest(${daysBefore}, goal.until_day - goal.from_day + 1) as before_from) span
    ${part('before', before, from)} ${part('after', from, to)}
    where goal.session_id = ${session} order by goal.set_at, goal.id`;
};

/** Whether a goal, called `goal`, waits for its follow-up to be looked at. */
export const GOAL_DUE = (zone: string): string =>
  `goal.ended_at is null and ((goal.until_day + 1)::timestamp at time zone ${zone}) <= now()`;
