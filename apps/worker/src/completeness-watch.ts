import { Injectable } from '@nestjs/common';
import { COMPLETENESS_SUBJECTS } from '#contracts';
import { CompletenessFigures, GapSweep } from '#completeness';
import { Alarms } from '#notifications';
import { FigureTelling } from '#reviews';

/**
 * Reconciles calls. Administrators are told once when something is below the target or missing for too long, and once when it is over;
 * those who answer for a team, once of a day on which it was below the target.
 */
@Injectable()
export class CompletenessWatch {
  constructor(
    private readonly sweep: GapSweep,
    private readonly figures: CompletenessFigures,
    private readonly alarms: Alarms,
    private readonly tells: FigureTelling,
  ) {}

  /** @returns how many gaps opened or closed */
  async run(): Promise<number> {
    const changed = await this.sweep.run();
    const { below, old } = await this.figures.trouble();
    await this.alarms.set([
      { subject: COMPLETENESS_SUBJECTS.target, kind: below ? 'calls_incomplete' : null, code: null },
      { subject: COMPLETENESS_SUBJECTS.age, kind: old ? 'gaps_old' : null, code: null },
    ]);
    await this.tellTeams();
    return changed;
  }

  private async tellTeams(): Promise<void> {
    const found = await this.figures.yesterday();
    for (const { teamId, whole, of } of found?.teams ?? [])
      await this.tells.once(found!.day, { teamId, measure: 'complete', value: whole, of, line: found!.targetPercent });
  }
}
