/*
 * Calls in progress, as reported by the capture process
 *   stand      stores the current state of a session. Updates arrive in order, so an older one never overwrites a newer one.
 *   goingOn    which of them go on at all: those that a killed process left behind are closed
 *   waiting    what was asked of them and is not carried out; it is told again until it is
 * Postgres holds the truth; a notice on the channel only saves waiting for the next look.
 */
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type LiveAct, type LiveHow, type LiveMoment } from '#contracts';
import { JournalService } from '#journal';
import { Clock, tellProgress } from '#platform';
import { recordingNow, recordingSince } from './live-call.rules.js';

/** Payload: the id of the live call of which something is asked. */
export const LIVE_CALL_CHANNEL = 'shouwen_live_call';

export interface LiveCallFacts {
  readonly id: string;
  readonly source: string;
  readonly capturedBy: string;
  readonly beganAt: Date;
  readonly endedAt: Date | null;
  readonly personId: string | null;
  readonly teamId: string | null;
  readonly customer: string | null;
  readonly timeline: readonly LiveMoment[];
  readonly pauseEndsAt: Date | null;
  readonly silentSince: Date | null;
}

export interface LiveInstruction {
  readonly id: string;
  readonly session: string;
  readonly act: LiveAct;
  readonly how: LiveHow;
}

/** A call that goes on and may be heard. */
export interface HearableCall {
  readonly id: string;
  readonly personId: string | null;
  readonly teamId: string | null;
  readonly beganAt: Date;
  /** When a person chose it; null: none did. */
  readonly askedAt: Date | null;
  readonly heard: boolean;
}

interface Place {
  personId: string | null;
  teamId: string | null;
}

/** How long an ended one stays: for a day longer than its sound may wait to be handed over, since it is asked then whether consent was taken back. */
const KEPT = "interval '91 days'";

@Injectable()
export class LiveCallLedger {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  async stand(facts: LiveCallFacts): Promise<void> {
    const { id, timeline, beganAt } = facts;
    const began = beganAt.toISOString();
    await this.source.transaction(async (tx) => {
      const [before]: { timeline: LiveMoment[] }[] = await tx.query(
        'select timeline from live_call where id = $1 for update',
        [id],
      );
      await tx.query(UPSERT, [
        ...[id, facts.source, facts.capturedBy, beganAt, facts.endedAt, facts.personId, facts.teamId, facts.customer],
        ...[JSON.stringify(timeline), recordingNow(timeline), new Date(recordingSince(timeline, began))],
        ...[facts.pauseEndsAt, facts.silentSince, this.clock.now()],
      ]);
      const fresh = timeline.slice(before?.timeline.length ?? 0);
      // What a person asked is in the journal already; that a pause ended by itself is not.
      for (const _ of fresh.filter(({ what, how }) => what === 'resumed' && how === 'limit'))
        await this.journal.append(tx, 'live_call.resumed', { liveCallId: id, by: 'limit' });
      await tellLiveCall(tx, facts);
    });
  }

  /** Closes all others of this process, and those of which no process has spoken for long. */
  async goingOn(capturedBy: string, ids: readonly string[]): Promise<void> {
    const over: Place[] = await this.source.query(
      `with over as (update live_call set ended_at = seen_at, silent_since = null, pause_ends_at = null
         where ended_at is null and ((captured_by = $1 and id <> all($2::uuid[])) or seen_at < $3::timestamptz - interval '10 minutes')
         returning person_id, team_id)
       select person_id as "personId", team_id as "teamId" from over`,
      [capturedBy, ids, this.clock.now()],
    );
    for (const place of over) await tellLiveCall(this.source, place);
  }

  /** They still go on. What ended long ago is deleted. */
  async seen(capturedBy: string): Promise<void> {
    const now = this.clock.now();
    await this.source.query(`update live_call set seen_at = $2 where captured_by = $1 and ended_at is null`, [
      capturedBy,
      now,
    ]);
    const old = `select id from live_call where ended_at < $1::timestamptz - ${KEPT}`;
    await this.source.query(`delete from live_call_instruction where live_call_id in (${old})`, [now]);
    await this.source.query(`delete from live_call where id in (${old})`, [now]);
  }

  /**
   * Whether consent was refused or taken back, also in the moment in which the session ended and could not hear of it. Nothing more can be asked
   * of it from then on.
   */
  async isTakenBack(session: string, endedAt: Date): Promise<boolean> {
    // It waits for one that is asking at this moment.
    await this.source.query('update live_call set ended_at = coalesce(ended_at, $2) where id = $1', [session, endedAt]);
    const asked: unknown[] = await this.source.query(
      `select from live_call_instruction where live_call_id = $1 and act in ('consent_refused', 'consent_withdrawn') limit 1`,
      [session],
    );
    return asked.length > 0;
  }

  /** Calls of this process that go on, as admission looks at them; without those that people chose to leave. */
  async toHear(capturedBy: string): Promise<HearableCall[]> {
    return this.source.query(
      `select id, person_id as "personId", team_id as "teamId", began_at as "beganAt", words_asked_at as "askedAt", words_heard as heard from live_call
       where captured_by = $1 and ended_at is null and words_left_at is null and recording in ('recording', 'paused', 'held') order by began_at, id`,
      [capturedBy],
    );
  }

  /** How many calls the process hears at once, and which it hears now. */
  async hears(capturedBy: string, room: number, ids: readonly string[]): Promise<void> {
    const changed: Place[] = await this.source.query(
      `with changed as (update live_call set words_room = $2, words_heard = id = any($3::uuid[])
         where captured_by = $1 and ended_at is null and (words_room, words_heard) is distinct from ($2, id = any($3::uuid[]))
         returning person_id, team_id)
       select person_id as "personId", team_id as "teamId" from changed`,
      [capturedBy, room, ids],
    );
    for (const place of changed) await tellLiveCall(this.source, place);
  }

  /** In the order in which they were asked. */
  async waiting(capturedBy: string): Promise<LiveInstruction[]> {
    return this.source.query(
      `select asked.id, live_call_id as session, act, how from live_call_instruction asked join live_call on live_call.id = live_call_id
       where carried_out_at is null and captured_by = $1 and ended_at is null order by asked.at, asked.id`,
      [capturedBy],
    );
  }

  async carriedOut(id: string): Promise<void> {
    await this.source.query(
      'update live_call_instruction set carried_out_at = $2 where id = $1 and carried_out_at is null',
      [id, this.clock.now()],
    );
  }
}

/** Has the floor of the team, and the agent's own screen, show it. */
export async function tellLiveCall(
  database: { query(sql: string, values: unknown[]): Promise<unknown> },
  { personId, teamId }: Place,
): Promise<void> {
  if (teamId !== null) await tellProgress(database, `floor:${teamId}`);
  if (personId !== null) await tellProgress(database, `live:${personId}`);
}

const UPSERT = `
  insert into live_call (id, source, captured_by, began_at, ended_at, person_id, team_id, customer, timeline, recording, recording_since,
    pause_ends_at, silent_since, seen_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
  on conflict (id) do update set captured_by = $3, ended_at = $5, person_id = $6, team_id = $7, customer = $8, timeline = $9, recording = $10,
    recording_since = $11, pause_ends_at = $12, silent_since = $13, seen_at = $14`;
