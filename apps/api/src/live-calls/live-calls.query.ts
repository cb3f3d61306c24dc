import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type LiveCall, type LiveCalls } from '#contracts';
import { UNSEEN_MS } from '#floor/rules';
import { type Scope } from '#people';
import { Clock } from '#platform';
import { type TelephonySourceRow } from '#telephony';
import { bilingual } from '../people/person.sql.js';

/** No floor has so many at once. */
const MOST = 500;

@Injectable()
export class LiveCallsQuery {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Those within reach that their process still speaks of, the oldest first. */
  within(scope: Scope): Promise<LiveCalls> {
    if (scope.kind === 'none') return this.find('false');
    if (scope.kind === 'all') return this.find('true');
    const reach = '(live.team_id = any($2::uuid[]) or live.person_id = $3)';
    return this.find(reach, scope.teamIds, scope.ownPersonId);
  }

  /** Of the teams that the telephone system may speak for. @param teamIds null: all */
  ofSource({ name, teamIds }: Pick<TelephonySourceRow, 'name' | 'teamIds'>): Promise<LiveCalls> {
    return this.find('live.source = $2 and ($3::uuid[] is null or live.team_id = any($3))', name, teamIds);
  }

  private async find(reached: string, ...values: unknown[]): Promise<LiveCalls> {
    const now = this.clock.now();
    const rows: Row[] = await this.source.query(
      `select live.id as "liveCallId", live.source, live.began_at as "beganAt", live.customer, live.recording,
         live.recording_since as since, live.pause_ends_at as "pauseEndsAt", live.silent_since as "silentSince", live.timeline,
         case when person.id is not null then json_build_object('personId', person.id, 'staffNumber', person.staff_number,
           'name', ${bilingual('person')}) end as agent,
         array(select act from live_call_instruction asked where asked.live_call_id = live.id and asked.carried_out_at is null
           order by asked.at, asked.id) as asked
       from live_call live left join person on person.id = live.person_id
       where live.ended_at is null and live.seen_at > $1 and ${reached}
       order by live.began_at, live.id limit ${MOST}`,
      [new Date(now.getTime() - UNSEEN_MS), ...values],
    );
    return { at: now.toISOString(), items: rows.map(callOf) };
  }
}

type Row = Omit<LiveCall, 'beganAt' | 'since' | 'pauseEndsAt' | 'silentSince'> & {
  beganAt: Date;
  since: Date;
  pauseEndsAt: Date | null;
  silentSince: Date | null;
};

const callOf = ({ beganAt, since, pauseEndsAt, silentSince, ...row }: Row): LiveCall => ({
  ...row,
  ...{ beganAt: beganAt.toISOString(), since: since.toISOString() },
  pauseEndsAt: pauseEndsAt?.toISOString() ?? null,
  silentSince: silentSince?.toISOString() ?? null,
});
