import { type SensitiveSpan, type Transcript } from '#contracts';
import { findSpans } from './find-spans.rules.js';

/** Sensitive places as they are stored, in JSON. Hostile words have tens of thousands: taken apart in threads alone, they hold no event loop. */
export type SpansJson = string;

export const NO_SPANS: SpansJson = '[]';

export const openSpans = (json: SpansJson): SensitiveSpan[] => JSON.parse(json) as SensitiveSpan[];

/** What was found in words; where they have not been looked through yet, what is found now. */
export const spansIn = (transcript: Pick<Transcript, 'turns'>, json: SpansJson | null): SensitiveSpan[] =>
  json === null ? findSpans(transcript) : openSpans(json);
