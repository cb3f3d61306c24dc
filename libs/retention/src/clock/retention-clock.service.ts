import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type ClockJump } from '#contracts';
import { JournalService } from '#journal';
import { assertTwoPeople, markOf } from '#people';
import { judgeClock } from './clock.rules.js';
import { retentionRefusals } from '../refusals.js';

/** The state of the retention clock, for screens and checks. */
export interface ClockState {
  seenAt: Date | null;
  stoppedAt: Date | null;
  jumped: ClockJump | null;
  jumpedSeconds: number | null;
  /** Who asked to start again after a restore. */
  askedBy: string | null;
  askedAt: Date | null;
}

const STATE = `select seen_at as "seenAt", stopped_at as "stoppedAt", jumped, jumped_seconds as "jumpedSeconds",
  restart_asked_by_person_id as "askedBy", restart_asked_at as "askedAt" from retention_clock`;

const NEVER_SEEN: ClockState = {
  ...{ seenAt: null, stoppedAt: null, jumped: null, jumpedSeconds: null },
  ...{ askedBy: null, askedAt: null },
};

/** Nothing is destroyed by a clock that jumped: the sweep stops, says so once, and waits for an administrator. */
@Injectable()
export class RetentionClock {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
  ) {}

  async state(tx: EntityManager = this.source.manager): Promise<ClockState> {
    const [row]: ClockState[] = await tx.query(STATE);
    return row ?? NEVER_SEEN;
  }

  /** May the sweep act now? Notes that the clock was seen; of a jump, when it was found. */
  async isTrusted(): Promise<boolean> {
    return this.source.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock(7333)');
      const { seenAt, stoppedAt } = await this.state(tx);
      if (stoppedAt) return false;
      const [time]: { now: Date; newest: Date | null }[] = await tx.query(
        'select now(), (select at from journal_entry order by id desc limit 1) as newest',
      );
      if (!time) return false;
      const verdict = judgeClock({ now: time.now, seenAt, newestEntryAt: time.newest });
      if (verdict.trusted) {
        await tx.query(
          `insert into retention_clock (id, seen_at) values (1, now()) on conflict (id) do update set seen_at = excluded.seen_at`,
        );
        return true;
      }
      await tx.query(
        `insert into retention_clock (id, seen_at, stopped_at, jumped, jumped_seconds) values (1, $1, now(), $2, $3)
         on conflict (id) do update set stopped_at = now(), jumped = $2, jumped_seconds = $3`,
        [seenAt ?? time.newest ?? time.now, verdict.jumped, verdict.seconds],
      );
      await this.journal.append(tx, 'retention.stopped', { jumped: verdict.jumped, seconds: verdict.seconds });
      return false;
    });
  }

  /**
   * An administrator has looked at the clock and found it right. After a restore the first one asks, and another confirms: holds that were
   * placed since the backup are not in the database.
   * @throws DomainError `retention_not_stopped` | `restart_needs_another`
   */
  async confirm(actorPersonId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock(7333)');
      const { jumped, jumpedSeconds, askedBy, askedAt } = await this.state(tx);
      if (!jumped) throw retentionRefusals.retention_not_stopped();
      if (jumped === 'restored' && askedBy === null) return this.ask(tx, actorPersonId);
      const second = { personId: actorPersonId, at: await databaseNow(tx) };
      const first = { personId: askedBy, at: askedAt ?? second.at };
      const eyes = await assertTwoPeople(tx, first, second, retentionRefusals.restart_needs_another);
      await tx.query(
        `update retention_clock set seen_at = now(), stopped_at = null, jumped = null, jumped_seconds = null,
           restart_asked_by_person_id = null, restart_asked_at = null, confirmed_by_person_id = $1, confirmed_at = now()`,
        [actorPersonId],
      );
      const details = { jumped, seconds: jumpedSeconds ?? 0, ...markOf(eyes) };
      await this.journal.append(tx, 'retention.clock_confirmed', details, { actorPersonId });
    });
  }

  private async ask(tx: EntityManager, actorPersonId: string): Promise<void> {
    await tx.query('update retention_clock set restart_asked_by_person_id = $1, restart_asked_at = now()', [
      actorPersonId,
    ]);
    await this.journal.append(tx, 'retention.restart_asked', {}, { actorPersonId });
  }
}

/** The database's own clock: it is the one that is in doubt. */
async function databaseNow(tx: EntityManager): Promise<Date> {
  const [row]: { now: Date }[] = await tx.query('select now()');
  if (!row) throw new Error('the database says what time it is');
  return row.now;
}
