import { type SensitiveSpan, type Transcript } from '#contracts';
import { findSpans } from './find-spans.rules.js';

/** @param words the transcript's JSON, as it is sealed */
export const spansOfJson = (words: Uint8Array): SensitiveSpan[] =>
  findSpans(JSON.parse(new TextDecoder().decode(words)) as Transcript);
