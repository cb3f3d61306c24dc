import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Asker } from '#people';
import { Parameters, visibleLegs } from '../reach/visible-legs.js';
import { EXAMPLES, LIMITS, type GroupKind, type Past, type PlayGroup } from './unusual-access.rules.js';

export interface Period {
  /** Milliseconds since 1970; `to` is not part of it. */
  from: Date;
  to: Date;
  timeZone: string;
}

const WEEK_SECONDS = 7 * 86_400;

interface GroupRow {
  personId: string;
  kind: GroupKind;
  key: number | null;
  plays: number;
  hours: number | null;
  latest: { at: string; callId: string }[];
}

/** The plays that an auditor may know of, counted by the database: years of them never come here one by one. */
@Injectable()
export class UnusualPlaysQuery {
  constructor(private readonly source: DataSource) {}

  /** Plays of the period by person and by what they have in common. */
  async groups(asker: Asker, { from, to, timeZone }: Period): Promise<PlayGroup[]> {
    const parameters = new Parameters();
    const opened = openedBetween(asker, { from, to }, parameters);
    const [zone, start] = [parameters.add(timeZone), parameters.add(from)];
    const group = (kind: GroupKind, key: string, which = 'true', least = 1) => `
      select person_id as "personId", '${kind}' as kind, ${key}::int as key, count(*)::int as plays, min(hours) as hours,
        (array_agg(jsonb_build_object('at', at, 'callId', call_id) order by at desc, id desc))[1:${EXAMPLES}] as latest
      from opened where ${which} group by person_id${key === 'null' ? '' : `, ${key}`} having count(*) >= ${least}`;
    const rows: GroupRow[] = await this.source.query(
      `with opened as materialized (${opened}), named as (
         select *, extract(hour from at at time zone ${zone}) as hour,
           floor(extract(epoch from at - ${start}::timestamptz) / ${WEEK_SECONDS}) as week from opened)
       ${[
         group('all', 'null'),
         group('break_glass', 'null', `granted_by = 'break_glass'`),
         group('before_end', 'null', 'hours is not null'),
         sameRecording,
         group('own_team', 'null', `granted_by <> 'standing' and own_team`, LIMITS.ownTeam),
         group('hour', 'hour').replace('from opened', 'from named'),
         group('week', 'week').replace('from opened', 'from named'),
       ].join(' union all ')}`,
      parameters.values,
    );
    return rows.map(({ latest, ...row }) => ({
      ...row,
      latest: latest.map(({ at, callId }) => ({ at: Date.parse(at), callId })),
    }));
  }

  /** What is usual for each person: plays of the weeks before the period. */
  async past(asker: Asker, { from, timeZone }: Period): Promise<Map<string, Past>> {
    const parameters = new Parameters();
    const since = new Date(from.getTime() - LIMITS.weeksBefore * WEEK_SECONDS * 1000);
    const opened = openedBetween(asker, { from: since, to: from }, parameters);
    const [zone, end] = [parameters.add(timeZone), parameters.add(from)];
    const rows: { personId: string; hour: number; week: number; plays: number }[] = await this.source.query(
      `with opened as (${opened})
       select person_id as "personId", extract(hour from at at time zone ${zone})::int as hour,
         floor((extract(epoch from ${end}::timestamptz - at) - 0.001) / ${WEEK_SECONDS})::int as week, count(*)::int as plays
       from opened group by 1, 2, 3`,
      parameters.values,
    );
    const people = new Map<string, { plays: number; hours: number[]; weeks: number[] }>();
    for (const { personId, hour, week, plays } of rows) {
      const past = people.get(personId) ?? {
        plays: 0,
        hours: [],
        weeks: Array.from({ length: LIMITS.weeksBefore }, () => 0),
      };
      people.set(personId, past);
      past.plays += plays;
      past.hours.push(hour);
      if (past.weeks[week] !== undefined) past.weeks[week] += plays;
    }
    return people;
  }
}

const sameRecording = `
  select person_id, 'same_recording', null::int, count(*)::int, null,
    (array_agg(jsonb_build_object('at', at, 'callId', call_id) order by at desc, id desc))[1:${EXAMPLES}]
  from opened group by person_id, recording_id having count(*) >= ${LIMITS.sameRecording}`;

/** Hours until an end that came within so many of them after the play. */
const hoursUntil = (end: string, most: number) =>
  `case when ${end} >= opened_at and ${end} - opened_at <= interval '${most} hours' then extract(epoch from ${end} - opened_at)::float8 / 3600 end`;

function openedBetween(asker: Asker, { from, to }: Pick<Period, 'from' | 'to'>, parameters: Parameters): string {
  const visible = visibleLegs('journal.read', asker, parameters);
  return `select play.id, play.person_id, opened_at as at, play.call_id, play.recording_id,
      case when given.id is null then 'standing' when request.break_glass then 'break_glass' else 'request' end as granted_by,
      leg.team_id = person.team_id as own_team,
      least(${hoursUntil('coalesce(standing.revoked_at, given.revoked_at)', LIMITS.hoursBeforeRevoked)},
        ${hoursUntil('person.left_at', LIMITS.hoursBeforeLeft)}) as hours
    from play join recording on recording.id = play.recording_id join leg on leg.id = recording.leg_id
    join person on person.id = play.person_id
    left join standing_grant standing on standing.id = play.grant_id
    left join request_grant given on given.id = play.request_grant_id left join legal_request request on request.id = given.request_id
    where opened_at >= ${parameters.add(from)} and opened_at < ${parameters.add(to)} and ${visible}`;
}
