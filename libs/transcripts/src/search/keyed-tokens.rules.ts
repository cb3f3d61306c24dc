import { createHmac } from 'node:crypto';

const LABEL = 'shouwen/search-token/1';

/**
 * What the index stores in place of a token: the first 64 bits of HMAC-SHA-256 under the search key, as PostgreSQL's signed bigint in
 * decimals. Two of a million tokens fall together once in some 37 million indexes; what is shown was compared with the words besides.
 */
export function keyedToken(key: Buffer, token: string): string {
  return createHmac('sha256', key).update(`${LABEL}\0${token}`).digest().readBigInt64BE(0).toString();
}
