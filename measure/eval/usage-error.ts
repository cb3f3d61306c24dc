/** What is wrong with the command line: told with how it is meant. */
export class UsageError extends Error {}
