import { type Transcript, type WordsCorrection } from '#contracts';
import { countSpoken, type SpokenCounts } from '#recordings/rules';
import { findSpans } from '../redaction/find-spans.rules.js';
import { type SpansJson } from '../redaction/spans-json.rules.js';
import { correctTurn } from './correct-turn.rules.js';
import { wordsChanged, type WordsChanged } from './words-changed.rules.js';

/** Words as they were sealed, and what a person says was said. */
export interface CorrectionQuestion {
  words: Uint8Array;
  turns: WordsCorrection['turns'];
}

/** The next version, ready to be sealed; null where a turn is named that is not there. */
export type CorrectedTranscript = {
  words: Uint8Array;
  spans: SpansJson;
  spoken: SpokenCounts | null;
  changed: WordsChanged;
} & Pick<Transcript, 'language' | 'engine' | 'unreliable'>;

/** Reads, corrects and writes. What is sealed was checked before, so its shape is not checked again. */
export function correctWords({ words, turns }: CorrectionQuestion): CorrectedTranscript | null {
  const before = JSON.parse(Buffer.from(words).toString('utf8')) as Transcript;
  if (turns.some(({ turn }) => turn >= before.turns.length)) return null;
  const textOf = new Map(turns.map(({ turn, text }) => [turn, text]));
  const corrected = before.turns.map((turn) => {
    const text = textOf.get(turn.index);
    return text === undefined || text === turn.text ? turn : correctTurn(turn, text);
  });
  const said = corrected.filter(({ text }) => text !== '').map((turn, index) => ({ ...turn, index }));
  const after: Transcript = { ...before, turns: said };
  const { language, engine, unreliable } = after;
  return {
    words: Buffer.from(JSON.stringify(after)),
    spans: JSON.stringify(findSpans(after)),
    spoken: countSpoken(after),
    changed: wordsChanged(before, after),
    ...{ language, engine, unreliable },
  };
}
