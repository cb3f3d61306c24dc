import { type Correctable } from '#contracts';
import { type CallFacts } from '../corrections/correction.rules.js';
import { type ToldCall, type ToldLeg } from './folded-rows.rules.js';

const iso = (date: Date | null): string | null => date?.toISOString() ?? null;

/**
 * What records say of a call and its leg, in the words of a correction; what they do not say is not there. The customer is told by an upload, with
 * a name that no record knows.
 * @param staffNumber of another agent than is known; null: they name none
 */
export function saidByRecords(
  { startedAt, direction }: ToldCall,
  { queue, queueSeconds, alertedAt, answeredAt, endedAt, hangupParty, transfer }: ToldLeg,
  staffNumber: string | null,
): Partial<CallFacts> {
  const said = {
    ...{ startedAt: iso(startedAt), direction, queue, queueSeconds, hangupParty, transfer, staffNumber },
    ...{ alertedAt: iso(alertedAt), answeredAt: iso(answeredAt), endedAt: iso(endedAt) },
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null));
}

/** What people and systems write by the minute's second is within this of what a switch knows, in seconds. */
const PRECISE = 2;
const TIMES: readonly Correctable[] = ['startedAt', 'alertedAt', 'answeredAt', 'endedAt'];

/** Whether records fill what is unknown, or say the same more precisely. */
export function isNearer(field: Correctable, known: unknown, said: unknown): boolean {
  if (known === null || known === undefined) return true;
  if (TIMES.includes(field))
    return Math.abs(Date.parse(known as string) - Date.parse(said as string)) <= PRECISE * 1000;
  return field === 'queueSeconds' && Math.abs((known as number) - (said as number)) <= PRECISE;
}
