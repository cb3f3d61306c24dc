/*
 * A playback
 *   open    binds it to one session and one live grant, of a role or of a request; one row, one journal entry.
 *   ranges  are served while it is neither closed nor expired, its session lives and its grant lives: asked again at least every second.
 *   heard   merges what the player reports.
 *   give    takes down what is sent, before it is sent.
 *   close   writes the one journal entry that says what was sent and what was heard. The sweep closes a play that is no longer used.
 */
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { JournalService } from '#journal';
import { type Asker } from '#people';
import { Clock, newId } from '#platform';
import { Recording } from '#recordings';
import { type StandingGrant } from '../standing-grant.entity.js';
import { Play } from '../play.entity.js';
import { REQUEST_GRANT_HOLDS, RequestGrants } from '../requests/request-grants.service.js';
import { noteGrantUse } from '../grants/grant-use.js';
import { addHeard, mergeHeard, mostHeardMs, type Interval } from './heard.rules.js';

type PlayedRecording = Pick<Recording, 'id' | 'callId'>;

/** What a play needs of its grant. */
interface PlayGrant {
  id: string;
  kind: 'standing' | 'request' | 'best_call';
  purpose: string;
  rendition: 'masked' | 'original';
  expiresAt: Date;
}

/** How far a play has come. */
export interface PlayProgress {
  heardMs: Interval[];
  releasedMs: Interval[];
  openForMs: number;
}

/** A person who works on a call for longer than this opens it again. */
const LONGEST_MS = 4 * 60 * 60 * 1000;
/** A closed tab says nothing: a play without a range or a report for this long is over. */
const IDLE_MS = 15 * 60 * 1000;
const SWEEP_BATCH = 100;

/** The session's own rule holds for its plays too. */
const LIVE = `
  select play.id from play
  join session on session.id = play.session_id
  join account on account.id = play.account_id
  left join standing_grant standing on standing.id = play.grant_id
  left join best_call best on best.id = play.best_call_id
  left join request_grant given on given.id = play.request_grant_id
  left join legal_request request on request.id = given.request_id
  join recording on recording.id = play.recording_id and destruction_started_at is null and (play.request_grant_id is not null or not restricted and split_at is null and custody <> 'expired')
  where closed_at is null and play.expires_at > $1 and last_used_at > $2
    and session.ended_at is null and session.expires_at > $1 and session.last_seen_at > $1::timestamptz - make_interval(mins => (select idle_minutes from sign_in_policy_in_force)) and disabled_at is null
    and case when play.best_call_id is not null then best.published_at is not null and best.ended_at is null
      when play.grant_id is null then ${REQUEST_GRANT_HOLDS}
      else standing.valid_from <= $1 and standing.expires_at > $1 and standing.revoked_at is null
        and not (rights_of_one_over($1) and by_one_person(standing.published_by_person_id, standing.approved_by_person_id, standing.valid_from)) end`;

