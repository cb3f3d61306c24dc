import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, LessThanOrEqual, type EntityManager } from 'typeorm';
import { GRANT_ENDING_DAYS } from '#contracts';
import { JournalService } from '#journal';
import { rightsOfOneAreOver } from '#people';
import { Clock } from '#platform';
import { StandingGrant } from '../standing-grant.entity.js';
import { takesPlaceOf } from './grant.rules.js';

/** Where no person says why: the product ends it. */
const OVER = '单人审批模式已结束 / Single-approver mode has ended';
const AT_ONCE = 100;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Tells once that a standing grant is about to end, and once that it has ended, unless another takes its place; in several workers at once. */
@Injectable()
export class GrantEndings {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /** @returns how many were told of */
  async tell(): Promise<number> {
    return this.source.transaction(async (tx) => {
      const now = this.clock.now();
      const soon = new Date(now.getTime() + GRANT_ENDING_DAYS * DAY_MS);
      const taken = await this.takeBackOfOne(tx, now);
      const ended = taken + (await this.note(tx, 'endedToldAt', now));
      return ended + (await this.note(tx, 'endingToldAt', soon));
    });
  }

  /** What one person published ends a week after the small house in which they did, unless two people published it again (decision 112). */
  private async takeBackOfOne(tx: EntityManager, now: Date): Promise<number> {
    if (!(await rightsOfOneAreOver(tx, now))) return 0;
    const ofOne: { id: string }[] = await tx.query(
      `select id from standing_grant where revoked_at is null and expires_at > $1
         and by_one_person(published_by_person_id, approved_by_person_id, valid_from)`,
      [now],
    );
    for (const { id: grantId } of ofOne) {
      await tx.update(StandingGrant, grantId, { revokedAt: now, revokedReason: OVER });
      await this.journal.append(tx, 'grant.revoked', { grantId });
    }
    return ofOne.length;
  }

  private async note(tx: EntityManager, told: 'endingToldAt' | 'endedToldAt', until: Date): Promise<number> {
    const now = this.clock.now();
    const due = await tx.find(StandingGrant, {
      where: { [told]: IsNull(), endedToldAt: IsNull(), revokedAt: IsNull(), expiresAt: LessThanOrEqual(until) },
      order: { expiresAt: 'ASC' },
      take: AT_ONCE,
      lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' },
    });
    for (const grant of due) {
      // Of one that ended before people could be warned, only the end is worth telling.
      await tx.update(StandingGrant, grant.id, { [told]: now, ...(told === 'endedToldAt' && { endingToldAt: now }) });
      const others = await tx.findBy(StandingGrant, { role: grant.role, revokedAt: IsNull() });
      if (others.some((other) => takesPlaceOf(other, grant) && other.expiresAt > now)) continue;
      const event = told === 'endedToldAt' ? 'grant.ended' : 'grant.ending';
      await this.journal.append(tx, event, { grantId: grant.id });
    }
    return due.length;
  }
}
