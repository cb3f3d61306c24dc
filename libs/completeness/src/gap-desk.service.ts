import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type NewGapAcceptance } from '#contracts';
import { JournalService } from '#journal';
import { assertTwoPeople, markOf, reaches, type Scope } from '#people';
import { Clock } from '#platform';
import { GapRow } from './gap.entity.js';
import { completenessRefusals } from './refusals.js';

/** Who acts on gaps, and of which legs. */
export interface GapActor {
  personId: string;
  scope: Scope;
}

/** What people do about what is missing: take it on, or accept it with a reason, which takes a second person. */
@Injectable()
export class GapDesk {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `gap_not_found`, `gap_closed` */
  async take(gapId: string, by: GapActor): Promise<void> {
    await this.source.transaction(async (tx) => {
      const gap = await this.open(tx, gapId, by);
      if (gap.ownerPersonId === by.personId) return;
      await tx.update(GapRow, gapId, { ownerPersonId: by.personId });
      await this.journal.append(tx, 'gap.taken', detailsOf(gap), aboutOf(gap, by));
    });
  }

  /** @throws DomainError `gap_not_found`, `gap_closed`, `gap_waits` */
  async ask(
    gapId: string,
    { reason, note = null }: { reason: NewGapAcceptance['reason']; note?: string | null },
    by: GapActor,
  ): Promise<void> {
    await this.source.transaction(async (tx) => {
      const gap = await this.open(tx, gapId, by);
      if (gap.askedAt !== null) throw completenessRefusals.gap_waits();
      await tx.update(GapRow, gapId, { askedByPersonId: by.personId, askedAt: this.clock.now(), reason, note });
      await this.journal.append(tx, 'gap.acceptance_asked', { ...detailsOf(gap), reason }, aboutOf(gap, by));
    });
  }

  /** @throws DomainError `gap_not_found`, `gap_closed`, `gap_not_asked`, `gap_needs_another`, `needs_a_day` */
  async decide(gapId: string, agree: boolean, by: GapActor): Promise<void> {
    await this.source.transaction(async (tx) => {
      const gap = await this.open(tx, gapId, by);
      if (gap.askedAt === null || gap.reason === null) throw completenessRefusals.gap_not_asked();
      const [{ reason }, now] = [{ reason: gap.reason }, this.clock.now()];
      if (!agree) {
        await tx.update(GapRow, gapId, { askedByPersonId: null, askedAt: null, reason: null, note: null });
        const own = gap.askedByPersonId === by.personId;
        await this.journal.append(tx, 'gap.acceptance_refused', { ...detailsOf(gap), own }, aboutOf(gap, by));
        return;
      }
      const eyes = await assertTwoPeople(
        tx,
        { personId: gap.askedByPersonId, at: gap.askedAt },
        { personId: by.personId, at: now },
        () => completenessRefusals.gap_needs_another(),
      );
      await tx.update(GapRow, gapId, { closing: 'accepted', closedAt: now, acceptedByPersonId: by.personId });
      await this.journal.append(tx, 'gap.accepted', { ...detailsOf(gap), reason, ...markOf(eyes) }, aboutOf(gap, by));
    });
  }

  /** The gap, held until the transaction ends. What is out of reach does not exist. */
  private async open(tx: EntityManager, gapId: string, { scope }: GapActor): Promise<GapRow> {
    const gap = await tx.findOne(GapRow, { where: { id: gapId }, lock: { mode: 'pessimistic_write' } });
    const [leg]: { personId: string | null; teamId: string | null }[] = gap
      ? await tx.query('select person_id as "personId", team_id as "teamId" from leg where id = $1', [gap.legId])
      : [];
    if (!gap || !leg || !reaches(scope, leg)) throw completenessRefusals.gap_not_found();
    if (gap.closedAt !== null) throw completenessRefusals.gap_closed();
    return gap;
  }
}

const detailsOf = ({ id: gapId, legId, kind }: GapRow) => ({ gapId, legId, kind });
const aboutOf = ({ callId }: GapRow, { personId: actorPersonId }: GapActor) => ({ callId, actorPersonId });

/** Takes out of the database what people wrote about gaps of a recording's call. What was missing, since when, and who accepted it stays. */
export async function eraseGaps(tx: EntityManager, recordingId: string): Promise<void> {
  await tx.query(
    `update gap set note = null where note is not null and leg_id = (select leg_id from recording where id = $1)`,
    [recordingId],
  );
}

/** The same of a call that was never recorded, or whose sound is gone. */
export async function eraseGapsOfCalls(tx: EntityManager, callIds: readonly string[]): Promise<void> {
  await tx.query(
    `update gap set note = null where note is not null and (call_id = any($1)
       or leg_id in (select id from leg where call_id = any($1)))`,
    [callIds],
  );
}
