import { DomainError } from '../errors/domain-error.js';

/** What senders are told to wait for before they try again. */
const TRY_AGAIN_SECONDS = 300;
/** Of the file system, of a quota, and of PostgreSQL. */
const CODES = new Set(['ENOSPC', 'EDQUOT', '53100']);

interface Coded {
  code?: unknown;
  cause?: unknown;
  driverError?: unknown;
}

/** Whether an error, or what caused it, is a disk without room. */
export const isDiskFull = (error: unknown): boolean => isFullWithin(error, 5);

function isFullWithin(error: unknown, depth: number): boolean {
  if (typeof error !== 'object' || error === null || depth === 0) return false;
  const { code, cause, driverError } = error as Coded;
  return CODES.has(String(code)) || isFullWithin(cause, depth - 1) || isFullWithin(driverError, depth - 1);
}

/** No room for what was sent; nothing of it stays. */
export const diskFull = (cause?: unknown): DomainError =>
  new DomainError(
    'disk_full',
    'no_room',
    {
      zh: '服务器磁盘空间不足，没有保存任何内容。请稍后重新上传同一文件；管理员请腾出空间，见“处理看板”页。',
      en: 'The server’s disk is full; nothing was stored. Send the same file again later. Administrators: make room, see the Processing screen.',
    },
    { fault: 'storage', retryAfterSeconds: TRY_AGAIN_SECONDS, cause },
  );
