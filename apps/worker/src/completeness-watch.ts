import { Injectable } from '@nestjs/common';
import { COMPLETENESS_SUBJECTS } from '#contracts';
import { CompletenessFigures, GapSweep } from '#completeness';
import { Alarms } from '#notifications';

/** Reconciles calls, and tells administrators once when something is below the target or missing for too long, and once when it is over. */
@Injectable()
export class CompletenessWatch {
  constructor(
    private readonly sweep: GapSweep,
    private readonly figures: CompletenessFigures,
    private readonly alarms: Alarms,
  ) {}

  /** @returns how many gaps opened or closed */
  async run(): Promise<number> {
    const changed = await this.sweep.run();
    const { below, old } = await this.figures.trouble();
    await this.alarms.set([
      { subject: COMPLETENESS_SUBJECTS.target, kind: below ? 'calls_incomplete' : null, code: null },
      { subject: COMPLETENESS_SUBJECTS.age, kind: old ? 'gaps_old' : null, code: null },
    ]);
    return changed;
  }
}
