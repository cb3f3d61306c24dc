/*
 * Listening in on a call that goes on
 *   open    one row, one journal entry, a key of its own; one at a time of a session, so that another ends the one before. Who reads along in their
 *           own call is in no journal
 *   seen    the server that the browser is connected to says that it still sends, and how much it sent
 *   sounding  what the process that captures sends sound for: rows that are open and seen
 *   end     one journal entry that says why, and how much was sent; the key goes
 *   sweep   ends what no server speaks of any more
 * Whether it may go on is asked by the server that sends, at least every second (`listeningOver`).
 */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, In, IsNull, LessThan, type EntityManager } from 'typeorm';
import { type Followed, type GrantAction, type ListeningEnd } from '#contracts';
import { LIVE_CALL_CHANNEL, tellLiveCall, type LiveCallRow } from '#floor';
import { JournalService } from '#journal';
import { type Asker } from '#people';
import { Clock, KEY_PROVIDER, newId, newKey, zeroKeys, type KeyProvider } from '#platform';
import { noteGrantUse } from '../grants/grant-use.js';
import { legalRefusals } from '../refusals.js';
import { type StandingGrant } from '../standing-grant.entity.js';
import { LiveListeningRow } from './live-listening.entity.js';

/** On this machine at once; each costs capture and the database a little. */
const MOST_AT_ONCE = 20;
/** A server says every few seconds that it sends; one that was killed says nothing. */
const UNSEEN_MS = 10_000;

/** What sound is sent for. */
export type SoundingListening = Pick<
  LiveListeningRow,
  'id' | 'liveCallId' | 'follows' | 'soundKey' | 'soundKeyVersion'
> & {
  /** The agent’s of that call. */
  readonly own: boolean;
};

/** What the right to each is called. */
const ACTION = { sound: 'listen_live', words: 'read' } as const satisfies Record<Followed, GrantAction>;
/** In place of a purpose. */
const OWN_CALL = 'own_call';

