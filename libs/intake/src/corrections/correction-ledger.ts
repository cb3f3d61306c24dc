import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { type ConsentStatement, type CorrectionChanges, type JobName, type Moved } from '#contracts';
import { CallCorrection, CorrectionProposal } from '#calls';
import { JournalService } from '#journal';
import { Clock, newId } from '#platform';
import { type CallFacts, kept, toldOf } from './correction.rules.js';
import { type Written } from './known-calls.js';

/** A correction, and where it comes from. */
export interface CorrectionOrder {
  /** The leg that it is of. */
  legId: string;
  changes: CorrectionChanges;
  reason: string;
  origin: 'person' | 'upload' | 'records';
}

/** A correction that holds now: at once, or as a second person confirmed it. */
export interface HoldingCorrection extends Written {
  consent: ConsentStatement | null;
  /** Who said so. */
  by: string;
  reason: string;
  origin: 'person' | 'upload' | 'records';
  moved: readonly Moved[];
}

export interface CorrectionEntry {
  callId: string;
  legId: string;
  correction: HoldingCorrection;
  before: CallFacts;
  after: Partial<CallFacts>;
  jobs: { job: JobName; subjectId: string }[];
}

/** Keeps what was known before, and tells the journal. */
@Injectable()
export class CorrectionLedger {
  constructor(
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  async write(tx: EntityManager, { callId, legId, correction, before, after, jobs }: CorrectionEntry): Promise<void> {
    const { origin, reason, fields, by, moved, proposalId } = correction;
    const id = newId();
    await tx.insert(CallCorrection, {
      ...{ id, callId, legId, byPersonId: by, at: this.clock.now(), origin, reason, moved: [...moved], proposalId },
      ...{ before: kept(before, fields), after: kept(after, fields) },
    });
    const told = { before: toldOf(before, fields), after: toldOf(after, fields) };
    const details = { correctionId: id, origin, fields: [...fields], ...told, again: jobs };
    const confirmed = proposalId === null ? {} : { proposalId };
    await this.journal.append(tx, 'call.corrected', { ...details, ...confirmed }, { callId, actorPersonId: by });
  }

  /** What each field was corrected from, and by whom: an upload that repeats an older statement takes nothing back. */
  async of(tx: EntityManager, callId: string): Promise<CallCorrection[]> {
    return tx.find(CallCorrection, { where: { callId }, order: { at: 'ASC' } });
  }

  /** What was proposed of it: what a second person refused is not proposed again by the same file. */
  async refusedOf(tx: EntityManager, callId: string): Promise<CorrectionProposal[]> {
    return tx.find(CorrectionProposal, { where: { callId, decision: In(['refused', 'withdrawn']) } });
  }
}
