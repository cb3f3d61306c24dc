import type pg from 'pg';
import { REDACTION_RULES_VERSION } from '#transcripts';
import { type Say } from '../say.js';
import { setIndexesAside, withConnection, withConnections } from './set-aside.js';

/** What an installation has after two years, in rows: no real words are in it, and nothing in it can be opened. */
export interface Years {
  recordings: number;
  /** The key that words are indexed under, and what they were made by, as the program names it now. */
  index: { keyId: string; madeBy: string };
}

/** Of all recordings: over and destroyed, over and held, over and due now. */
const [DESTROYED, HELD, DUE] = ['destroyed', 'held', 'due'];
export const KEPT_DAYS = 700;
const NO_HASH = `repeat('0', 64)`;

/** An id that is ordered by time as the product's are, the same for the same thing. */
const idOf = (kind: string, n = 'i', at = 'at') =>
  `(lpad(to_hex((extract(epoch from ${at}) * 1000)::bigint), 12, '0') || '7${kind}8' || lpad(to_hex(${n}), 15, '0'))::uuid`;
const person = '(select id from person order by id limit 1)';
const account = '(select id from account order by id limit 1)';

/** Those that do not ask for what another writes; each goes on on its own. */
const SIDE_BY_SIDE = 4;

/**
 * Writes them in a handful of statements with triggers and foreign keys asleep, as the superuser, and then what triggers would have made. What
 * does not depend on one another is written side by side, and indexes are made when all is there.
 *
 * @returns how many rows each table has got
 */
export async function writeManyYears(
  owner: pg.Client,
  years: Years,
  say: Say = () => undefined,
): Promise<Map<string, number>> {
  const makeIndexes = await setIndexesAside(owner);
  await written(owner, { base: base(years.recordings), people }, say);
  const parts = Object.entries({ calls, objects, words: words(years), past, journal, legal, others });
  await Promise.all(
    Array.from({ length: SIDE_BY_SIDE }, () =>
      withConnection(owner, async (connection) => {
        for (let next = parts.shift(); next; next = parts.shift())
          await written(connection, Object.fromEntries([next]), say);
      }),
    ),
  );
  await written(owner, { derived }, say);
  await owner.query('drop table bench_made');
  await timed('indexes', () => withConnections(owner, SIDE_BY_SIDE, makeIndexes), say);
  await timed('vacuum', () => owner.query('vacuum analyze'), say);
  const { rows } = await owner.query<{ name: string; n: string }>(
    `select relname as name, reltuples::bigint::text as n from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by reltuples desc`,
  );
  return new Map(rows.map(({ name, n }) => [name, Number(n)]));
}

async function written(connection: pg.Client, parts: Record<string, string>, say: Say): Promise<void> {
  await connection.query('set session_replication_role = replica');
  for (const [name, part] of Object.entries(parts)) await timed(name, () => connection.query(part), say);
  await connection.query('reset session_replication_role');
}

async function timed(name: string, run: () => Promise<unknown>, say: Say): Promise<void> {
  const began = performance.now();
  await run();
  say(`    ${name} ${((performance.now() - began) / 1000).toFixed(0)} s`);
}

/** A line for each call: evenly over 24 months, the newest a minute old. */
const base = (n: number): string => `
  create table bench_made as
    select i, at, ${idOf('ca1')} as call_id, ${idOf('1e6')} as leg_id, ${idOf('4ec')} as recording_id, ${idOf('7a5')} as transcript_id,
      case when i % 100 = 0 then 'not_recorded' when i % 331 = 0 then 'needs_attention' when i % 1009 = 0 then 'given_up'
        when i % 4999 = 0 then 'sealed' else 'scored' end as stage,
      case when at > now() - interval '${KEPT_DAYS} days' then case when i % 211 = 0 then '${HELD}' else 'kept' end
        when i % 397 = 0 then '${HELD}' when i % 401 = 0 then '${DUE}' else '${DESTROYED}' end as fate
    from (select i, now() - interval '1 minute' - (${n} - i) * (interval '730 days' / ${n}) as at from generate_series(1, ${n}) i) made;
  create index on bench_made (i);
  analyze bench_made;`;

