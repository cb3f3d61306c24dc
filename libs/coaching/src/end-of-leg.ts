import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { BestCalls } from './best-calls/best-calls.service.js';
import { SelfEvaluations } from './evaluations/self-evaluations.service.js';
import { CoachingMomentRow } from './session/coaching.entity.js';

/** The leg turned out to be another person's: what it was to its former agent's coaching ends. */
@Injectable()
export class CoachingOfLegs {
  constructor(
    private readonly evaluations: SelfEvaluations,
    private readonly bestCalls: BestCalls,
  ) {}

  async endOfLeg(tx: EntityManager, legId: string): Promise<void> {
    await this.evaluations.endAll(tx, { legId }, 'handed_over');
    await this.bestCalls.endAll(tx, { legId }, 'handed_over');
    await tx.delete(CoachingMomentRow, { legId });
  }
}
