import type { CompletenessQuery } from '#contracts';
import { dayAfter } from '../../format/wall-time.rules.js';

export const PERIODS = ['today', 'week', 'month'] as const;
type BoardPeriod = (typeof PERIODS)[number];

const DAYS: Record<BoardPeriod, number> = { today: 1, week: 7, month: 30 };

export const periodOf = (given: string | null): BoardPeriod => PERIODS.find((one) => one === given) ?? 'week';

/** The days of the site's calendar up to today. @param today as `2026-03-12` */
export const daysBack = (today: string, period: BoardPeriod): CompletenessQuery => ({
  from: dayAfter(today, 1 - DAYS[period]),
  to: today,
});
