import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  type Bilingual,
  type CallStage,
  type FloorAlarmKind,
  type Language,
  type LegOutcome,
  type LiveHearing,
  type LiveRecording,
} from '#contracts';
import {
  hearingOf,
  LIVE_CALL_TIMEOUT_MS,
  type AgentLeg,
  type CapturedNow,
  type PausedCall,
  type QueueStay,
} from '#floor/rules';
import { bilingual } from '../people/person.sql.js';

/** An agent of a team, in the order of staff numbers. */
export interface TeamAgent {
  personId: string;
  staffNumber: string;
  name: Bilingual;
}

/** A leg of an agent, with what a tile shows of its call. */
export interface ShownLeg extends AgentLeg {
  personId: string;
  customer: string | null;
  language: Language | null;
  queue: string | null;
  /** An agent answered it, by the same measure as the report of the service. */
  answered: boolean;
  startedAt: number;
}

/** A call of an agent that is captured now. */
export interface ShownCapture extends CapturedNow {
  personId: string;
  liveCallId: string;
  customer: string | null;
  recording: LiveRecording;
  since: string;
  hearing: LiveHearing;
}

export interface TeamLine {
  name: Bilingual;
  agents: TeamAgent[];
  legs: ShownLeg[];
  stays: QueueStay[];
  captures: ShownCapture[];
  paused: PausedCall[];
  /** The team's, by the telephone system's names. */
  queues: string[];
  recordsAt: string | null;
  silent: { subject: string; since: number }[];
  acknowledged: { kind: FloorAlarmKind; subject: string; by: Bilingual; at: string }[];
}

/** More than a screen shows. */
const MOST_AGENTS = 200;
/** A call that goes on began at most so long ago. */
const LOOKS_BACK_MS = 6 * 3_600_000;

/** What the database tells of the telephones of a team now. */
@Injectable()
export class TeamLineQuery {
  constructor(private readonly source: DataSource) {}

  /** @returns null where there is no such team */
  async of(teamId: string, now: Date, dayStart: Date): Promise<TeamLine | null> {
    const since = new Date(Math.min(now.getTime() - LOOKS_BACK_MS, dayStart.getTime()));
    const agents: TeamAgent[] = await this.source.query(AGENTS, [teamId]);
    const people = agents.map(({ personId }) => personId);
    const seenAfter = new Date(now.getTime() - LIVE_CALL_TIMEOUT_MS);
    const [legs, stays, captures, paused, [rest]] = await Promise.all([
      this.source.query(LEGS, [teamId, since, people]) as Promise<LegRow[]>,
      this.source.query(STAYS, [teamId, since]) as Promise<{ legId: string; queue: string; beganAt: Date }[]>,
      this.source.query(CAPTURES, [teamId, seenAfter, people]) as Promise<CaptureRow[]>,
      this.source.query(PAUSED, [teamId, dayStart]) as Promise<PausedRow[]>,
      this.source.query(REST, [teamId, dayStart]) as Promise<RestRow[]>,
    ]);
    if (!rest) return null;
    const { name, queues, recordsAt, silent, acknowledged } = rest;
    return {
      ...{ name, agents, queues, recordsAt: recordsAt?.toISOString() ?? null },
      legs: legs.map(legOf),
      captures: captures.map(({ beganAt, since, room, heard, asked, ...one }) => {
        const hearing = hearingOf({ room, heard, asked });
        return { ...one, hearing, beganAt: beganAt.getTime(), since: since.toISOString() };
      }),
      paused: paused.map(({ endedAt, ...one }) => ({ ...one, endedAt: endedAt?.getTime() ?? null })),
      stays: stays.map(({ beganAt, ...stay }) => ({ ...stay, beganAt: beganAt.getTime() })),
      silent: silent.map(({ subject, since: at }) => ({ subject, since: Date.parse(at) })),
      acknowledged: acknowledged.map((one) => ({ ...one, at: new Date(one.at).toISOString() })),
    };
  }
}

interface LegRow extends Omit<ShownLeg, 'rangAt' | 'answeredAt' | 'endedAt' | 'startedAt'> {
  stage: CallStage;
  outcome: LegOutcome | null;
  rangAt: Date | null;
  answeredAt: Date | null;
  endedAt: Date | null;
  startedAt: Date;
}

type CaptureRow = Omit<ShownCapture, 'beganAt' | 'since' | 'hearing'> & {
  beganAt: Date;
  since: Date;
  room: number;
  heard: boolean;
  asked: boolean;
};
type PausedRow = Omit<PausedCall, 'endedAt'> & { endedAt: Date | null };

