import { type Bilingual } from '#contracts';

/** What kind of refusal it is; one HTTP filter turns it into a status, one job wrapper into "again" or "a person". */
export type ErrorKind =
  | 'bad_input'
  | 'not_signed_in'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  /** It was there, and will never be again. */
  | 'gone'
  | 'too_large'
  | 'unsupported_media'
  | 'too_many'
  /** The disk is full: it may be sent again when there is room. */
  | 'no_room'
  | 'unavailable'
  | 'internal';

/** Whose fault it is decides whether trying again can help, and who is called. */
export type Fault = 'caller' | 'ours' | 'vendor' | 'storage';

export interface ErrorDetails {
  fault?: Fault;
  fields?: { path: string; message: Bilingual }[];
  storedSha256?: string;
  sentSha256?: string;
  /** With `too_many`: when the next try is looked at; becomes `Retry-After`. */
  retryAfterSeconds?: number;
  /** What a server elsewhere said of it: one line of plain text, written elsewhere. */
  said?: string;
  /** Permanent: retrying would only repeat a refused request. */
  lasting?: true;
  cause?: unknown;
}

/** An expected failure, in words a person can act on. Knows nothing of HTTP. */
export class DomainError extends Error {
  readonly fault: Fault;

  constructor(
    readonly code: string,
    readonly kind: ErrorKind,
    readonly words: Bilingual,
    readonly details: ErrorDetails = {},
  ) {
    super(words.en, { cause: details.cause });
    this.name = 'DomainError';
    this.fault = details.fault ?? 'caller';
  }
}