const people = `
  insert into client (id, name_zh, name_en) select ${idOf('c11', 'i', "timestamptz '2024-01-01'")}, '客户', 'Client' from generate_series(1, 4) i;
  insert into team (id, client_id, name_zh, name_en)
    select ${idOf('7ea', 'i', "timestamptz '2024-01-01'")}, ${idOf('c11', '(1 + i % 4)', "timestamptz '2024-01-01'")}, '班组' || i, 'Team ' || i
    from generate_series(1, 40) i;
  insert into person (id, staff_number, name_zh, name_en, team_id)
    select ${idOf('be5', 'i', "timestamptz '2024-01-01'")}, 'Y' || i, '坐席' || i, 'Agent ' || i, ${idOf('7ea', '(1 + i % 40)', "timestamptz '2024-01-01'")}
    from generate_series(1, 400) i;
  insert into account (id, person_id, username, language)
    select ${idOf('acc', 'i', "timestamptz '2024-01-01'")}, ${idOf('be5', 'i', "timestamptz '2024-01-01'")}, 'years-' || i, 'zh' from generate_series(1, 60) i;`;

const team = idOf('7ea', '(1 + i % 40)', "timestamptz '2024-01-01'");
const agent = idOf('be5', '(1 + i % 400)', "timestamptz '2024-01-01'");

const calls = `
  insert into call (id, source, external_id, direction, classification, language, region, customer, started_at, stage, stage_reason, stage_at, created_at)
    select call_id, 'years', i::text, (array['inbound','inbound','outbound'])[1 + i % 3], 'business', (array['zh','en'])[1 + i % 2], 'CN',
      '138****' || lpad((i % 10000)::text, 4, '0'), at, stage,
      case stage when 'not_recorded' then 'consent_declined' when 'needs_attention' then 'engine_missing' when 'given_up' then 'engine_missing' end, at, at
    from bench_made order by i;
  insert into leg (id, call_id, position, person_id, taken_by_person_id, team_id, alerted_at, answered_at, ended_at, hold_spans)
    select leg_id, call_id, 0, ${agent}, ${agent}, ${team}, at, at + interval '6 seconds', at + interval '5 minutes', '[]' from bench_made order by i;
  insert into recording (id, call_id, leg_id, source, external_id, sha256, bytes, duration_ms, channels, sample_rate, codec, custody, incomplete,
      damaged, key_id, sealed_at, created_at, destruction_started_at, restricted)
    select recording_id, call_id, leg_id, 'years', i::text, ${NO_HASH}, 4800000, 300000, 2, 8000, 'pcm_s16le',
      case fate when '${DESTROYED}' then 'destroyed' else 'sealed' end, false, false, md5('key' || i)::uuid, at, at,
      case fate when '${DESTROYED}' then at + interval '${KEPT_DAYS} days' end, i % 997 = 0
    from bench_made where stage <> 'not_recorded' order by i;
  insert into listed_leg (leg_id, call_id, started_at, team_id, person_id, language, direction, stage, stage_reason, duration_ms)
    select leg_id, call_id, at, ${team}, ${agent}, (array['zh','en'])[1 + i % 2], (array['inbound','inbound','outbound'])[1 + i % 3], stage,
      case stage when 'not_recorded' then 'consent_declined' when 'needs_attention' then 'engine_missing' when 'given_up' then 'engine_missing' end, 300000
    from bench_made order by i;`;

/** Original, rendition, waveform and words of what is not destroyed; all copied, all read within the last month. */
const objects = `
  insert into stored_object (id, recording_id, kind, wrapped_key, plain_bytes, segments, sealed_sha256, mime_type, verified_at, created_at,
      checked_at, copied_at)
    select ${idOf('0b1', 'i * 4 + k')}, recording_id, kind, '\\x00', bytes, 1 + bytes / 65536, ${NO_HASH}, 'audio/ogg', at, at,
      now() - random() * interval '29 days', at + interval '1 minute'
    from bench_made, (values (0, 'original', 4800000), (1, 'rendition', 900000), (2, 'peaks', 12000), (3, 'transcript', 130000)) kinds (k, kind, bytes)
    where stage <> 'not_recorded' and fate <> '${DESTROYED}' order by i, k;`;

