import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull, type EntityManager } from 'typeorm';
import { type SetAsideReason } from '#contracts';
import { JournalService } from '#journal';
import { Clock, newId } from '#platform';
import { refuseOwnCall } from '../own-call.js';
import { reviewsRefusals } from '../refusals.js';
import { isHeldByOther } from './claim.service.js';
import { Scorecard } from '#quality';
import { AwaitingPersonRow } from '#quality';
import { CountingPointer } from '#quality';
import { SetAsideRow } from '#quality';

/** Whose leg it is that is set aside, and who says so. */
interface Said {
  readonly callId: string;
  readonly legIds: readonly string[];
  readonly personId: string;
}

/**
 * Answers for a whole call what its items would each ask: there is nothing in it to judge. Its cards stay as they are, without points; new
 * words are judged, and wait, again.
 */
@Injectable()
export class SetAside {
  constructor(
    private readonly source: DataSource,
    private readonly pointer: CountingPointer,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `own_call`, `claimed_by_other`, `nothing_waits` */
  async put({ callId, legIds, personId }: Said, reason: SetAsideReason): Promise<void> {
    const now = this.clock.now();
    await this.source.transaction(async (tx) => {
      await this.pointer.lock(tx, callId);
      const open = await tx.findBy(AwaitingPersonRow, { legId: In(legIds), whole: true, closedAt: IsNull() });
      if (open.length === 0) throw reviewsRefusals.nothing_waits();
      for (const legId of new Set(open.map((row) => row.legId))) {
        await refuseOwnCall(tx, legId, personId);
        const rows = open.filter((row) => row.legId === legId);
        if (rows.some((row) => isHeldByOther(row, personId, now))) throw reviewsRefusals.claimed_by_other();
        for (const transcriptId of await wordsOf(tx, rows)) {
          const row = { id: newId(), legId, transcriptId, reason, byPersonId: personId, at: now };
          await tx.insert(SetAsideRow, { ...row, takenBackAt: null, takenBackByPersonId: null });
        }
        await this.settle(tx, callId, rows);
        await this.journal.append(tx, 'leg.set_aside', { legId, reason }, { callId, actorPersonId: personId });
      }
    });
  }

  /** The legs wait as they did. @throws DomainError `own_call`, `nothing_waits` */
  async takeBack({ callId, legIds, personId }: Said): Promise<void> {
    await this.source.transaction(async (tx) => {
      await this.pointer.lock(tx, callId);
      const rows = await tx.findBy(SetAsideRow, { legId: In(legIds), takenBackAt: IsNull() });
      if (rows.length === 0) throw reviewsRefusals.nothing_waits();
      for (const legId of new Set(rows.map((row) => row.legId))) {
        await refuseOwnCall(tx, legId, personId);
        const said = { takenBackAt: this.clock.now(), takenBackByPersonId: personId };
        await tx.update(SetAsideRow, { legId, takenBackAt: IsNull() }, said);
        await this.settle(tx, callId, await tx.findBy(AwaitingPersonRow, { legId, closedWhy: 'set_aside' }));
        await this.journal.append(tx, 'leg.awaited_again', { legId }, { callId, actorPersonId: personId });
      }
    });
  }

  /** Each card once: its pointer stays, and what waits of it is worked out again. */
  private async settle(tx: EntityManager, callId: string, rows: readonly AwaitingPersonRow[]): Promise<void> {
    const judged = new Map(rows.map(({ legId, checklistId }) => [`${legId} ${checklistId}`, { legId, checklistId }]));
    for (const one of judged.values()) await this.pointer.settle(tx, one, callId);
  }
}

/** The words by which the cards of these rows were made. */
async function wordsOf(tx: EntityManager, rows: readonly AwaitingPersonRow[]): Promise<Set<string>> {
  const cards = await tx.find(Scorecard, {
    where: { id: In(rows.map(({ scorecardId }) => scorecardId)) },
    select: { id: true, transcriptId: true },
  });
  return new Set(cards.flatMap(({ transcriptId }) => transcriptId ?? []));
}
