import { type Bilingual } from '#contracts';

/** What a telephone system says of a call's times. */
export interface CallTimes {
  startedAt: Date;
  alertedAt: Date | null;
  answeredAt: Date | null;
  endedAt: Date | null;
}

export interface TimeProblem {
  path: keyof CallTimes;
  message: Bilingual;
}

/** Nothing was recorded digitally by what sends calls here before; 1970 is a clock that was never set. */
const EARLIEST = new Date('2000-01-01T00:00:00Z');
const LONGEST_MS = 24 * 60 * 60 * 1000;

/**
 * Which of a call's times are impossible. Retention and promises count from them, so a wrong year destroys too early, or never.
 * @param skewMs how far the sender's clock may be from ours, and its parts' clocks from each other
 */
export function impossibleTimes(times: CallTimes, now: Date, skewMs: number): TimeProblem[] {
  const { startedAt, alertedAt, answeredAt, endedAt } = times;
  const problems: TimeProblem[] = [];
  if (startedAt < EARLIEST)
    problems.push({ path: 'startedAt', message: { zh: '早于 2000 年', en: 'is before the year 2000' } });
  if (startedAt.getTime() > now.getTime() + skewMs)
    problems.push({ path: 'startedAt', message: { zh: '在将来', en: 'lies in the future' } });
  if (problems.length > 0) return problems;
  const later = { alertedAt, answeredAt, endedAt };
  for (const [path, at] of Object.entries(later) as [keyof typeof later, Date | null][]) {
    if (at === null) continue;
    const message = misplaced(at, startedAt, now, skewMs);
    if (message) problems.push({ path, message });
  }
  if (problems.length > 0) return problems;
  if (alertedAt && answeredAt && answeredAt < alertedAt)
    problems.push({ path: 'answeredAt', message: { zh: '早于振铃', en: 'is before it rang (alertedAt)' } });
  const begun = answeredAt ?? alertedAt;
  if (begun && endedAt && endedAt < begun)
    problems.push({ path: 'endedAt', message: { zh: '早于接听或振铃', en: 'is before it was answered or rang' } });
  return problems;
}

function misplaced(at: Date, startedAt: Date, now: Date, skewMs: number): Bilingual | null {
  if (at.getTime() < startedAt.getTime() - skewMs) return { zh: '早于通话开始', en: 'is before the call began' };
  if (at.getTime() > startedAt.getTime() + LONGEST_MS + skewMs)
    return { zh: '比通话开始晚一天以上', en: 'is more than a day after the call began' };
  return at.getTime() > now.getTime() + skewMs ? { zh: '在将来', en: 'lies in the future' } : null;
}
