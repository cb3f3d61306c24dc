/** A number of a record, and what the plan makes of it. */
export type TelephoneNumber =
  /** `e164` is null where no plan, or more than one, has such a number; it is then known by its digits alone. */
  { withheld: false; e164: string | null; digits: string } | { withheld: true; e164: null; digits: null };

/** The country whose numbers are dialled without a prefix. */
export type HomeCountry = 'CN' | 'US';

const WITHHELD = new Set(['anonymous', 'restricted', 'unavailable', 'private', 'withheld', 'unknown', 'blocked', 'p']);

/** Each plan's numbers as they are dialled at home. Special numbers (10086, 95588, 911) mean nothing outside their country. */
const DIALLED = {
  CN: [
    /^(?:86)?(1[3-9]\d{9})$/,
    /^(?:86)?([48]00\d{7})$/,
    /^(?:0|86)((?:10|2\d)[2-8]\d{7})$/,
    /^(?:0|86)([3-9]\d{2}[2-8]\d{6,7})$/,
  ],
  US: [/^1?([2-9]\d{2}[2-9]\d{6})$/],
};

/**
 * Reads a number of the Chinese or the North American plan into E.164. What both plans could have is decided by `home`, and without one
 * by neither: +86 138 0234 5678 and +1 380 234 5678 are written the same. Text that is neither a number nor withheld gives null.
 */
export function readNumber(text: string, home: HomeCountry | null = null): TelephoneNumber | null {
  const given = text.trim();
  if (WITHHELD.has(given.toLowerCase())) return { withheld: true, e164: null, digits: null };
  if (!/^\+?[\d\s().-]+$/.test(given)) return null;
  const digits = given.replace(/\D/g, '');
  if (digits.length < 2) return null;
  const e164 = international(given, digits) ?? national(digits, home);
  return { withheld: false, e164, digits };
}

function international(given: string, digits: string): string | null {
  if (given.startsWith('+')) return digits.length >= 8 && digits.length <= 15 ? `+${digits}` : null;
  const dialled = /^(?:00|011)([1-9]\d{7,14})$/.exec(digits)?.[1];
  return dialled === undefined ? null : `+${dialled}`;
}

function national(digits: string, home: HomeCountry | null): string | null {
  const [chinese, american] = [inPlan(DIALLED.CN, digits), inPlan(DIALLED.US, digits)];
  if (chinese !== undefined && (american === undefined || home === 'CN')) return `+86${chinese}`;
  return american !== undefined && (chinese === undefined || home === 'US') ? `+1${american}` : null;
}

const inPlan = (plan: readonly RegExp[], digits: string): string | undefined =>
  plan.map((form) => form.exec(digits)?.[1]).find((found) => found !== undefined);
