import { type ZodError } from 'zod';
import { type Bilingual, type Problem } from '#contracts';
import { DomainError, type ErrorKind } from '#platform';

/** The one table from what went wrong to an HTTP status. */
export const STATUS: Record<ErrorKind, number> = {
  bad_input: 400,
  not_signed_in: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  unsupported_media: 415,
  too_many: 429,
  internal: 500,
  unavailable: 503,
};

const TITLES: Record<number, string> = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Forbidden',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  413: 'Too large',
  415: 'Unsupported media',
  416: 'Range not satisfiable',
  429: 'Too many tries',
  500: 'Internal error',
  503: 'Unavailable',
};

/** RFC 9457 document of an expected failure. */
export function problemOf(error: DomainError, ref: string): Problem {
  const { fields, storedSha256, sentSha256 } = error.details;
  return {
    ...bare(STATUS[error.kind], error.code, error.words, ref),
    fault: error.fault,
    ...(fields && { fields }),
    ...(storedSha256 && { storedSha256 }),
    ...(sentSha256 && { sentSha256 }),
  };
}

/** A request whose shape does not fit: says where, in the schema's words. */
export function problemOfInput(error: ZodError, ref: string): Problem {
  const words = { zh: '请求内容不符合要求，见 fields。', en: 'The request does not have the right shape; see fields.' };
  const fields = error.issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message }));
  return { ...bare(400, 'bad_input', words, ref), fields };
}

/** What the framework refused before any of our code ran: unknown route, body too large, broken JSON. */
export function problemOfStatus(status: number, ref: string): Problem {
  const [code, words] = FRAMEWORK[status] ?? FRAMEWORK_OTHER;
  return bare(status, code, words, ref);
}

/** Our own fault. Says nothing of its cause: that is in the log, under `ref`. */
export function internalProblem(ref: string): Problem {
  const words = {
    zh: '服务器出错，已记录。请稍后再试；仍不行请把编号告诉管理员。',
    en: 'Something went wrong on our side; it is logged. Try again later, and if it stays give the reference to an administrator.',
  };
  return { ...bare(500, 'internal_error', words, ref), fault: 'ours' };
}

function bare(status: number, code: string, detail: Bilingual, ref: string): Problem {
  return { type: 'about:blank', title: TITLES[status] ?? 'Refused', status, code, detail, fault: 'caller', ref };
}

const FRAMEWORK: Record<number, [string, Bilingual]> = {
  404: ['not_found', { zh: '没有这个地址，或您无权查看。', en: 'There is nothing here, or you may not see it.' }],
  413: ['too_large', { zh: '请求内容过大。', en: 'The request is too large.' }],
  415: ['unsupported_media', { zh: '不支持这种内容类型。', en: 'This content type is not taken here.' }],
};
const FRAMEWORK_OTHER: [string, Bilingual] = [
  'bad_request',
  { zh: '无法读懂这个请求。', en: 'The request could not be understood.' },
];

/** One body for what does not exist and for what may not be seen, so that nobody learns which it was. */
export const notFound = (): DomainError => new DomainError('not_found', 'not_found', FRAMEWORK[404]![1]);
