import { type ZodError } from 'zod';
import { fieldWords, type Bilingual, type Language, type Problem } from '#contracts';
import { DomainError, type ErrorKind } from '#platform';
import { frameworkWords } from './framework-words.js';
import { titleOf } from './titles.js';

/** The one table from what went wrong to an HTTP status. */
export const STATUS: Record<ErrorKind, number> = {
  bad_input: 400,
  not_signed_in: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  gone: 410,
  too_large: 413,
  unsupported_media: 415,
  too_many: 429,
  internal: 500,
  unavailable: 503,
  no_room: 507,
};

/** What an answer needs to know of its request. */
export interface Asked {
  ref: string;
  language: Language;
}

/** RFC 9457 document of an expected failure. */
export function problemOf(error: DomainError, asked: Asked): Problem {
  const { fields, storedSha256, sentSha256 } = error.details;
  return {
    ...bare(STATUS[error.kind], error.code, error.words, asked),
    fault: error.fault,
    ...(fields && { fields }),
    ...(storedSha256 && { storedSha256 }),
    ...(sentSha256 && { sentSha256 }),
  };
}

export const BAD_INPUT = {
  zh: '请求内容不符合要求，见 fields。',
  en: 'The request does not have the right shape; see fields.',
};

/** A request whose shape does not fit: says where, and what is expected. */
export function problemOfInput(error: ZodError, asked: Asked): Problem {
  const fields = error.issues.map((issue) => ({ path: issue.path.map(String).join('.'), message: fieldWords(issue) }));
  return { ...bare(400, 'bad_input', BAD_INPUT, asked), fields };
}

/** What the framework refused before any of our code ran: unknown route, body too large, broken JSON. */
export function problemOfFramework(status: number, about: string | undefined, asked: Asked): Problem {
  const { code: ours, words } = frameworkWords(status, about);
  return bare(status, ours, words, asked);
}

/** Our own fault. Says nothing of its cause: that is in the log, under `ref`. */
export function internalProblem(asked: Asked): Problem {
  const { code, words } = frameworkWords(500, undefined);
  return { ...bare(500, code, words, asked), fault: 'ours' };
}

function bare(status: number, code: string, detail: Bilingual, { ref, language }: Asked): Problem {
  return { type: 'about:blank', title: titleOf(status, language), status, code, detail, fault: 'caller', ref };
}
