import { type Bilingual } from '#contracts';

export interface ErrorInCode {
  /** null where the tool cannot tell which codes it may be. */
  code: string | null;
  status: number | null;
  words: Bilingual[];
  place: string;
}

export const ERRORS_FILE: string;
export function errorsInCode(): ErrorInCode[];
export function catalogueOf(errors: readonly ErrorInCode[]): Promise<string>;
