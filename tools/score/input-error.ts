/** What was given cannot be used; the message says what, and in which file and line. */
export class InputError extends Error {}
