import { endOfDay, startOfDay } from '#calls';
import { type AccessFilters } from '#contracts';
import { type Asker } from '#people';
import { type Cursor } from '../reach/cursor.rules.js';
import { visibleLegs, type Parameters } from '../reach/visible-legs.js';
import { past } from './audited-entries.sql.js';

export interface WantedAccesses {
  asker: Pick<Asker, 'held' | 'personId'>;
  filters: AccessFilters;
  timeZone: string;
  beside: Cursor | null;
  limit: number;
}

const GRANTS = (standing: string, given: string) =>
  `left join standing_grant standing on standing.id = ${standing} left join request_grant given on given.id = ${given}
   left join legal_request request on request.id = given.request_id`;

const RIGHT = `coalesce(standing.code, given.code) as grant_code, request.code as request_code,
  case when given.id is null then 'standing' when request.break_glass then 'break_glass' else 'request' end as granted_by`;

/** Each table that tells of an access, as one row of the same shape. `entry` and `play` are read backwards in time by an index. */
const SOURCES = {
  play: {
    kinds: ['heard'],
    at: 'play.opened_at',
    id: 'play.id',
    person: 'play.person_id',
    call: 'play.call_id',
    leg: 'recording.leg_id',
    purpose: 'play.purpose',
    select: `play.id, play.opened_at as at, 'heard' as kind, play.person_id, play.call_id, play.purpose, play.rendition, play.heard_ms, play.released_ms`,
    from: `play join recording on recording.id = play.recording_id ${GRANTS('play.grant_id', 'play.request_grant_id')}`,
  },
  listening: {
    kinds: ['listened_in', 'read_along'],
    at: 'one.opened_at',
    id: 'one.id',
    person: 'one.person_id',
    call: 'call.id',
    leg: 'heard.id',
    purpose: 'one.purpose',
    select: `one.id, one.opened_at as at, case one.follows when 'words' then 'read_along' else 'listened_in' end as kind, one.person_id, call.id as call_id, one.purpose, null::text as rendition,
      case one.follows when 'sound' then jsonb_build_array(jsonb_build_array(0, one.sent_ms)) end as heard_ms, null::jsonb as released_ms`,
    from: `(select * from live_listening where grant_id is not null) one left join call on call.id = coalesce(
        (select named.call_id from call_name named where named.source = one.source and named.external_id = one.live_call_id::text),
        (select own.id from call own where own.source = one.source and own.external_id = one.live_call_id::text))
      left join lateral (select leg.id from leg where leg.call_id = call.id and leg.person_id = one.agent_person_id
        order by leg.position limit 1) heard on true ${GRANTS('one.grant_id', 'null::uuid')}`,
  },
  reading: {
    kinds: ['read', 'excerpted', 'exported'],
    at: 'entry.at',
    id: 'entry.id',
    person: 'entry.actor_person_id',
    call: 'entry.call_id',
    leg: 'recording.leg_id',
    purpose: 'coalesce(standing.purpose, request.purpose)',
    select: `entry.id, entry.at, case entry.event when 'transcript.read' then 'read' when 'transcript.excerpted' then 'excerpted' else 'exported' end as kind,
      entry.actor_person_id as person_id, entry.call_id, coalesce(standing.purpose, request.purpose) as purpose,
      coalesce(standing.rendition, given.rendition) as rendition, null::jsonb as heard_ms, null::jsonb as released_ms`,
    from: `journal_entry entry left join journal_detail detail on detail.entry_id = entry.id
      left join transcript on transcript.id = (detail.details->>'transcriptId')::uuid
      left join recording on recording.id = coalesce((detail.details->>'recordingId')::uuid, transcript.recording_id)
      ${GRANTS(`(detail.details->>'grantId')::uuid`, `(detail.details->>'grantId')::uuid`)}`,
  },
  download: {
    kinds: ['taken'],
    at: 'entry.at',
    id: 'entry.id',
    person: 'entry.actor_person_id',
    call: null,
    leg: null,
    purpose: 'request.purpose',
    select: `entry.id, entry.at, 'taken' as kind, entry.actor_person_id as person_id, null::uuid as call_id, request.purpose, given.rendition,
      null::jsonb as heard_ms, null::jsonb as released_ms`,
    from: `journal_entry entry left join journal_detail detail on detail.entry_id = entry.id
      ${GRANTS('null::uuid', `(detail.details->>'grantId')::uuid`)}`,
  },
} as const;

type Source = (typeof SOURCES)[keyof typeof SOURCES];

const EVENTS = {
  read: 'transcript.read',
  excerpted: 'transcript.excerpted',
  exported: 'recording.exported',
  taken: 'evidence_export.download_started',
} as const;

/** Accesses that are asked for, the latest first, at most `limit`: plays, calls that were listened in on, readings, what was exported, and packages that were taken. */
export function wantedAccesses(wanted: WantedAccesses, parameters: Parameters): string {
  const { kind } = wanted.filters;
  const sources = Object.values(SOURCES).filter(
    ({ kinds }) => kind === undefined || (kinds as readonly string[]).includes(kind),
  );
  const branches = sources.map((source) => branchOf(source, wanted, parameters));
  return `select * from (${branches.join(' union all ')}) found order by at desc, id desc limit ${wanted.limit}`;
}

function branchOf(source: Source, wanted: WantedAccesses, parameters: Parameters): string {
  const { filters, timeZone, beside, limit } = wanted;
  const conditions = [
    ...eventsOf(source, filters, parameters),
    ...(filters.from ? [`${source.at} >= ${parameters.add(startOfDay(filters.from, timeZone))}`] : []),
    ...(filters.to ? [`${source.at} < ${parameters.add(endOfDay(filters.to, timeZone))}`] : []),
    ...(filters.person ? [`${source.person} = ${parameters.add(filters.person)}::uuid`] : []),
    ...(filters.purpose ? [`${source.purpose} = ${parameters.add(filters.purpose)}`] : []),
    ...(filters.call ? [ofCall(source, parameters.add(filters.call))] : []),
    ...(beside ? [past(beside, source.at, source.id, parameters)] : []),
    ...withinReach(source, wanted.asker, parameters),
  ];
  return `(select ${source.select}, ${RIGHT} from ${source.from} where ${conditions.join(' and ') || 'true'}
    order by ${source.at} desc, ${source.id} desc limit ${limit})`;
}

function eventsOf(source: Source, { kind }: AccessFilters, parameters: Parameters): string[] {
  if (source === SOURCES.play) return [];
  if (source === SOURCES.listening)
    return kind === undefined ? [] : [`one.follows = ${kind === 'read_along' ? `'words'` : `'sound'`}`];
  const kinds = source.kinds.filter((one) => kind === undefined || one === kind);
  return [`entry.event = any(${parameters.add(kinds.map((one) => EVENTS[one as keyof typeof EVENTS]))}::text[])`];
}

/** A package is of every call that was asked for. */
const LISTED = 'select from legal_request_recording listed where listed.request_id = given.request_id';
const ofCall = ({ call }: Source, asked: string): string =>
  call === null ? `exists (${LISTED} and listed.call_id = ${asked}::uuid)` : `${call} = ${asked}::uuid`;

function withinReach({ leg }: Source, asker: WantedAccesses['asker'], parameters: Parameters): string[] {
  const visible = visibleLegs('journal.read', asker, parameters);
  if (visible === 'true') return [];
  if (leg !== null) return [`exists (select from leg where leg.id = ${leg} and ${visible})`];
  return [
    `not exists (${LISTED} and not exists (select from leg where leg.id = listed.leg_id and ${visible})) and given.id is not null`,
  ];
}
