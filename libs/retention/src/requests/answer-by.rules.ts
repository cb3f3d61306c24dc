import { DateTime } from 'luxon';

/**
 * By when a person is to have an answer: one month (GDPR 12(3)) or thirty days (GB/T 35273-2020, 8.7) after they asked, the
 * sooner, by the site's calendar. The longer time that the law gives for hard cases is left to Legal.
 */
export function answerBy(askedAt: Date, zone: string): Date {
  const asked = DateTime.fromJSDate(askedAt, { zone });
  return DateTime.min(asked.plus({ months: 1 }), asked.plus({ days: 30 })).toJSDate();
}
