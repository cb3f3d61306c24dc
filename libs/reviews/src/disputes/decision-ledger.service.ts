import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type DisputeStage, type NewDisputeDecision } from '#contracts';
import { JournalService } from '#journal';
import { QualitySettingsService } from '#quality';
import { DisputeDecisionRow, DisputeRow } from '../contested/dispute.entity.js';
import { daysAfter, type Decider } from './dispute.rules.js';

export interface Decided extends NewDisputeDecision {
  readonly by: Decider;
  readonly at: Date;
  readonly scorecardId: string | null;
}

/** Writes a decision down: its row, what the dispute is from then on, and the journal's entry. */
@Injectable()
export class DecisionLedger {
  constructor(
    private readonly settings: QualitySettingsService,
    private readonly journal: JournalService,
  ) {}

  async file(tx: EntityManager, one: DisputeRow, decided: Decided): Promise<void> {
    const { decision, reason, at, scorecardId } = decided;
    // A quality manager's word is the last one, also where no supervisor spoke before.
    const stage: DisputeStage = decided.by.decidesLast ? 'quality_manager' : 'supervisor';
    const outcome = decision === 'granted' ? (decided.outcome ?? null) : null;
    await tx.insert(DisputeDecisionRow, {
      ...{ disputeId: one.id, stage, decision, outcome, reason, note: decided.note ?? null, scorecardId },
      ...{ decidedByPersonId: decided.by.personId, decidedAt: at },
    });
    const { disputes } = (await this.settings.current(tx)).settings;
    const open = stage === 'supervisor' && decision === 'kept';
    const finalAt = open ? daysAfter(at, disputes.escalateDays) : at;
    await tx.update(DisputeRow, one.id, { stage, outcome: decision, finalAt });
    const { callId, legId } = one;
    const said = { disputeId: one.id, legId, stage };
    const by = { callId, actorPersonId: decided.by.personId };
    if (decision === 'granted' && scorecardId)
      await this.journal.append(tx, 'dispute.granted', { ...said, scorecardId }, by);
    else await this.journal.append(tx, 'dispute.kept', said, by);
  }
}
