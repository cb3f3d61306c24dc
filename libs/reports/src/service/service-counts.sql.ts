import { type Parameters } from '#calls';
import { type QualitySettings, type ServiceReportBy } from '#contracts';

/** What the database counts of a group of calls. */
export interface CountedService {
  /** null of all calls. */
  row_key: string | null;
  is_total: boolean;
  answered: number;
  elsewhere: number;
  abandoned: number;
  shortAbandoned: number;
  missed: number;
  unknown: number;
  inTime: number;
  /** How many answered calls have a wait that is known, and its mean in seconds. */
  waits: number;
  wait: number | null;
  /** The same of the time that they were handled. */
  handles: number;
  handle: number | null;
}

/** What is counted, by which measure. */
export interface ServiceCount {
  starts: Date;
  ends: Date;
  timeZone: string;
  /** Which rows of `leg` the asker counts. */
  where: string;
  settings: QualitySettings['service'];
}

const KEYS: Record<ServiceReportBy, (zone: () => string) => string> = {
  service_team: () => 'leg.team_id::text',
  service_queue: () => 'leg.queue',
  service_day: (zone) => `(whole.started_at at time zone ${zone()}::text)::date::text`,
};

/** A file that was uploaded is of a conversation, whatever else it says; what records tell of has an outcome. */
const ANSWERED = `coalesce(leg.outcome = 'answered', leg.answered_at is not null or (leg.kind = 'agent' and leg.record_key is null))`;
/** What is offered to people: menus, consultations and numbers outside are not. */
const OFFERED = `leg.kind in ('agent', 'queue')`;
const OVER = `call.stage not in ('ringing', 'live')`;
const seconds = (interval: string): string => `extract(epoch from ${interval})::float8`;

const period = ({ starts, ends }: ServiceCount, parameters: Parameters): string =>
  `call.started_at >= ${parameters.add(starts)}::timestamptz and call.started_at < ${parameters.add(ends)}::timestamptz`;

/**
 * Counts what became of inbound calls, for each group and for all: each call once in a group, however many telephones rang and whatever rows
 * tell of it. A call that no one answered is what the telephone system says of the call, or else what all its legs say.
 */
export function countService(by: ServiceReportBy, asked: ServiceCount, parameters: Parameters): string {
  const { timeZone, where, settings } = asked;
  const within = `${parameters.add(settings.withinSeconds)}::float8`;
  const short = `${parameters.add(settings.shortAbandonSeconds)}::float8`;
  const count = (condition: string, name: string): string => `(count(*) filter (where ${condition}))::int as "${name}"`;
  return `with parts as (
      select call.id, coalesce(joined.into_call_id, call.id) as call_id, call.started_at, call.ended_at, call.connection
      from call left join call_joined joined on joined.call_id = call.id
      where call.direction = 'inbound' and ${OVER} and ${period(asked, parameters)}),
    whole as (
      select parts.call_id, min(parts.started_at) as started_at, coalesce(bool_or(connection = 'answered'), bool_or(${ANSWERED})) as anywhere,
        coalesce(bool_or(connection = 'abandoned'), bool_or(leg.outcome = 'abandoned'), false) as given_up,
        coalesce(bool_or(connection in ('missed', 'busy', 'failed')), bool_and(leg.outcome is not null), false) as missed,
        ${seconds(`coalesce(max(parts.ended_at), max(leg.ended_at)) - min(coalesce(leg.began_at, leg.alerted_at))`)} as waited
      from parts join leg on leg.call_id = parts.id and ${OFFERED}
      group by parts.call_id),
    legs as (
      select ${KEYS[by](() => parameters.add(timeZone))} as key, whole.call_id, leg.kind, leg.answered_at, ${ANSWERED} as answered,
        ${seconds(`leg.answered_at - ${WAITED_FROM}`)} as wait, ${seconds('leg.ended_at - leg.answered_at')} as talked
      from whole join parts using (call_id) join leg on leg.call_id = parts.id and ${OFFERED} left join lateral (${STAY}) stay on true
      where ${where}),
    calls as (
      select grouping(key) = 1 as is_total, key, call_id, bool_or(answered) as here,
        (array_agg(wait order by answered_at nulls last) filter (where answered))[1] as wait,
        case when bool_and(coalesce(talked >= 0, false)) filter (where answered and kind = 'agent')
          then sum(talked) filter (where answered and kind = 'agent') end as handle
      from legs group by grouping sets ((key, call_id), (call_id))),
    told as (
      select is_total, key, handle, case when wait >= 0 then wait end as wait,
        case when here then 'answered' when anywhere then 'elsewhere'
          when given_up then case when waited < ${short} then 'short' else 'abandoned' end
          when missed then 'missed' else 'unknown' end as became
      from calls join whole using (call_id) where is_total or key is not null)
    select is_total, key as row_key, ${count(`became = 'answered'`, 'answered')}, ${count(`became = 'elsewhere'`, 'elsewhere')},
      ${count(`became = 'abandoned'`, 'abandoned')}, ${count(`became = 'short'`, 'shortAbandoned')},
      ${count(`became = 'missed'`, 'missed')}, ${count(`became = 'unknown'`, 'unknown')},
      ${count(`became = 'answered' and wait <= ${within}`, 'inTime')},
      ${count(`became = 'answered' and wait is not null`, 'waits')}, avg(wait) filter (where became = 'answered') as wait,
      ${count(`became = 'answered' and handle is not null`, 'handles')}, avg(handle) filter (where became = 'answered') as handle
    from told group by is_total, key`;
}

/** Calls of which it is not known whether a customer called: they are told beside the figures. */
export const countWithoutDirection = (asked: ServiceCount, parameters: Parameters): string =>
  `select count(distinct call.id)::int as calls from call join leg on leg.call_id = call.id and ${OFFERED}
   where call.direction is null and ${OVER} and ${period(asked, parameters)} and ${asked.where}`;

/** The stay in a queue from which a telephone was picked up: begun before, and not over when it began to ring. */
const RANG = `coalesce(leg.began_at, leg.alerted_at, leg.answered_at - leg.ring_seconds * interval '1 second')`;
const STAY = `select count(*) as stays, case when bool_and(queue.began_at is not null) then min(queue.began_at) end as began_at
  from leg queue where queue.call_id = leg.call_id and queue.kind = 'queue' and leg.kind = 'agent'
    and (queue.began_at <= leg.answered_at) is not false and (queue.ended_at >= ${RANG}) is not false`;

/** Where a leg names its queue, and how long the stay in it was is not known, nor is the wait. */
const WAITED_FROM = `(case when leg.kind = 'queue' then leg.began_at when stay.stays > 0 then stay.began_at
  when leg.queue is null then ${RANG} else ${RANG} - leg.queue_seconds * interval '1 second' end)`;
