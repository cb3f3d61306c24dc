import { type Correctable, CORRECTED_FACTS } from '#contracts';
import { type CallFacts } from '../corrections/correction.rules.js';
import { type ToldCall, type ToldLeg } from './folded-rows.rules.js';

/**
 * What records say of a call and its leg, in the words of a correction; what they do not say is not there. The customer is told by an upload, with
 * a name that no record knows.
 * @param staffNumber of another agent than is known; null: they name none
 */
export function saidByRecords(
  { startedAt, direction }: ToldCall,
  leg: ToldLeg,
  staffNumber: string | null,
): Partial<CallFacts> {
  const facts = Object.entries(leg).filter(([name]) => (CORRECTED_FACTS as string[]).includes(name));
  const said = [['startedAt', startedAt], ['direction', direction], ['staffNumber', staffNumber], ...facts];
  const known = said.filter(([, value]) => value !== null);
  return Object.fromEntries(known.map(([name, value]) => [name, value instanceof Date ? value.toISOString() : value]));
}

/** Times that people and systems write to the second differ from the switch’s by at most this, in seconds. */
const PRECISE = 2;
const TIMES: readonly Correctable[] = ['startedAt', 'alertedAt', 'answeredAt', 'endedAt'];

/** Whether records fill what is unknown, or say the same more precisely. */
export function isNearer(field: Correctable, known: unknown, said: unknown): boolean {
  if (known === null || known === undefined) return true;
  if (TIMES.includes(field))
    return Math.abs(Date.parse(known as string) - Date.parse(said as string)) <= PRECISE * 1000;
  return field === 'queueSeconds' && Math.abs((known as number) - (said as number)) <= PRECISE;
}
