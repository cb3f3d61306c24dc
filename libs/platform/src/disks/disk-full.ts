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
