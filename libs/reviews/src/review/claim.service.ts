import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Claimed } from '#contracts';
import { Clock } from '#platform';
import { AwaitingPersonRow } from '#quality';
import { refuseOwnCall } from '../own-call.js';
import { reviewsRefusals } from '../refusals.js';

/** A claim that is not extended ends on its own, so that nothing waits for a person who went home. */
export const CLAIM_MINUTES = 30;

/** What a claim holds: all that waits of one leg and checklist, since it is answered together, or of the leg where the call waits as one. */
export interface ClaimedCard {
  readonly legId: string;
  readonly checklistId: string;
}

/** Who is at which card. A claim keeps two people from doing the same; it gives no right. */
@Injectable()
export class ClaimService {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Takes a card, or takes it for longer. @throws DomainError `claimed_by_other`, `nothing_waits`, `own_call` */
  async claim({ legId, checklistId }: ClaimedCard, personId: string): Promise<Claimed> {
    const now = this.clock.now();
    const until = new Date(now.getTime() + CLAIM_MINUTES * 60_000);
    return this.source.transaction(async (tx) => {
      await refuseOwnCall(tx, legId, personId);
      const rows = await tx.find(AwaitingPersonRow, {
        where: [
          { legId, checklistId },
          { legId, whole: true },
        ],
        order: { id: 'ASC' },
        lock: { mode: 'pessimistic_write' },
      });
      const still = rows.filter(({ closedAt }) => closedAt === null);
      // Items of another checklist go along where the call waits as one.
      const asOne = still.some((row) => row.checklistId === checklistId && row.whole);
      const open = asOne ? still : still.filter((row) => row.checklistId === checklistId);
      if (open.length === 0) throw reviewsRefusals.nothing_waits();
      if (open.some((row) => isHeldByOther(row, personId, now))) throw reviewsRefusals.claimed_by_other();
      await tx.update(
        AwaitingPersonRow,
        open.map(({ id }) => id),
        { claimedByPersonId: personId, claimedUntil: until },
      );
      return { until: until.toISOString(), items: open.length };
    });
  }

  /** Lets a card go; without a claim this changes nothing. */
  async release({ legId, checklistId }: ClaimedCard, personId: string): Promise<void> {
    const free = { claimedByPersonId: null, claimedUntil: null };
    for (const part of [{ checklistId }, { whole: true }])
      await this.source.manager.update(AwaitingPersonRow, { legId, ...part, claimedByPersonId: personId }, free);
  }
}

/** Has another person claimed it now? */
export const isHeldByOther = (
  { claimedByPersonId, claimedUntil }: Pick<AwaitingPersonRow, 'claimedByPersonId' | 'claimedUntil'>,
  personId: string,
  now: Date,
): boolean =>
  claimedByPersonId !== null && claimedByPersonId !== personId && claimedUntil !== null && claimedUntil > now;
