import { errorCodes } from 'fastify';
import { type Bilingual } from '#contracts';

/** A code and its words. */
export interface CodeWords {
  code: string;
  words: Bilingual;
}

/** What Fastify and Node call it → what we say. A name that is not here is told by its status. */
const BY_NAME: Record<string, CodeWords> = {
  FST_ERR_CTP_INVALID_JSON_BODY: entry('invalid_json', '请求内容不是有效的 JSON。', 'The body is not valid JSON.'),
  FST_ERR_CTP_EMPTY_JSON_BODY: entry(
    'empty_body',
    '请求没有内容，这里需要 JSON。',
    'The body is empty; JSON is needed here.',
  ),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: entry(
    'wrong_length',
    '请求内容与 Content-Length 不一致，可能中途断开。请重试。',
    'The body does not have its Content-Length; it may have broken off. Send it again.',
  ),
  FST_ERR_BAD_URL: entry(
    'bad_address',
    '地址无法解析，请检查其中的 % 编码。',
    'The address cannot be read; check its percent-encoding.',
  ),
};

const BY_STATUS: Record<number, CodeWords> = {
  404: entry('not_found', '没有这个地址，或您无权查看。', 'There is nothing here, or you may not see it.'),
  405: entry(
    'method_not_allowed',
    '这个地址不支持这种方法；支持的见 Allow。',
    'This address does not take this method; Allow names those that it takes.',
  ),
  408: entry('request_timeout', '请求没有及时传完，请重试。', 'The request did not arrive in time. Send it again.'),
  413: entry('too_large', '请求内容过大。', 'The request is too large.'),
  414: entry('address_too_long', '地址过长。', 'The address is too long.'),
  415: entry('unsupported_media', '不支持这种内容类型。', 'This content type is not accepted here.'),
  431: entry(
    'headers_too_large',
    '请求头过大，可能是 Cookie 过多。',
    'The headers are too large; perhaps there are too many cookies.',
  ),
  500: entry(
    'internal_error',
    '服务器出错，已记录。请稍后重试；如仍出错，请把编号告诉管理员。',
    'Something went wrong on our side; it is logged. Try again later, and if it stays give the reference to an administrator.',
  ),
};

const OTHER = entry('bad_request', '无法识别这个请求。', 'The request could not be understood.');

/** Nest hands Fastify's errors on with their message alone. */
const NAME_OF_MESSAGE = new Map(
  Object.entries(errorCodes).map(([name, Failure]) => [new (Failure as new () => Error)().message, name]),
);

/** Our words for a refusal by the framework. @param about its name or its message */
export function frameworkWords(status: number, about: string | undefined): CodeWords {
  const name = about === undefined ? '' : (NAME_OF_MESSAGE.get(about) ?? about);
  return BY_NAME[name] ?? BY_STATUS[status] ?? OTHER;
}

/** Every code that can come from here, for the list of errors. */
export const FRAMEWORK_CODES: readonly (CodeWords & { status: number })[] = [
  ...Object.values(BY_NAME).map((words) => ({ ...words, status: 400 })),
  ...Object.entries(BY_STATUS).map(([status, words]) => ({ ...words, status: Number(status) })),
  { ...OTHER, status: 400 },
];

function entry(code: string, zh: string, en: string): CodeWords {
  return { code, words: { zh, en } };
}
