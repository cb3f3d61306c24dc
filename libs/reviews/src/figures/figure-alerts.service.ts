import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { QualitySettingsService } from '#quality';
import { crossedThresholds } from './figure-alerts.rules.js';
import { FigureTelling } from './figure-telling.service.js';
import { ReportsQuery, type ReportAsker } from './reports.query.js';

/** Counts for the company, and shows its figures to no person: whom it tells, the event says. */
const COMPANY: ReportAsker = {
  held: [{ role: 'quality_manager', teamId: null }],
  personId: '00000000-0000-4000-8000-000000000000',
};

/**
 * Looks at the last days by the site's calendar, again and again, because scores come late and a worker may have been down; a row for each
 * day, team and measure says that it was told, so that it is told once.
 */
@Injectable()
export class FigureAlerts {
  constructor(
    private readonly source: DataSource,
    private readonly reports: ReportsQuery,
    private readonly settings: QualitySettingsService,
    private readonly tells: FigureTelling,
  ) {}

  /** @returns how many were told */
  async watch(): Promise<number> {
    const { settings } = await this.settings.current(this.source.manager);
    const { criticalOfTeam, ringsPercent } = settings.alerts;
    const since = await this.settings.since(this.source.manager, 'alerts');
    if (since === null || (criticalOfTeam === null && ringsPercent === null)) return 0;
    let told = 0;
    for (const { day, rings } of await this.tells.daysToJudge(since)) {
      const lines = { ...settings.alerts, ringsPercent: rings ? ringsPercent : null };
      const { rows } = await this.reports.calls(COMPANY, { by: 'team', from: day, to: day }, 'calls.read');
      for (const passed of crossedThresholds(rows, lines)) told += await this.tells.once(day, passed);
    }
    return told;
  }
}