const words = ({ index: { keyId, madeBy } }: Years): string => `
  insert into transcript (id, recording_id, version, object_id, language, engine, engine_version, model, unreliable, created_at)
    select transcript_id, recording_id, 1, case when fate <> '${DESTROYED}' then ${idOf('0b1', 'i * 4 + 3')} end, 'zh', 'provided', '1', 'none', '[]', at
    from bench_made where stage in ('scored','given_up') order by i;
  insert into redaction (transcript_id, rules_version, spans, created_at)
    select transcript_id, ${REDACTION_RULES_VERSION}, case when i % 10 = 0 then '[{"turn":1}]'::jsonb else '[]' end, at
    from bench_made where stage in ('scored','given_up') and fate <> '${DESTROYED}' order by i;
  insert into masked_sound (recording_id, transcript_id, rules_version, rendition_object_id, peaks_object_id, spans_ms, made_at)
    select recording_id, transcript_id, ${REDACTION_RULES_VERSION}, ${idOf('0b1', 'i * 4 + 1')}, ${idOf('0b1', 'i * 4 + 2')}, '[]', at
    from bench_made where stage in ('scored','given_up') and fate <> '${DESTROYED}' and i % 10 = 0 order by i;
  insert into search_key (key_id, created_at) values ('${keyId}', now() - interval '730 days') on conflict do nothing;
  -- Two of the three hundred tokens that a recording has: no sweep asks for more.
  insert into indexed_words (recording_id, leg_id, transcript_id, key_id, made_by, started_at, tokens, places)
    select recording_id, leg_id, transcript_id, '${keyId}', '${madeBy}', at, array[i % 5000 + 1, i % 5000 + 2], '\\x0101020408'::bytea
    from bench_made where stage in ('scored','given_up') and fate <> '${DESTROYED}' order by i;`;

const past = `
  insert into retention_schedule (version, schedule, sha256, reason, proposed_by_person_id, proposed_at, decision, decided_by_person_id, decided_at)
    select 1, '{"rules":[],"default":{"count":${KEPT_DAYS},"unit":"days"},"graceDays":7}', ${NO_HASH}, 'years', a.id, now() - interval '730 days', 'agreed',
      b.id, now() - interval '730 days'
    from (select id from person order by id limit 1) a, (select id from person order by id desc limit 1) b;
  insert into retention_term (recording_id, version, keep_until, settled)
    select recording_id, 1, at + interval '${KEPT_DAYS} days', at < now() - interval '${KEPT_DAYS} days' and fate <> '${DUE}'
    from bench_made where stage <> 'not_recorded' order by i;
  insert into destruction (id, recording_id, call_id, reason, schedule_version, ordered_at, due_at, started_at, key_id, objects, key_destroyed_at,
      rows_erased_at, bytes_deleted_at, completed_at)
    select ${idOf('de5')}, recording_id, call_id, 'schedule', 1, over, over, over, md5('key' || i)::uuid, '[]', over, over, over, over
    from (select *, at + interval '${KEPT_DAYS} days' as over from bench_made) made where stage <> 'not_recorded' and fate = '${DESTROYED}' order by i;
  insert into work (id, job, subject_id, due_at, attempts, done_at, failed_at, created_at)
    select ${idOf('304', 'i * 4 + k')}, job, case job when 'score-leg' then leg_id else recording_id end, at, 1,
      case when stage <> 'needs_attention' or k < 2 then at + interval '1 minute' end,
      case when stage = 'needs_attention' and k = 2 then at + interval '1 minute' end, at
    from bench_made, (values (0, 'seal-recording'), (1, 'mask-recording'), (2, 'score-leg')) jobs (k, job)
    where stage <> 'not_recorded' and not (stage = 'needs_attention' and k = 1) order by i, k;`;

