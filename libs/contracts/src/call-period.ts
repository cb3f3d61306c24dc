import type { CallPeriod } from './call-order.js';

const DAY = 86_400_000;
const plus = (day: string, days: number) => new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
const endOfMonth = (day: string) => plus(`${plus(`${day.slice(0, 8)}01`, 32).slice(0, 8)}01`, -1);

/** First and last day of a period on a day of the site's calendar; weeks begin on Monday. Server and screens both use it. */
export function daysOfPeriod(period: CallPeriod, today: string): { from: string; to: string } {
  const monday = plus(today, -((new Date(today).getUTCDay() + 6) % 7));
  const first = `${today.slice(0, 8)}01`;
  const lastMonth = plus(first, -1);
  const spans: Record<CallPeriod, readonly [string, string]> = {
    today: [today, today],
    yesterday: [plus(today, -1), plus(today, -1)],
    this_week: [monday, plus(monday, 6)],
    last_week: [plus(monday, -7), plus(monday, -1)],
    this_month: [first, endOfMonth(today)],
    last_month: [`${lastMonth.slice(0, 8)}01`, lastMonth],
    last_30_days: [plus(today, -29), today],
  };
  const [from, to] = spans[period];
  return { from, to };
}
