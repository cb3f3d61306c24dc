import type pg from 'pg';
import type { Checklist } from '#contracts';

export interface ManyCalls {
  calls: number;
  /** Teams and people are made besides those that are there. */
  teams: number;
  peoplePerTeam: number;
}

export interface MadeTeams {
  /** In order; calls fall on them unevenly, the first having most. */
  teamIds: string[];
  /** One agent of each team, who has their share of its calls. */
  personIds: string[];
}

/** The items of a scorecard here; the last is hardly ever missed. */
export const ITEM_IDS = [
  ...['greeting.salutation', 'greeting.company', 'greeting.name', 'greeting.offer', 'answer.three_rings'],
  ...['listening.no_interruption', 'listening.confirmation', 'empathy.acknowledgement', 'ownership.resolution'],
  ...['ownership.no_deflection', 'ownership.promise_has_time', 'transfer.purpose_consent', 'transfer.briefed'],
  ...['closing.further_help', 'closing.farewell', 'closing.customer_hangs_up_first', 'conduct.no_prohibited'],
] as const;
export const RARE_ITEM = 'conduct.no_prohibited';

/** A call starts every so often, backwards from here: 100,000 calls are about half a year. */
export const NEWEST = '2026-11-20T12:00:00Z';
export const SECONDS_BETWEEN = 150;

const CHECKLIST = "'bench-inbound', 1";
/** Two items share each clause, and some have two. */
const DEFINITION: Checklist = {
  ...{
    format: 'shouwen.checklist/1',
    id: 'bench-inbound',
    version: 1,
    title: { zh: '标准呼入', en: 'Standard inbound' },
  },
  // It judges nothing: its scorecards are written here.
  judges: { directions: ['internal'], main: true, appliesWhen: [] },
  ...{ requiredCoverage: 0.5, criticalFailure: 'section', minimumWords: { zh: 0, en: 0 } },
  sections: [
    {
      ...{ id: 'all', title: { zh: '全部', en: 'All' } },
      items: ITEM_IDS.map((id, at) => ({
        ...{ id, title: { zh: id, en: id }, weight: 5, appliesWhen: [] },
        clause: at % 3 === 0 ? `P1 §${1 + (at >> 1)}, P2 §${at}` : `P1 §${1 + (at >> 1)}`,
        critical: id === RARE_ITEM || id === 'answer.three_rings',
        check: { kind: 'human', ask: { zh: '做到了吗？', en: 'Was it done?' } },
      })),
    },
  ],
};
/** A number from 0 to 999 that looks random and is the same in every run. */
const dice = (what: string, n = 'i') => `(('x' || substr(md5('${what}' || ${n}), 1, 6))::bit(24)::int % 1000)`;
/** An id of the form that the API takes (RFC 9562, version and variant set), the same in every run. */
const idOf = (what: string, n = 'i') => {
  const hash = `md5('${what}' || ${n})`;
  return `(substr(${hash}, 1, 12) || '4' || substr(${hash}, 14, 3) || '8' || substr(${hash}, 18, 15))::uuid`;
};

/**
 * Writes many calls with legs, recordings and scorecards in a handful of statements, as the owner: the derived table of the list is made
 * once at the end in place of once for each statement. The same numbers in every run; no real words are in it.
 */
export async function writeManyCalls(owner: pg.Client, { calls, teams, peoplePerTeam }: ManyCalls): Promise<MadeTeams> {
  const tables = ['leg', 'call', 'recording', 'scorecard', 'counting_scorecard'];
  const triggers = (verb: 'enable' | 'disable') =>
    tables.map((table) => `alter table ${table} ${verb} trigger user`).join('; ');
  await owner.query('begin');
  await owner.query(triggers('disable'));
  await owner.query(people(teams, peoplePerTeam));
  const taken = `select from information_schema.columns where table_name = 'leg' and column_name = 'taken_by_person_id'`;
  // The oldest data that is brought up to date does not have it.
  const isTaken = (await owner.query(taken)).rowCount === 1;
  await owner.query(callsAndLegs(calls, teams, peoplePerTeam, isTaken));
  await owner.query(recordingsAndScores(calls, peoplePerTeam));
  await withoutIndexes(owner, ['listed_leg'], () => listLegs(owner));
  await owner.query(triggers('enable'));
  await owner.query('commit');
  await owner.query('vacuum analyze');
  const { rows } = await owner.query<{ team: string; person: string }>(
    `select ${idOf('team')} as team, ${idOf('person', `i || '.1'`)} as person from generate_series(1, ${teams}) i order by i`,
  );
  return { teamIds: rows.map(({ team }) => team), personIds: rows.map(({ person }) => person) };
}

/**
 * What the list says of a scorecard takes milliseconds to work out, and many legs have the same: it is worked out for one of each, and the others
 * take it over with what is their own.
 */
