import { type Transcript } from '#contracts';
import { countSpoken, type SpokenCounts } from '#recordings/rules';
import { findSpans } from '../redaction/find-spans.rules.js';
import { type SpansJson } from '../redaction/spans-json.rules.js';
import { wordsChanged, type WordsChanged } from './words-changed.rules.js';

/** A transcript as it is sealed: JSON. An hour of words takes longer to take apart than an event loop may be held. */
export type SealedJson = Uint8Array;

export interface KeptWordsQuestion {
  words: SealedJson;
  /** The version before, where there is one. */
  before: SealedJson | null;
}

/** What a row says of the words that it stands for. */
export interface KeptWords {
  spans: SpansJson;
  spoken: SpokenCounts | null;
  changed: WordsChanged | null;
}

export const openJson = (json: SealedJson): Transcript => JSON.parse(new TextDecoder().decode(json)) as Transcript;

/** Looks at words before they are stored. */
export function keptWords({ words, before }: KeptWordsQuestion): KeptWords {
  const transcript = openJson(words);
  const changed = before && wordsChanged(openJson(before), transcript);
  return { spans: JSON.stringify(findSpans(transcript)), spoken: countSpoken(transcript), changed };
}