interface RestRow {
  name: Bilingual;
  queues: string[];
  recordsAt: Date | null;
  silent: { subject: string; since: string }[];
  acknowledged: TeamLine['acknowledged'];
}

const legOf = ({ rangAt, answeredAt, endedAt, startedAt, ...leg }: LegRow): ShownLeg => {
  const ms = (at: Date | null): number | null => at?.getTime() ?? null;
  return {
    ...leg,
    ...{ rangAt: ms(rangAt), answeredAt: ms(answeredAt), endedAt: ms(endedAt), startedAt: startedAt.getTime() },
  };
};

/** Who takes calls for the team: by an agent's role for it, or by one that reaches it where it is their own team. */
const AGENTS = `
  select person.id as "personId", person.staff_number as "staffNumber", ${bilingual('person')} as name from person
  where person.left_at is null and exists (select 1 from role_in_force role where role.person_id = person.id and role.role = 'agent'
    and (role.team_id = $1 or (role.team_id is null and person.team_id = $1)))
  order by person.staff_number, person.id limit ${MOST_AGENTS}`;

/** For their calls with other teams, only the fact that they are in a call is returned. */
const LEGS = `
  select leg.id as "legId", leg.call_id as "callId", leg.person_id as "personId", coalesce(leg.team_id = $1, false) as ours, leg.kind, leg.outcome,
    call.stage, coalesce(leg.alerted_at, leg.began_at) as "rangAt", leg.answered_at as "answeredAt", leg.ended_at as "endedAt",
    call.started_at as "startedAt", call.language, leg.queue, case when leg.team_id = $1 then call.customer end as customer,
    coalesce(leg.outcome = 'answered', leg.answered_at is not null or leg.record_key is null) as answered
  from call join leg on leg.call_id = call.id
  where call.started_at >= $2 and leg.person_id = any($3::uuid[]) and leg.kind in ('agent', 'consult')`;

/** Of their calls of other teams it is told only that they are in one. The latest of each comes last. */
const CAPTURES = `
  select id as "liveCallId", person_id as "personId", coalesce(team_id = $1, false) as ours, began_at as "beganAt",
    case when team_id = $1 then customer end as customer, recording, recording_since as since, words_room as room, words_heard as heard,
    words_asked_at is not null as asked
  from live_call where ended_at is null and seen_at > $2 and person_id = any($3::uuid[]) order by began_at, id`;

const PAUSED = `
  select live.id as "liveCallId", live.timeline, live.ended_at as "endedAt", person.staff_number as "staffNumber"
  from live_call live left join person on person.id = live.person_id
  where live.team_id = $1 and live.began_at >= $2 and live.timeline @> '[{"what":"paused"}]'`;

/** A stay ends where a telephone is picked up, also where no record says that it did. */
const STAYS = `
  select stay.id as "legId", coalesce(stay.queue, stay.extension, '') as queue, stay.began_at as "beganAt"
  from call join leg stay on stay.call_id = call.id
  where call.stage in ('ringing', 'live') and call.started_at >= $2 and stay.team_id = $1 and stay.kind = 'queue' and stay.began_at is not null
    and stay.answered_at is null and stay.ended_at is null and stay.outcome is null
    and not exists (select 1 from leg picked where picked.call_id = call.id and picked.kind = 'agent' and picked.answered_at >= stay.began_at)`;

/** Who took on an alarm that still stands must be among them: a silence of a telephone system may be older than yesterday. */
const REST = `
  select ${bilingual('team')} as name,
    array(select queue from queue_team where team_id = team.id order by queue) as queues,
    (select max(last_received_at) from telephony_source where ended_at is null) as "recordsAt",
    coalesce((select json_agg(json_build_object('subject', subject, 'since', raised_at) order by raised_at) from alarm
      where kind in ('source_silent', 'source_blocked')), '[]') as silent,
    coalesce((select json_agg(json_build_object('kind', one.kind, 'subject', one.subject, 'by', ${bilingual('person')}, 'at', one.at))
      from floor_acknowledgement one join person on person.id = one.person_id
      where one.team_id = team.id and one.at >= least($2::timestamptz - interval '1 day',
        (select min(raised_at) from alarm where kind in ('source_silent', 'source_blocked')))), '[]') as acknowledged
  from team where team.id = $1`;
