import { type TelephoneNumber } from './telephone-number.rules.js';

/** Numbers of the Chinese and the North American plan that belong to one line; 400, 800 and other services do not. */
const LINES: readonly RegExp[] = [
  /^\+86(?:1[3-9]\d{9}|10[2-8]\d{7}|2\d[2-8]\d{7}|[3-9]\d{2}[2-8]\d{6,7})$/,
  /^\+1[2-9]\d{2}[2-9]\d{6}$/,
];
const SERVICES: readonly RegExp[] = [/^\+86[48]00\d{7}$/, /^\+1(?:8(?:00|22|33|44|55|66|77|88)|900)\d{7}$/];
const OTHER_PLAN = /^\+(?!86|1)\d{8,15}$/;

/** May calls from this number be one customer's? A withheld one, a short one, and one of a service is no customer's. @returns it in E.164 */
export function lineOf(number: TelephoneNumber | null): string | null {
  const e164 = number?.e164 ?? null;
  if (e164 === null || SERVICES.some((form) => form.test(e164))) return null;
  return OTHER_PLAN.test(e164) || LINES.some((form) => form.test(e164)) ? e164 : null;
}

/** A call from a number, as far as it is asked whether another one is of the same customer. */
export interface CallOfNumber {
  startedAt: Date;
  /** null: not known, or it goes on. */
  endedAt: Date | null;
  matterId: string | null;
  /** Masked: a name, or the number itself. */
  customer: string | null;
}

const nameOf = ({ customer }: CallOfNumber): string | null =>
  customer === null || /\d/.test(customer) ? null : customer.normalize('NFKC').toLowerCase();

const areOther = (a: string | null, b: string | null): boolean => a !== null && b !== null && a !== b;

/** Two who spoke at one time, about different matters or under different names, are two customers: their number is a switchboard's. */
export function areTwoCustomers(one: CallOfNumber, other: CallOfNumber): boolean {
  if (one.endedAt === null || other.endedAt === null) return false;
  const together = one.startedAt < other.endedAt && other.startedAt < one.endedAt;
  return together && (areOther(one.matterId, other.matterId) || areOther(nameOf(one), nameOf(other)));
}
