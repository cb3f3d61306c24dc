import { Injectable } from '@nestjs/common';
import { type JobContext, type JobHandler, type Lease } from '#platform';
import { ScoreLegService } from '#quality';
import { GiveUp } from './give-up.js';

/** Judges a leg against the checklist that applies to it. */
@Injectable()
export class ScoreLegJob implements JobHandler {
  constructor(
    private readonly service: ScoreLegService,
    private readonly giver: GiveUp,
  ) {}

  run(legId: string, context: JobContext): Promise<void> {
    return this.service.score(legId, context);
  }

  giveUp(legId: string, lease: Lease, error: unknown): Promise<void> {
    return this.giver.leg(legId, lease, error);
  }
}
