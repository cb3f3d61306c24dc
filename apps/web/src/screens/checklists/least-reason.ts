/** What cannot be undone asks for a reason in words. */
export const LEAST_REASON = 10;
