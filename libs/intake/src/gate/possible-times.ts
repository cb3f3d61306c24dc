import { type UploadMetadata } from '#contracts';
import { type CallTimes, impossibleTimes } from '#calls';
import { uploadRefusals } from '../refusals.js';

const dateOrNull = (text: string | undefined): Date | null => (text === undefined ? null : new Date(text));

/** The times of a call as an upload tells them. */
export function timesOf({ startedAt, legs: [leg] }: UploadMetadata): CallTimes {
  const { alertedAt, answeredAt, endedAt } = leg ?? {};
  const [alerted, answered, ended] = [alertedAt, answeredAt, endedAt].map(dateOrNull);
  return {
    startedAt: new Date(startedAt),
    alertedAt: alerted ?? null,
    answeredAt: answered ?? null,
    endedAt: ended ?? null,
  };
}

/** @param prefix of the paths that the refusal names. @throws DomainError `impossible_times`, with each field that cannot be so */
export function assertPossibleTimes(times: CallTimes, now: Date, skewMs: number, prefix = ''): void {
  const problems = impossibleTimes(times, now, skewMs);
  if (problems.length === 0) return;
  const pathOf = (path: keyof CallTimes) =>
    prefix === '' && path !== 'startedAt' ? `legs.0.${path}` : `${prefix}${path}`;
  const fields = problems.map(({ path, message }) => ({ path: pathOf(path), message }));
  throw uploadRefusals.impossible_times(fields);
}