@Injectable()
export class LiveListenings {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
    private readonly clock: Clock,
    @Inject(KEY_PROVIDER) private readonly keys: KeyProvider,
  ) {}

  /** The caller has asked the rules. @throws DomainError `listening_full` */
  async open(
    asker: Pick<Asker, 'personId' | 'sessionId'>,
    call: LiveCallRow,
    grant: Pick<StandingGrant, 'id' | 'purpose'> | null,
    follows: Followed,
  ): Promise<LiveListeningRow> {
    const id = newId();
    const key = newKey();
    try {
      const { version, bytes } = await this.keys.wrap(key, contextOf(id));
      return await this.source.transaction(async (tx) => {
        await tx.query('select pg_advisory_xact_lock(7312)');
        const open = await tx.findBy(LiveListeningRow, { endedAt: IsNull(), follows });
        for (const before of open.filter(({ sessionId }) => sessionId === asker.sessionId))
          await this.endOne(tx, before.id, 'stopped');
        if (open.filter(({ sessionId }) => sessionId !== asker.sessionId).length >= MOST_AT_ONCE)
          throw legalRefusals.listening_full();
        const now = this.clock.now();
        const row: LiveListeningRow = {
          ...{ id, liveCallId: call.id, source: call.source, capturedBy: call.capturedBy, teamId: call.teamId },
          ...{ agentPersonId: call.personId as string, personId: asker.personId, sessionId: asker.sessionId },
          ...{ grantId: grant?.id ?? null, purpose: grant?.purpose ?? OWN_CALL, follows },
          ...{ openedAt: now, seenAt: now, sentMs: 0 },
          ...{ endedAt: null, endReason: null, soundKey: bytes, soundKeyVersion: version },
        };
        await tx.insert(LiveListeningRow, row);
        if (grant) await this.began(tx, row, grant);
        await tellLiveCall(tx, { personId: row.agentPersonId, teamId: null });
        await tx.query('select pg_notify($1, $2)', [LIVE_CALL_CHANNEL, call.id]);
        return row;
      });
    } finally {
      zeroKeys(key);
    }
  }

  private async began(
    tx: EntityManager,
    { id: listeningId, liveCallId, personId, follows }: LiveListeningRow,
    { id: grantId, purpose }: Pick<StandingGrant, 'id' | 'purpose'>,
  ): Promise<void> {
    await noteGrantUse(tx, [{ grantId, personId, action: ACTION[follows] }]);
    const event = follows === 'sound' ? 'live_call.listening_began' : 'live_call.reading_began';
    await this.journal.append(tx, event, { listeningId, liveCallId, grantId, purpose }, { actorPersonId: personId });
  }

  /** One that was opened in this session and is not over. */
  async mine(id: string, sessionId: string): Promise<LiveListeningRow | null> {
    return this.source.manager.findOneBy(LiveListeningRow, { id, sessionId, endedAt: IsNull() });
  }

  async among(ids: readonly string[]): Promise<LiveListeningRow[]> {
    return this.source.manager.findBy(LiveListeningRow, { id: In([...ids]) });
  }

  async seen(sent: ReadonlyMap<string, number>): Promise<void> {
    await this.source.query(
      `update live_listening one set seen_at = $1, sent_ms = greatest(sent_ms, told.ms)
       from unnest($2::uuid[], $3::int[]) as told (id, ms) where one.id = told.id and ended_at is null`,
      [this.clock.now(), [...sent.keys()], [...sent.values()]],
    );
  }

  /** Of calls that this process captures. */
  async sounding(capturedBy: string): Promise<SoundingListening[]> {
    return this.source.query(
      `select id, live_call_id as "liveCallId", follows, person_id = agent_person_id as own, sound_key as "soundKey", sound_key_version as "soundKeyVersion" from live_listening
       where captured_by = $1 and ended_at is null and seen_at > $2 order by opened_at, id`,
      [capturedBy, this.unseenSince()],
    );
  }

  /** The key of a listening; the caller zeroes it. */
  async keyOf({
    id,
    soundKey,
    soundKeyVersion,
  }: Pick<SoundingListening, 'id' | 'soundKey' | 'soundKeyVersion'>): Promise<Buffer> {
    if (!soundKey || soundKeyVersion === null) throw new Error('a listening that is over has no key');
    return this.keys.unwrap({ version: soundKeyVersion, bytes: soundKey }, contextOf(id));
  }

  /** A second time changes nothing. @param sentMs what was sent since it was last said */
  async end(id: string, reason: ListeningEnd, sentMs = 0): Promise<void> {
    await this.source.transaction((tx) => this.endOne(tx, id, reason, sentMs));
  }

  /** @returns how many */
  async sweep(): Promise<number> {
    const lost = await this.source.manager.find(LiveListeningRow, {
      where: { endedAt: IsNull(), seenAt: LessThan(this.unseenSince()) },
      select: { id: true },
      take: 100,
    });
    for (const { id } of lost) await this.end(id, 'lost');
    return lost.length;
  }

  private async endOne(tx: EntityManager, id: string, reason: ListeningEnd, sentMs = 0): Promise<void> {
    const row = await tx.findOne(LiveListeningRow, {
      where: { id, endedAt: IsNull() },
      lock: { mode: 'pessimistic_write' },
    });
    if (!row) return;
    const sent = Math.max(row.sentMs, sentMs);
    const over = { endedAt: this.clock.now(), endReason: reason, soundKey: null, soundKeyVersion: null };
    await tx.update(LiveListeningRow, id, { ...over, sentMs: sent });
    const { liveCallId, grantId, personId: actorPersonId } = row;
    if (grantId) {
      const details = { listeningId: id, liveCallId, grantId, reason };
      if (row.follows === 'words') await this.journal.append(tx, 'live_call.reading_ended', details, { actorPersonId });
      else await this.journal.append(tx, 'live_call.listening_ended', { ...details, sentMs: sent }, { actorPersonId });
    }
    await tellLiveCall(tx, { personId: row.agentPersonId, teamId: null });
    await tx.query('select pg_notify($1, $2)', [LIVE_CALL_CHANNEL, liveCallId]);
  }

  private unseenSince(): Date {
    return new Date(this.clock.now().getTime() - UNSEEN_MS);
  }
}

const contextOf = (listeningId: string): string[] => ['live-listening', listeningId];
