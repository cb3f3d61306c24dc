/** For a comment at most, those that were taken out again included. */
export const MENTIONS_OF_A_COMMENT = 10;

/** By which of a person's names a text mentions them, after @; undefined: by none. */
export const saidAs = (text: string, names: readonly string[]): string | undefined =>
  names.find((name) => name !== '' && text.includes(`@${name}`));