async function listLegs(owner: pg.Client): Promise<void> {
  await owner.query(`analyze leg, call, recording, scorecard, counting_scorecard, matter; ${ALIKE}`);
  await owner.query('select refresh_listed_legs(array(select distinct as_leg_id from alike))');
  await owner.query(LISTED_ALIKE);
}

const ALIKE = `
  create temporary table alike on commit drop as
    select id as leg_id, first_value(id) over (partition by said, counted, reviewer) as as_leg_id
    from (select leg.id, jsonb_hash_extended(items, 0) as said, counting.scorecard_id is not null as counted,
        case when author <> 'automatic' then author_person_id end as reviewer
      from leg join call on call.id = leg.call_id and call.source = 'bench'
        left join scorecard on scorecard.leg_id = leg.id left join counting_scorecard counting on counting.leg_id = leg.id) judged;
  create index on alike (leg_id);
  analyze alike`;

const LISTED_ALIKE = `
  insert into listed_leg
    select filled.*
    from alike join listed_leg same on same.leg_id = as_leg_id join leg on leg.id = alike.leg_id join call on call.id = leg.call_id
      left join matter on matter.id = call.matter_id left join recording on recording.leg_id = leg.id,
      lateral jsonb_populate_record(same, jsonb_build_object('leg_id', leg.id, 'call_id', call.id, 'started_at', call.started_at,
        'team_id', leg.team_id, 'person_id', leg.person_id, 'language', call.language, 'direction', call.direction, 'stage', call.stage,
        'stage_reason', call.stage_reason, 'words', shown_words(concat_ws(E'\\n', call.customer, matter.title)), 'queue', leg.queue,
        'duration_ms', coalesce(recording.duration_ms, (extract(epoch from leg.ended_at - leg.answered_at) * 1000)::int),
        'ring_seconds', extract(epoch from leg.answered_at - leg.alerted_at))) filled
    on conflict (leg_id) do nothing`;

/** Indexes that are built once are built many times faster than row by row, and come out the same. */
export async function withoutIndexes(
  owner: pg.Client,
  tables: readonly string[],
  work: () => Promise<unknown>,
): Promise<void> {
  const { rows } = await owner.query<{ name: string; made: string }>(
    `select indexname as name, indexdef as made from pg_indexes
     where tablename = any($1) and not exists (select 1 from pg_constraint where conindid = indexname::regclass)`,
    [tables],
  );
  for (const { name } of rows) await owner.query(`drop index ${name}`);
  await work();
  for (const { made } of rows) await owner.query(made);
}

const people = (teams: number, peoplePerTeam: number): string => `
  insert into client (id, name_zh, name_en) select ${idOf('client')}, '客户' || i, 'Client ' || i from generate_series(1, 4) i;
  insert into team (id, client_id, name_zh, name_en)
    select ${idOf('team')}, ${idOf('client', '(1 + i % 4)')}, '班组' || i, 'Team ' || i from generate_series(1, ${teams}) i;
  insert into person (id, staff_number, name_zh, name_en, team_id)
    select ${idOf('person', `i || '.' || n`)}, 'B' || i || '-' || n, '坐席' || i || '-' || n, 'Agent ' || i || '-' || n, ${idOf('team')}
    from generate_series(1, ${teams}) i, generate_series(1, ${peoplePerTeam}) n;`;

/** The square of an even number falls low more often than high: the first team has several times the calls of the last. */
const teamOf = (what: string, teams: number) => `(1 + floor(${teams} * power(${dice(what)} / 1000.0, 2))::int)`;

const callsAndLegs = (calls: number, teams: number, peoplePerTeam: number, isTaken: boolean): string => `
  insert into matter (id, source, external_id, title)
    select ${idOf('matter')}, 'bench', 'm' || i, (array['账单', '退款', '宽带故障', 'Billing', 'Roaming', 'New card'])[1 + i % 6] || ' ' || i
    from generate_series(1, greatest(1, ${calls} / 4)) i;
  insert into call (id, source, external_id, matter_id, direction, classification, language, region, customer, started_at, stage,
      stage_reason, stage_at, created_at)
    select ${idOf('call')}, 'bench', i::text, ${idOf('matter', `(1 + i / 4 % greatest(1, ${calls} / 4))`)},
      (array['inbound', 'inbound', 'inbound', 'outbound', 'internal'])[1 + i % 5], 'business',
      case when i % 3 = 0 then 'en' else 'zh' end, 'CN', '1' || (30 + i % 60) || '****' || lpad((i % 10000 * 7919 % 10000)::text, 4, '0'),
      at, stage, case stage when 'not_recorded' then 'consent_declined' when 'needs_attention' then 'engine_missing' end, at, at
    from (select i, timestamptz '${NEWEST}' - i * interval '${SECONDS_BETWEEN} seconds' as at,
        case when ${dice('stage')} < 10 then 'not_recorded' when ${dice('stage')} < 13 then 'needs_attention'
          when ${dice('stage')} < 20 then 'sealed' else 'scored' end as stage
      from generate_series(1, ${calls}) i) made;
  -- One call in ten is handed on: its second leg is another team's.
  insert into leg (id, call_id, position, person_id,${isTaken ? ' taken_by_person_id,' : ''} team_id, queue, alerted_at, answered_at, ended_at, hold_spans)
    select ${idOf('leg', `i || '.' || position`)}, ${idOf('call')}, position,
      ${`${idOf('person', `team || '.' || (1 + i % ${peoplePerTeam})`)}, `.repeat(isTaken ? 2 : 1)}
      ${idOf('team', 'team')},
      (array['账单', '报障, 宽带', 'Sales 100%', null])[1 + ${dice('queue')} % 4],
      case when ${dice('alert')} < 950 then at end, at + ring * interval '1 second',
      at + ring * interval '1 second' + ${dice('length')} * interval '1 second', '[]'
    from (select i, 0 as position, ${teamOf('team', teams)} as team from generate_series(1, ${calls}) i
      union all select i, 1, ${teamOf('other', teams)} from generate_series(1, ${calls}) i where i % 10 = 0) legs,
      lateral (select timestamptz '${NEWEST}' - i * interval '${SECONDS_BETWEEN} seconds' as at,
        case when ${dice('ring', `(i * 2 + position)`)} < 880 then 6 else 21 end as ring) started;`;

