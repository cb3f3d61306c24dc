import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type Correctable, type CorrectionChanges, type JobName } from '#contracts';
import { CallCorrection } from '#calls';
import { JournalService } from '#journal';
import { type Asker } from '#people';
import { Clock, newId } from '#platform';
import { type CallFacts, toldOf } from './correction.rules.js';

/** A correction, and where it comes from. */
export interface CorrectionOrder {
  changes: CorrectionChanges;
  reason: string;
  origin: 'person' | 'upload';
}

export interface CorrectionEntry {
  callId: string;
  order: CorrectionOrder;
  fields: readonly Correctable[];
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

  async write(tx: EntityManager, asker: Asker, entry: CorrectionEntry): Promise<void> {
    const { callId, order, fields, before, after, jobs } = entry;
    const { origin, reason } = order;
    const actorPersonId = asker.personId;
    const id = newId();
    const kept = (facts: Partial<CallFacts>) =>
      Object.fromEntries(fields.map((field) => [field, field === 'consent' ? null : (facts[field] ?? null)]));
    await tx.insert(CallCorrection, {
      ...{ id, callId, byPersonId: actorPersonId, at: this.clock.now(), origin, reason },
      ...{ before: kept(before), after: kept(after) },
    });
    const told = { before: toldOf(before, fields), after: toldOf(after, fields) };
    const details = { correctionId: id, origin, fields: [...fields], ...told, again: jobs };
    await this.journal.append(tx, 'call.corrected', details, { callId, actorPersonId });
  }

  /** What each field was corrected from, and by whom: an upload that repeats an older statement takes nothing back. */
  async of(tx: EntityManager, callId: string): Promise<CallCorrection[]> {
    return tx.find(CallCorrection, { where: { callId }, order: { at: 'ASC' } });
  }
}