@Injectable()
export class PlayService {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
    private readonly requestGrants: RequestGrants,
    private readonly clock: Clock,
  ) {}

  /** Opens a playback under a live grant. The caller has checked that the recording can be heard. */
  async open(asker: Asker, recording: PlayedRecording, grant: StandingGrant): Promise<Play> {
    return this.source.transaction((tx) => this.begin(tx, asker, recording, { ...grant, kind: 'standing' }));
  }

  /**
   * Opens a playback under what a legal request gave, and counts it. The caller has checked that the recording can be heard.
   * @throws DomainError `no_such_grant` | `request_grant_over`
   */
  async openUnderRequest(asker: Asker, recording: PlayedRecording, grantId: string): Promise<Play> {
    return this.source.transaction(async (tx) => {
      const use = { grantId, personId: asker.personId, recordingId: recording.id, action: 'listen' } as const;
      const grant = await this.requestGrants.take(tx, use);
      return this.begin(tx, asker, recording, { ...grant, kind: 'request' });
    });
  }

  /** Opens a playback of a published best call. The caller has checked that it is one for this person, and that it can be heard. */
  async openBestCall(asker: Asker, recording: PlayedRecording, bestCallId: string): Promise<Play> {
    const expiresAt = new Date(this.clock.now().getTime() + LONGEST_MS);
    const right = { id: bestCallId, kind: 'best_call', purpose: 'coaching', rendition: 'masked', expiresAt } as const;
    return this.source.transaction((tx) => this.begin(tx, asker, recording, right));
  }

  private async begin(tx: EntityManager, asker: Asker, recording: PlayedRecording, grant: PlayGrant): Promise<Play> {
    const now = this.clock.now();
    const play: Play = {
      id: newId(),
      recordingId: recording.id,
      callId: recording.callId,
      sessionId: asker.sessionId,
      accountId: asker.accountId,
      personId: asker.personId,
      grantId: grant.kind === 'standing' ? grant.id : null,
      requestGrantId: grant.kind === 'request' ? grant.id : null,
      bestCallId: grant.kind === 'best_call' ? grant.id : null,
      purpose: grant.purpose,
      rendition: grant.rendition,
      heardMs: [],
      releasedMs: [],
      openedAt: now,
      lastUsedAt: now,
      expiresAt: new Date(Math.min(now.getTime() + LONGEST_MS, grant.expiresAt.getTime())),
      closedAt: null,
    };
    await tx.insert(Play, play);
    await noteGrantUse(tx, [{ grantId: grant.id, personId: asker.personId, action: 'listen' }]);
    const { id: playId, recordingId, purpose, rendition } = play;
    const details = { playId, recordingId, grantId: grant.id, purpose, rendition };
    await this.journal.append(tx, 'play.opened', details, aboutOf(play));
    return play;
  }

  /** The play, if it was opened in this session; ended or not. */
  async find(playId: string, sessionId: string): Promise<Play | null> {
    return this.source.manager.findOneBy(Play, { id: playId, sessionId });
  }

  /** May another byte be sent? Neither closed nor expired, session and account live, grant live, at this moment. */
  async isLive(playId: string): Promise<boolean> {
    const now = this.clock.now();
    const rows: unknown[] = await this.source.query(`${LIVE} and play.id = $3`, [now, idleSince(now), playId]);
    return rows.length > 0;
  }

  /**
   * Lets `decide` say what may be given out now, and takes it down before it is sent: what the journal says was sent is never too little,
   * and two requests at once do not each get the whole.
   *
   * @returns what was decided, or null when the play is over
   */
  async giveOut<R extends { spanMs: Interval | null }>(
    { id, recordingId }: Pick<Play, 'id' | 'recordingId'>,
    decide: (progress: PlayProgress) => R,
  ): Promise<R | null> {
    return this.source.transaction(async (tx) => {
      const now = this.clock.now();
      // Asked outside as well: a play that is closed while this waits for its row is over.
      const rows: { id: string }[] = await tx.query(
        `select id from play where closed_at is null and id in (${LIVE} and play.id = $3) for update`,
        [now, idleSince(now), id],
      );
      if (rows.length === 0) return null;
      const { heardMs, releasedMs, openedAt } = await tx.findOneByOrFail(Play, { id });
      const answer = decide({ heardMs, releasedMs, openForMs: now.getTime() - openedAt.getTime() });
      if (answer.spanMs) {
        const { durationMs } = await tx.findOneByOrFail(Recording, { id: recordingId });
        const released = mergeHeard(releasedMs, [answer.spanMs], durationMs);
        await tx.update(Play, id, { releasedMs: released, lastUsedAt: now });
      }
      return answer;
    });
  }

  /** Notes that the play is in use. */
  async touch(playId: string): Promise<void> {
    await this.source.manager.update(Play, { id: playId, closedAt: IsNull() }, { lastUsedAt: this.clock.now() });
  }

  /** Adds what the player says was heard, as far as the time since the opening allows. What comes after the end of the play is not added: its journal entry is written. */
  async heard(playId: string, intervals: readonly Interval[]): Promise<void> {
    await this.source.transaction(async (tx) => {
      const play = await lockOpen(tx, playId);
      if (!play) return;
      const { durationMs } = await tx.findOneByOrFail(Recording, { id: play.recordingId });
      const now = this.clock.now();
      const openForMs = now.getTime() - play.openedAt.getTime();
      const bounds = { durationMs, mostMs: mostHeardMs(openForMs), sentMs: play.releasedMs };
      const heardMs = addHeard(play.heardMs, intervals, bounds);
      await tx.update(Play, playId, { heardMs, lastUsedAt: now });
    });
  }

  /** Ends a play; ending it twice changes nothing. */
  async close(playId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const play = await lockOpen(tx, playId);
      if (!play) return;
      await tx.update(Play, playId, { closedAt: this.clock.now() });
      const { recordingId, heardMs, releasedMs } = play;
      const details = { playId, recordingId, grantId: grantIdOf(play), heardMs, releasedMs };
      await this.journal.append(tx, 'play.closed', details, aboutOf(play));
    });
  }

  /** The sweep: closes what is open but can no longer be used. @returns how many */
  async closeIdle(): Promise<number> {
    const now = this.clock.now();
    const rows: { id: string }[] = await this.source.query(
      `select id from play where closed_at is null and id not in (${LIVE}) order by last_used_at limit ${SWEEP_BATCH}`,
      [now, idleSince(now)],
    );
    for (const { id } of rows) await this.close(id);
    return rows.length;
  }
}

/** The right that a play is under, of any kind. */
export function grantIdOf(play: Pick<Play, 'grantId' | 'requestGrantId' | 'bestCallId'>): string {
  const id = play.grantId ?? play.requestGrantId ?? play.bestCallId;
  if (id === null) throw new Error('a play is under a grant');
  return id;
}

const aboutOf = ({ callId, personId }: Play) => ({ callId, actorPersonId: personId });

const idleSince = (now: Date): Date => new Date(now.getTime() - IDLE_MS);

const lockOpen = (tx: EntityManager, id: string): Promise<Play | null> =>
  tx.findOne(Play, { where: { id, closedAt: IsNull() }, lock: { mode: 'pessimistic_write' } });
