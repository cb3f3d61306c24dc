import { type Bilingual } from '#contracts';
import { DomainError, type ErrorDetails, type ErrorKind } from './domain-error.js';

/** What a row says of a refusal, beside its code. `about` is what the words are filled in with when it is said. */
export interface RefusalRow<About extends unknown[]> {
  kind: ErrorKind;
  words: Bilingual | ((...about: About) => Bilingual);
  /** Where several rows tell of the same code, each in its own words. */
  code?: string;
  details?: ErrorDetails | ((...about: About) => ErrorDetails);
}

/** Makes the error; the catalogue of errors is printed from `row`. */
export interface Refusal<About extends unknown[] = unknown[]> {
  (...about: About): DomainError;
  readonly row: { code: string; kind: ErrorKind; words: Bilingual | ((...about: About) => Bilingual) };
}

/** A row of a table of refusals. */
export const refusal = <About extends unknown[] = []>(
  kind: ErrorKind,
  words: RefusalRow<About>['words'],
  more: Pick<RefusalRow<About>, 'code' | 'details'> = {},
): RefusalRow<About> => ({ kind, words, ...more });

/** Not generic, so that it says nothing of what a row's words are filled in with. */
type AnyRow = { kind: ErrorKind; words: unknown; code?: string; details?: unknown };

type Refusals<Rows> = { [K in keyof Rows]: Rows[K] extends RefusalRow<infer About> ? Refusal<About> : never };

/** The table of what a lib refuses: code → kind, words in both languages, and whose fault it is where it is not the caller's. */
export const defineRefusals = <Rows extends Record<string, AnyRow>>(rows: Rows): Refusals<Rows> =>
  Object.fromEntries(
    Object.entries(rows).map(([key, row]) => [key, refusing(key, row as RefusalRow<unknown[]>)]),
  ) as Refusals<Rows>;

function refusing(key: string, { kind, words, code = key, details }: RefusalRow<unknown[]>): Refusal {
  const refuse = (...about: unknown[]) =>
    new DomainError(
      code,
      kind,
      typeof words === 'function' ? words(...about) : words,
      typeof details === 'function' ? details(...about) : details,
    );
  return Object.assign(refuse, { row: { code, kind, words } });
}
