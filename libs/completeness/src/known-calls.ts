import { type EntityManager } from 'typeorm';
import { type CallStage } from '#contracts';
import { type KnownCall, type KnownLeg, type KnownRecording } from './known-call.rules.js';

/** A call with what the board has to know of it beside. */
export interface CallToLookAt extends KnownCall {
  source: string;
}

interface CallRow {
  id: string;
  source: string;
  stage: CallStage;
  private: boolean;
  internal: boolean;
  startedAt: Date;
}
type LegRow = Omit<KnownLeg, 'holdMs'> & { callId: string; holds: [string, string][] | null };
type RecordingRow = KnownRecording & { callId: string };

/** Neighbours of a recording are looked for so far before and after its call. */
const NEAR = `interval '1 hour'`;

/** @param internalExcluded whether internal calls of that time are left out by the rules of consent */
export async function knownCalls(
  tx: EntityManager,
  ids: readonly string[],
  internalExcluded: (startedAt: Date) => Promise<boolean>,
): Promise<CallToLookAt[]> {
  const calls: CallRow[] = await tx.query(CALLS, [ids]);
  const legs: LegRow[] = await tx.query(LEGS, [ids]);
  const recordings: RecordingRow[] = await tx.query(RECORDINGS, [ids]);
  const hours = await hoursInRecords(tx, recordings.length === 0 ? [] : ids);
  const known: CallToLookAt[] = [];
  for (const { id, source, stage, private: isPrivate, internal, startedAt } of calls)
    known.push({
      ...{ id, source, stage, startedAt },
      excluded: isPrivate || stage === 'not_recorded' || (internal && (await internalExcluded(startedAt))),
      othersInRecords: hours.has(id),
      legs: legs.filter(({ callId }) => callId === id).map(legOf),
      recordings: recordings.filter(({ callId }) => callId === id),
    });
  return known;
}

const CALLS = `select id, source, stage, classification = 'private' as private, coalesce(direction = 'internal', false) as internal,
    started_at as "startedAt" from call where id = any($1::uuid[])`;

const LEGS = `select id, call_id as "callId", kind, outcome, person_id as "personId", team_id as "teamId", began_at as "beganAt", answered_at as "answeredAt",
    ended_at as "endedAt", holds, record_key is not null as "inRecords",
    (select value #>> '{}' from call_fact where leg_id = leg.id and call_fact.name = 'captured' limit 1) as captured, exists (select 1 from scorecard where leg_id = leg.id) as scored
  from leg where call_id = any($1::uuid[])`;

const RECORDINGS = `select id, call_id as "callId", leg_id as "legId", custody, destruction_started_at is not null as destroying, restricted,
    incomplete, duration_ms as "durationMs", began_at as "beganAt", created_at as "createdAt", split_at is not null as split,
    part_of_id as "partOfId", part_from_ms as "partFromMs",
    case when part_of_id is null and (select count(*) from leg where leg.call_id = recording.call_id and kind = 'agent' and answered_at is not null) > 1
      then split_is_barred(recording.id) end as barred,
    coalesce(sound_checks->'findings', '[]') as findings,
    array(select channel from recording_track where recording_id = recording.id and undecoded > 0 order by channel) as undecoded,
    (select max(created_at) from transcript where recording_id = recording.id) as "wordsAt"
  from recording where call_id = any($1::uuid[])`;

/** A leg of the call that records tell of. The limit keeps PostgreSQL from reading all legs to join them. */
const TOLD_OF = (call: string) =>
  `select true as by_records from leg where call_id = ${call}.id and record_key is not null limit 1`;

/** Calls that records tell of under any of their ids: a recorded leg stays where it is when its call turns out to be part of another. */
const TOLD = `select asked.id from unnest($1::uuid[]) asked (id)
  cross join lateral (select coalesce((select into_call_id from call_joined where call_joined.call_id = asked.id), asked.id) as id) stays
  cross join lateral (select stays.id union all select part.call_id from call_joined part where part.into_call_id = stays.id) parts (id)
  cross join lateral (${TOLD_OF('parts')}) told`;

/**
 * Of which recorded calls without a record the source sends records of that time: asked once for each source and hour. The index on the
 * start of calls bounds what is read to the calls of these hours.
 */
const HOURS = `with asked as materialized (select id, source, date_trunc('hour', started_at) as hour from call
    where id = any($1::uuid[]) and id not in (${TOLD})),
  known as materialized (select source, hour from (select distinct source, hour from asked) hours cross join lateral (
    select 1 from call near cross join lateral (${TOLD_OF('near')}) told
    where near.source = hours.source and near.started_at >= hours.hour - ${NEAR} and near.started_at < hours.hour + 2 * ${NEAR} limit 1) near)
  select id from asked join known using (source, hour)`;

/** What is asked of the calls that are looked at: never of all that there are. */
export const KNOWN_CALLS_SQL = { calls: CALLS, legs: LEGS, recordings: RECORDINGS, hours: HOURS };

async function hoursInRecords(tx: EntityManager, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows: { id: string }[] = await tx.query(HOURS, [ids]);
  return new Set(rows.map(({ id }) => id));
}

function legOf({ holds, callId: _, ...leg }: LegRow): KnownLeg {
  const spans = holds?.map(([from, to]) => Date.parse(to) - Date.parse(from));
  return { ...leg, holdMs: spans ? spans.reduce((sum, ms) => sum + Math.max(0, ms), 0) : null };
}
