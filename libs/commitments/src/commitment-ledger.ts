import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type CommitmentAction } from '#contracts';
import { JournalService } from '#journal';
import { Clock, newId } from '#platform';
import { Commitment, CommitmentEvent } from './commitment.entity.js';
import { isWaiting, mayBecome } from './journey.js';
import { type PlacedCommitment } from './place-commitments.rules.js';
import { type Reconciled } from './reconcile.rules.js';

/** Whose a new commitment is, and where its words are. */
export interface Filing {
  callId: string;
  legId: string;
  transcriptId: string;
  ownerPersonId: string;
  teamId: string;
  clientId: string;
}

export type Happened = { action: CommitmentAction } & Partial<
  Pick<CommitmentEvent, 'byPersonId' | 'note' | 'dueAt' | 'evidenceCallId' | 'toPersonId' | 'transcriptId'>
>;

export const NOT_QUESTIONED = { questionedByPersonId: null, questionedAt: null };

const dateOrNull = (date: Date | null): string | null => date?.toISOString() ?? null;

/** Writes commitments and their history, in the caller's transaction. */
@Injectable()
export class CommitmentLedger {
  constructor(
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /** Files what newer words of a leg made of its commitments. */
  async file(tx: EntityManager, filing: Filing, { added, moved, superseded }: Reconciled<Commitment>): Promise<void> {
    for (const found of added) await this.add(tx, filing, found);
    for (const { known, found } of moved) await this.move(tx, filing, known, found);
    for (const one of superseded) {
      await this.change(tx, one, { state: 'superseded' }, { action: 'superseded', transcriptId: filing.transcriptId });
      await this.journal.append(tx, 'commitment.superseded', { commitmentId: one.id }, { callId: filing.callId });
    }
  }

  /** Changes a commitment that the transaction holds locked, and writes its history. @throws when the state may not follow the one it has */
  async change(tx: EntityManager, one: Commitment, patch: Partial<Commitment>, happened: Happened): Promise<void> {
    const state = patch.state ?? one.state;
    if (state !== one.state && !mayBecome(one.state, state))
      throw new Error(`a commitment that is ${one.state} cannot become ${state}`);
    const now = this.clock.now();
    const stateAt = state === one.state ? one.stateAt : now;
    // What is settled is asked no more.
    const unasked = isWaiting(state) ? {} : NOT_QUESTIONED;
    const changed = { ...patch, ...unasked, state, stateAt, revision: one.revision + 1 };
    await tx.update(Commitment, { id: one.id }, changed);
    Object.assign(one, changed);
    await this.note(tx, one, happened, now);
  }

  private async add(tx: EntityManager, filing: Filing, found: PlacedCommitment): Promise<void> {
    const now = this.clock.now();
    const row: Commitment = {
      ...{ id: newId(), ...filing, ...found, state: 'open', stateAt: now, revision: 1, touched: false, createdAt: now },
      ...{ dueSoonAt: null, overdueAt: null, offeredToPersonId: null, offeredAt: null },
      ...{
        fulfilledByCallId: null,
        candidateCallId: null,
        questionedByPersonId: null,
        questionedAt: null,
        upheldAt: null,
      },
    };
    const { raw } = await tx
      .createQueryBuilder()
      .insert()
      .into(Commitment)
      .values(row)
      .orIgnore()
      .returning('id')
      .execute();
    if ((raw as unknown[]).length === 0) return;
    await this.note(tx, row, { action: 'found', dueAt: row.dueAt, transcriptId: row.transcriptId }, now);
    const { id: commitmentId, legId, kind, dueAt, unclear } = row;
    const details = { commitmentId, legId, kind, dueAt: dateOrNull(dueAt), unclear };
    await this.journal.append(tx, 'commitment.found', details, { callId: filing.callId });
  }

  private async move(tx: EntityManager, filing: Filing, known: Commitment, found: PlacedCommitment): Promise<void> {
    const { transcriptId, callId } = filing;
    if (known.transcriptId === transcriptId) return;
    const isNewTime = known.dueAt?.getTime() !== found.dueAt?.getTime();
    const again = isNewTime && {
      dueSoonAt: null,
      ...(known.state === 'overdue' && { state: 'open' as const, overdueAt: null }),
    };
    const happened = { action: 'found_again' as const, dueAt: found.dueAt, transcriptId };
    await this.change(tx, known, { ...found, transcriptId, ...again }, happened);
    const details = { commitmentId: known.id, dueAt: dateOrNull(found.dueAt) };
    await this.journal.append(tx, 'commitment.found_again', details, { callId });
  }

  private async note(tx: EntityManager, one: Commitment, happened: Happened, at: Date): Promise<void> {
    await tx.insert(CommitmentEvent, {
      ...{ id: newId(), commitmentId: one.id, at, state: one.state, byPersonId: null, note: null, dueAt: null },
      ...{ evidenceCallId: null, toPersonId: null, transcriptId: null },
      ...happened,
    });
  }
}
