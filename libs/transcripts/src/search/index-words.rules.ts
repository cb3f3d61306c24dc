import { STRICTEST_REDACTION, type Transcript } from '#contracts';
import { maskTranscript } from '../redaction/mask-transcript.rules.js';
import { spansIn, type SpansJson } from '../redaction/spans-json.rules.js';
import { keyedToken } from './keyed-tokens.rules.js';
import { tokensOfTranscript } from './tokens.rules.js';

export interface IndexQuestion {
  /** The transcript's JSON, as it is sealed. */
  words: Uint8Array;
  /** What redaction found; null where it never looked. */
  spans: SpansJson | null;
  key: Uint8Array;
}

/** Postings as the database takes them: three arrays of one length, as PostgreSQL writes arrays. */
export interface PostingArrays {
  tokens: string;
  saidBy: string;
  places: string;
}

/** Everything that redaction found is hidden first: a number that must not be read must not be found either. */
export function postingArrays({ words, spans, key }: IndexQuestion): PostingArrays {
  const transcript = JSON.parse(new TextDecoder().decode(words)) as Transcript;
  const masked = maskTranscript(transcript, spansIn(transcript, spans), STRICTEST_REDACTION);
  const secret = Buffer.from(key);
  const [tokens, said, places]: [string[], number[], string[]] = [[], [], []];
  for (const [token, at] of tokensOfTranscript(masked)) {
    tokens.push(keyedToken(secret, token));
    said.push(saidBy(at));
    places.push(`"{${at.join(',')}}"`);
  }
  return { tokens: `{${tokens.join(',')}}`, saidBy: `{${said.join(',')}}`, places: `{${places.join(',')}}` };
}

/** Bits of all who say something at these places. */
const saidBy = (places: readonly number[]): number => places.reduce((bits, place) => bits | (1 << (place % 4)), 0);
