import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { JournalService } from '#journal';
import { CompanyService } from '#people';
import { Clock, newId } from '#platform';
import { daysToJudge, type DayToJudge, type CrossedThreshold } from './figure-alerts.rules.js';

/** Writes down what was told, in the transaction of its journal entry. */
@Injectable()
export class FigureTelling {
  constructor(
    private readonly source: DataSource,
    private readonly company: CompanyService,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /** @param since when the lines in force were set */
  async daysToJudge(since: Date): Promise<DayToJudge[]> {
    const { timeZone } = await this.company.profile();
    return daysToJudge(this.clock.now(), since, timeZone);
  }

  /** @returns 1 where it was not told before */
  async once(day: string, { teamId, measure, value, of, line }: CrossedThreshold): Promise<number> {
    const alertId = newId();
    return this.source.transaction(async (tx) => {
      const written: unknown[] = await tx.query(
        `insert into figure_alert (id, day, team_id, measure, value, of_calls, line, told_at) values ($1, $2, $3, $4, $5, $6, $7, now())
         on conflict (day, team_id, measure) do nothing returning id`,
        [alertId, day, teamId, measure, value, of, line],
      );
      if (written.length === 0) return 0;
      await this.journal.append(tx, 'figure.alerted', { alertId, teamId, day, measure, value, of, line });
      return 1;
    });
  }
}
