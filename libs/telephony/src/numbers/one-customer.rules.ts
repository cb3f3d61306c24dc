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
