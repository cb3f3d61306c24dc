import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type LiveCall, type LiveCalls } from '#contracts';
import { hearingOf, LIVE_CALL_TIMEOUT_MS } from '#floor/rules';
import { type Scope } from '#people';
import { Clock, ENV, type Env } from '#platform';
import { type TelephonySourceRow } from '#telephony';
import { bilingual } from '../people/person.sql.js';

/** No floor has so many at once. */
const MOST = 500;

@Injectable()
export class LiveCallsQuery {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** Those within reach that their process still speaks of, the oldest first. @param personId who asks */
  async within(scope: Scope, personId: string): Promise<LiveCalls> {
    const calls = await this.reached(scope);
    const told = this.env.capture.listeningTold;
    const items = calls.items.map((one) => ({
      ...one,
      followed: told && one.followed && one.agent?.personId === personId,
    }));
    return { ...calls, items };
  }

  private reached(scope: Scope): Promise<LiveCalls> {
    if (scope.kind === 'none') return this.find('false');
    if (scope.kind === 'all') return this.find('true');
    const reach = '(live.team_id = any($2::uuid[]) or live.person_id = $3)';
    return this.find(reach, scope.teamIds, scope.ownPersonId);
  }

  /** Of the teams that the telephone system may speak for. @param teamIds null: all */
  async ofSource({ name, teamIds }: Pick<TelephonySourceRow, 'name' | 'teamIds'>): Promise<LiveCalls> {
    const calls = await this.find('live.source = $2 and ($3::uuid[] is null or live.team_id = any($3))', name, teamIds);
    return { ...calls, items: calls.items.map((one) => ({ ...one, followed: false })) };
  }

  private async find(reached: string, ...values: unknown[]): Promise<LiveCalls> {
    const now = this.clock.now();
    const rows: Row[] = await this.source.query(
      `select live.id as "liveCallId", live.source, live.began_at as "beganAt", live.customer, live.recording,
         live.recording_since as since, live.pause_ends_at as "pauseEndsAt", live.silent_since as "silentSince", live.timeline,
         exists (select from live_listening one where one.live_call_id = live.id and one.ended_at is null
           and one.grant_id is not null) as followed,
         live.words_room as room, live.words_heard as heard, live.words_asked_at is not null as "askedWords",
         case when person.id is not null then json_build_object('personId', person.id, 'staffNumber', person.staff_number,
           'name', ${bilingual('person')}) end as agent,
         array(select act from live_call_instruction asked where asked.live_call_id = live.id and asked.carried_out_at is null
           order by asked.at, asked.id) as asked
       from live_call live left join person on person.id = live.person_id
       where live.ended_at is null and live.seen_at > $1 and ${reached}
       order by live.began_at, live.id limit ${MOST}`,
      [new Date(now.getTime() - LIVE_CALL_TIMEOUT_MS), ...values],
    );
    return { at: now.toISOString(), items: rows.map(callOf) };
  }
}

type Row = Omit<LiveCall, 'beganAt' | 'since' | 'pauseEndsAt' | 'silentSince' | 'hearing'> & {
  room: number;
  heard: boolean;
  askedWords: boolean;
  beganAt: Date;
  since: Date;
  pauseEndsAt: Date | null;
  silentSince: Date | null;
};

const callOf = ({ beganAt, since, pauseEndsAt, silentSince, room, heard, askedWords, ...row }: Row): LiveCall => ({
  ...row,
  hearing: hearingOf({ room, heard, asked: askedWords }),
  ...{ beganAt: beganAt.toISOString(), since: since.toISOString() },
  pauseEndsAt: pauseEndsAt?.toISOString() ?? null,
  silentSince: silentSince?.toISOString() ?? null,
});
