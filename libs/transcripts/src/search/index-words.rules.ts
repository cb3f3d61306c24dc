import { STRICTEST_REDACTION, type Transcript } from '#contracts';
import { createHmac } from 'node:crypto';
import { maskTranscript } from '../redaction/mask-transcript.rules.js';
import { spansIn, type SpansJson } from '../redaction/spans-json.rules.js';
import { packPostings, type PackedPostings } from './packed-postings.rules.js';
import { tokensOfTranscript } from './tokens.rules.js';

const LABEL = 'shouwen/search-token/1';

/**
 * What the index stores in place of a token: the first 64 bits of HMAC-SHA-256 under the search key, as PostgreSQL's signed bigint in
 * decimals. Two of a million tokens fall together once in some 37 million indexes; what is shown was compared with the words besides.
 */
export function keyedToken(key: Buffer, token: string): string {
  return createHmac('sha256', key).update(`${LABEL}\0${token}`).digest().readBigInt64BE(0).toString();
}

export interface IndexQuestion {
  /** The transcript's JSON, as it is sealed. */
  words: Uint8Array;
  /** What redaction found; null where it never looked. */
  spans: SpansJson | null;
  key: Uint8Array;
}

/** Everything that redaction found is hidden first: a number that must not be read must not be found either. */
export function postingsOf({ words, spans, key }: IndexQuestion): PackedPostings {
  const transcript = JSON.parse(new TextDecoder().decode(words)) as Transcript;
  const masked = maskTranscript(transcript, spansIn(transcript, spans), STRICTEST_REDACTION);
  const secret = Buffer.from(key);
  const said = [...tokensOfTranscript(masked)];
  return packPostings(new Map(said.map(([token, places]) => [keyedToken(secret, token), places])));
}
