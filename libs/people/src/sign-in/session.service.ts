import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { Clock, newId } from '#platform';
import { Session } from '../session.entity.js';
import { type Asker } from './asker.js';

/** A session ends 12 hours after sign-in, and after 30 minutes in which nobody used it. */
const LONGEST_MS = 12 * 60 * 60 * 1000;
export const SESSION_IDLE_MS = 30 * 60 * 1000;
/** Use is noted once a minute: a write for each request would cost more than the request. */
const NOTED_EVERY_MS = 60 * 1000;

/**
 * A role for a client reaches the teams that the client has now, and never more than those: a client without teams gives no row, which
 * must not be taken for the null that means every team.
 */
const REACH = `cross join lateral (
  select role_assignment.team_id where role_assignment.client_id is null
  union all select team.id from team where team.client_id = role_assignment.client_id) reach (team_id)`;

const LIVE_SESSION = `
  select session.id, session.last_seen_at, account.id as account_id, username, language,
         person.id as person_id, staff_number, name_zh, name_en,
         coalesce((select json_agg(json_build_object('role', role, 'teamId', reach.team_id) order by role, reach.team_id)
                   from role_assignment ${REACH} where account_id = account.id), '[]') as held,
         not exists (select 1 from notice_acknowledgement where person_id = person.id
                     and notice_version = (select max(version) from recording_notice)) as owes_notice
  from session join account on account.id = session.account_id join person on person.id = account.person_id
  where ended_at is null and disabled_at is null and expires_at > $2 and session.last_seen_at > $3`;

@Injectable()
export class SessionService {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Starts a session. @returns the token for the cookie; only its hash is kept */
  async start(tx: EntityManager, accountId: string): Promise<{ token: string; sessionId: string }> {
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    const sessionId = newId();
    await tx.insert(Session, {
      tokenHash: hashOf(token),
      id: sessionId,
      accountId,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + LONGEST_MS),
      endedAt: null,
    });
    return { token, sessionId };
  }

  /** Who holds this token now; null when it was never given, has expired, was idle for too long or has been ended. */
  async find(token: string): Promise<Asker | null> {
    const now = this.clock.now();
    const [row] = await this.live('token_hash = $1', hashOf(token));
    if (!row) return null;
    if (now.getTime() - row.last_seen_at.getTime() > NOTED_EVERY_MS) {
      await this.source.manager.update(Session, { id: row.id }, { lastSeenAt: now });
    }
    return askerOf(row);
  }

  /** Which of these sessions live, by their id, without counting as use: for connections that stay open. */
  async liveAmong(sessionIds: readonly string[]): Promise<Map<string, Asker>> {
    const rows = await this.live('session.id = any($1)', sessionIds);
    return new Map(rows.map((row) => [row.id, askerOf(row)]));
  }

  async end(tx: EntityManager, sessionId: string): Promise<void> {
    await tx.update(Session, { id: sessionId, endedAt: IsNull() }, { endedAt: this.clock.now() });
  }

  private async live(condition: string, value: unknown): Promise<LiveRow[]> {
    const now = this.clock.now();
    const idleSince = new Date(now.getTime() - SESSION_IDLE_MS);
    return this.source.query(`${LIVE_SESSION} and ${condition}`, [value, now, idleSince]);
  }
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

interface LiveRow {
  id: string;
  last_seen_at: Date;
  account_id: string;
  person_id: string;
  username: string;
  language: Asker['language'];
  staff_number: string;
  name_zh: string;
  name_en: string;
  held: Asker['held'];
  owes_notice: boolean;
}

const askerOf = (row: LiveRow): Asker => ({
  sessionId: row.id,
  accountId: row.account_id,
  personId: row.person_id,
  username: row.username,
  name: { zh: row.name_zh, en: row.name_en },
  staffNumber: row.staff_number,
  language: row.language,
  held: row.held,
  pending: row.owes_notice ? 'recording_notice' : null,
});
