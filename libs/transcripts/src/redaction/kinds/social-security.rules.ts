/**
 * A number that the United States' Social Security Administration can have given: no area 000, 666 or 900 to 999, no group 00, no serial
 * number 0000. There is no check digit.
 */
export const isSocialSecurity = (digits: string): boolean =>
  /^(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}$/.test(digits);

/** Written or said in its three parts, 123-45-6789. */
export const looksLikeSocialSecurity = (groups: readonly string[]): boolean =>
  groups.map((group) => group.length).join('-') === '3-2-4' && isSocialSecurity(groups.join(''));