const recordingsAndScores = (calls: number, peoplePerTeam: number): string => `
  insert into recording (id, call_id, leg_id, source, external_id, sha256, bytes, duration_ms, channels, sample_rate, codec, custody,
      incomplete, damaged, key_id, sealed_at, created_at)
    select ${idOf('recording')}, call.id, ${idOf('leg', `i || '.0'`)}, 'bench', i::text, repeat('0', 64), 1000, 1000 * ${dice('length')},
      2, 16000, 'pcm_s16le', 'sealed', false, false, ${idOf('key')}, started_at, started_at
    from generate_series(1, ${calls}) i join call on call.id = ${idOf('call')} where stage <> 'not_recorded';
  insert into checklist_version (checklist_id, version, sha256, definition, published_at)
    values (${CHECKLIST}, repeat('0', 64), '${JSON.stringify(DEFINITION)}', now());
  create temporary table pattern on commit drop as
    select n, jsonb_agg(jsonb_build_object('itemId', item, 'outcome', outcome,
        'source', case when item = 'answer.three_rings' then 'fact' else 'rule' end)) as items,
      jsonb_build_object('met', count(*) filter (where outcome = 'met'), 'not_met', count(*) filter (where outcome = 'not_met'),
        'not_applicable', count(*) filter (where outcome = 'not_applicable'),
        'insufficient', count(*) filter (where outcome = 'insufficient')) as counts,
      count(*) filter (where outcome = 'met') as points, count(*) filter (where outcome in ('met', 'not_met')) as max_points
    from generate_series(0, 199) n,
      unnest(array[${ITEM_IDS.map((id) => `'${id}'`).join(', ')}]) with ordinality items (item, k),
      lateral (select case when item = '${RARE_ITEM}' then case when n = 0 then 'not_met' else 'met' end
        when ${dice('o', `(n * 31 + k)`)} < 80 then 'not_met' when ${dice('o', `(n * 31 + k)`)} < 130 then 'insufficient'
        when ${dice('o', `(n * 31 + k)`)} < 300 then 'not_applicable' else 'met' end as outcome) judged
    group by n;
  -- One in twenty does not count, one in thirteen is a person's; of calls handed on, some second legs have a score too.
  insert into scorecard (id, leg_id, checklist_id, checklist_version, lexicon_hash, engine_hash, author, author_person_id, based_on_id, items, counts,
      points, max_points, coverage, result_sha256, trusted, inputs, created_at)
    select ${idOf('card', `i || '.' || position`)}, ${idOf('leg', `i || '.' || position`)}, ${CHECKLIST}, 'l', 'e',
      case when i % 13 = 0 then 'review' else 'automatic' end, case when i % 13 = 0 then ${idOf('person', `'1.' || (1 + i % ${peoplePerTeam})`)} end,
      case when i % 13 = 0 then ${idOf('card', `i || '.' || position`)} end, items, counts, points, max_points, 0.95, repeat('0', 64), i % 20 > 0,
      jsonb_build_object('measures', jsonb_build_object('longestSilence', jsonb_build_object('fromMs', 0, 'toMs', 40 * ${dice('silence')}))), started_at
    from (select i, 0 as position from generate_series(1, ${calls}) i
        union all select i, 1 from generate_series(1, ${calls}) i where i % 30 = 0) legs
      join call on call.id = ${idOf('call')} join pattern on n = (i + 7 * position) % 200 where stage = 'scored';
  insert into counting_scorecard (leg_id, checklist_id, scorecard_id)
    select leg_id, checklist_id, case when trusted then id end from scorecard where checklist_id = 'bench-inbound';`;