const journal = `
  insert into journal_entry (id, event, at, actor_person_id, call_id, commitment)
    select ${idOf('e47', 'i * 2 + k')}, event, at + k * interval '1 second', null, call_id, ${NO_HASH}
    from bench_made, (values (0, 'call.known'), (1, 'recording.sealed')) events (k, event) order by i, k;
  insert into journal_detail (entry_id, salt, details) select id, '00', '{}' from journal_entry order by id on conflict do nothing;
  delete from journal_pending;
  insert into journal_seal (position, entry_id, chain_hash)
    select (select coalesce(max(position), 0) from journal_seal) + row_number() over (order by id), id, ${NO_HASH} from journal_entry where id not in (select entry_id from journal_seal);
  insert into journal_head (position, chain_hash, signed_at, signature)
    select position, ${NO_HASH}, now() - interval '1 minute', repeat('0', 88) from journal_seal where position % 5 = 0 and position > 5
    on conflict do nothing;`;

const legal = `
  insert into legal_case (id, reference, title, state, opened_by_person_id, opened_at)
    select ${idOf('1ca', 'i', 'now()')}, 'YEARS-' || i, 'years', 'open', ${person}, now() from generate_series(1, 200) i;
  insert into legal_hold (id, code, case_id, reason, rule, placed_by_person_id, placed_at, swept_at)
    select ${idOf('101', 'i', 'now()')}, 'YH-' || i, ${idOf('1ca', 'i', 'now()')}, 'years',
      case when i <= 3 then jsonb_build_object('personIds', jsonb_build_array(${idOf('be5', 'i', "timestamptz '2024-01-01'")}), 'direction', 'internal') end,
      ${person}, now(), now() from generate_series(1, 200) i;
  insert into custody_hold (id, hold_id, call_id, placed_at)
    select ${idOf('c40')}, ${idOf('101', '(1 + i % 200)', 'now()')}, call_id, at from bench_made where fate = '${HELD}' order by i;
  insert into legal_request (id, code, requested_by_person_id, purpose, confidential, reason, filter, action, rendition, plays_allowed, expires_at,
      decide_by, state, state_at, recordings, approvals_needed, created_at, submitted_at)
    select ${idOf('1e9')}, 'YR-' || i, ${person}, 'evidence', false, 'years', '{}', 'evidence_export', 'original', 10, at + interval '30 days',
      at + interval '10 days', 'approved', at, 1, 2, at, at
    from bench_made where i % 1000 = 0 order by i;
  insert into legal_request_recording (request_id, recording_id, leg_id, call_id)
    select ${idOf('1e9')}, recording_id, leg_id, call_id from bench_made where i % 1000 = 0 order by i;
  insert into request_grant (id, code, request_id, person_id, action, rendition, plays_allowed, valid_from, expires_at)
    select ${idOf('64a')}, 'YG-' || i, ${idOf('1e9')}, ${person}, 'evidence_export', 'original', 10, at, at + interval '30 days'
    from bench_made where i % 1000 = 0 order by i;
  insert into evidence_export (id, request_id, grant_id, state, object_id, key_id, wrapped_key, plain_bytes, segments, sha256, manifest_sha256,
      timestamped, created_at, ready_at, gone_at, gone_reason)
    select ${idOf('e49')}, ${idOf('1e9')}, ${idOf('64a')}, case when live then 'ready' else 'gone' end, ${idOf('e4a')}, ${idOf('e4b')},
      case when live then '\\x00'::bytea end, 1, 1, ${NO_HASH}, ${NO_HASH}, false, at, at,
      case when not live then at + interval '30 days' end, case when not live then 'expired' end
    from (select *, at > now() - interval '29 days' as live from bench_made) made where i % 1000 = 0 order by i;
  insert into data_request (id, code, kind, subject, reference, state, registered_by_person_id, registered_at, proposal, proposal_reason,
      proposed_by_person_id, proposed_at, decided_by_person_id, decided_at, done_at)
    select ${idOf('da7')}, 'YD-' || i, 'erasure', '{}', 'years', 'done', a.id, at, 'agree', 'years', a.id, at, b.id, at, at
    from bench_made, (select id from person order by id limit 1) a, (select id from person order by id desc limit 1) b
    where i % 500 = 0 order by i;
  insert into data_request_recording (request_id, recording_id, call_id, restricted_by_this, outcome)
    select ${idOf('da7')}, recording_id, call_id, true, 'destroyed' from bench_made where i % 500 = 0 order by i;`;

