/** GB 11643: the first two digits are a province's. */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
);
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Is it a resident identity number by its form: place, a day that exists, and the ISO 7064 MOD 11-2 check character? */
export function isIdentityNumber(number: string): boolean {
  if (!/^\d{17}[\dX]$/.test(number) || !looksLikeIdentity(number)) return false;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(number[at]), 0);
  return '10X98765432'[sum % 11] === number[17];
}

/** Place and birthday only: of the form of 18, or with fifteen digits of the one before 1999. */
export function looksLikeIdentity(number: string): boolean {
  if (!PROVINCES.has(number.slice(0, 2))) return false;
  return number.length === 15 ? isDay(`19${number.slice(6, 12)}`) : isDay(number.slice(6, 14));
}

function isDay(yyyymmdd: string): boolean {
  const [year, month, day] = [Number(yyyymmdd.slice(0, 4)), Number(yyyymmdd.slice(4, 6)), Number(yyyymmdd.slice(6))];
  if (year < 1900 || year > 2099) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** ISO/IEC 7812-1 annex B. */
export function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits[digits.length - 1 - at]);
    sum += at % 2 === 0 ? digit : digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
  }
  return sum % 10 === 0;
}

/** Card schemes by their first digits, and how long their numbers are. */
const SCHEMES: readonly [RegExp, readonly number[]][] = [
  [/^4/, [13, 16, 19]],
  [/^(5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, [16]],
  [/^3[47]/, [15]],
  [/^(62|81)/, [16, 17, 18, 19]],
  [/^35(2[89]|[3-8])/, [16, 17, 18, 19]],
  [/^(6011|64[4-9]|65)/, [16, 19]],
  [/^(36|38|39|30[0-5])/, [14, 16]],
  // Debit cards of Chinese banks that were issued before 62.
  [/^(603|955)/, [16, 17, 18, 19]],
  [/^(50|5[6-9]|6304|67)/, [16, 18, 19]],
];

/** Is it a payment card's number by its form: a scheme's first digits, its length, and the check digit? */
export const isCardNumber = (digits: string): boolean =>
  SCHEMES.some(([start, lengths]) => lengths.includes(digits.length) && start.test(digits)) && isLuhn(digits);