/** What people did and were told; half an hour of it is still open. */
const others = `
  insert into session (token_hash, id, account_id, created_at, last_seen_at, expires_at, ended_at)
    select md5('s' || i), ${idOf('5e5')}, ${account}, at, at, at + interval '12 hours', at + interval '8 hours' from bench_made where i % 20 = 0 order by i;
  insert into play (id, recording_id, call_id, session_id, account_id, person_id, grant_id, purpose, rendition, heard_ms, opened_at, last_used_at,
      expires_at, closed_at)
    select ${idOf('b1a')}, recording_id, call_id, ${idOf('5e5', '(i - i % 20 + 20)')}, ${account}, ${person}, ${idOf('57a', '1', 'now()')}, 'quality', 'masked',
      '[]', at, at, at + interval '4 hours', case when at < now() - interval '30 minutes' then at + interval '5 minutes' end
    from bench_made where i % 4 = 0 and stage <> 'not_recorded' order by i;
  insert into notification (id, entry_id, person_id, kind, request_id, at, read_at)
    select ${idOf('407')}, ${idOf('e47', 'i * 2')}, ${agent}, 'request_submitted', ${idOf('1e9', '(i - i % 1000 + 1000)')}, at, at
    from bench_made where i % 5 = 0 and at > now() - interval '89 days' order by i;
  insert into mail (id, notification_id, state, created_at, settled_at)
    select ${idOf('3a1')}, ${idOf('407')}, 'sent', at, at from bench_made where i % 5 = 0 and at > now() - interval '89 days' order by i;
  insert into webhook_endpoint (id, name, url, events, state, secret, secret_key_version, created_by_person_id, created_at)
    select ${idOf('3eb', 'i', 'now()')}, 'years ' || i, 'https://example.org/', '{recording.sealed}', 'active', '\\x00', '1', ${person}, now()
    from generate_series(1, 3) i;
  insert into webhook_delivery (id, endpoint_id, entry_id, call_id, type, at, body, state, tries, created_at, settled_at)
    select ${idOf('de1')}, ${idOf('3eb', '(1 + i % 3)', 'now()')}, ${idOf('e47', 'i * 2 + 1')}, call_id, 'recording.sealed', at, '{}', 'delivered', 1, at, at
    from bench_made where at > now() - interval '29 days' order by i;
  insert into webhook_attempt (id, delivery_id, at, outcome, status, duration_ms)
    select ${idOf('a77')}, ${idOf('de1')}, at, 'delivered', 200, 5 from bench_made where at > now() - interval '29 days' order by i;
  insert into commitment (id, call_id, leg_id, transcript_id, kind, turn, from_char, to_char, from_ms, to_ms, owner_person_id, team_id, client_id, said_at,
      due_at, due_basis, state, state_at, created_at)
    select ${idOf('c03')}, call_id, leg_id, transcript_id, 'call_back', 3, 0, 8, 9000, 9900, ${agent}, ${team},
      ${idOf('c11', '(1 + i % 4)', "timestamptz '2024-01-01'")}, at, at + interval '1 day', 'said', case when at > now() - interval '20 hours' then 'open' else 'kept' end, at, at
    from bench_made where i % 4 = 0 and stage = 'scored' order by i;`;

const derived = `
  delete from tally;
  delete from tally_change;
  insert into tally (of, key, n, bytes) select 'call_stage', stage, count(*), 0 from call group by stage;
  insert into tally (of, key, n, bytes) select 'object', kind, count(*), sum(plain_bytes) from stored_object group by kind;
  insert into tally (of, key, n, bytes) select 'copied', '', count(*), 0 from stored_object where copied_at is not null;`;
