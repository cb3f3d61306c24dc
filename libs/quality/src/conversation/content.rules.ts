import { FLAG, type Symbols } from '../matching/symbols.rules.js';
import { type HeardCall } from '../call/heard-call.js';
import { numbersIn, type NumberRun } from './numbers.rules.js';

/** A word, or two Chinese characters in a row, that carries something: what two turns may have in common. */
export interface ContentUnit {
  readonly key: number;
  readonly from: number;
  readonly to: number;
}

/** One sentence of a turn; without punctuation the whole turn is one. Symbols, `to` exclusive. */
export interface Sentence {
  readonly from: number;
  readonly to: number;
  /** Asks for data ("what is your name") or whether something is so ("…吗", "is it …?"); null: states. */
  readonly asks: 'data' | 'yes_or_no' | null;
}

export interface TurnContent {
  readonly units: readonly ContentUnit[];
  readonly numbers: readonly NumberRun[];
  readonly sentences: readonly Sentence[];
}

const LEAST_LETTERS = 3;
/** Room for every folded syllable of Mandarin beside another. */
const SYLLABLES = 4_096;

const carries = (symbols: Symbols, at: number): boolean =>
  (symbols.flags[at]! & (FLAG.empty | FLAG.number | FLAG.negator)) === 0;

function unitsOf(symbols: Symbols): ContentUnit[] {
  const units: ContentUnit[] = [];
  for (let at = 0; at < symbols.length; at++) {
    if (!carries(symbols, at)) continue;
    const word = symbols.words[at]!;
    if (word !== '') {
      if (word.length >= LEAST_LETTERS) units.push({ key: symbols.keys[at]!, from: at, to: at + 1 });
      continue;
    }
    const next = at + 1;
    if (next >= symbols.length || symbols.words[next] !== '' || !carries(symbols, next)) continue;
    if (symbols.flags[next]! & FLAG.afterStop) continue;
    units.push({ key: -(symbols.keys[at]! * SYLLABLES + symbols.keys[next]!), from: at, to: next + 1 });
  }
  return units;
}

const ENDS_AS_QUESTION = /(?:[吗嘛么]|是吧|对吧|对不对|是不是|好不好|right|correct|okay)\s*[~。.!！]*\s*$/i;
const STARTS_AS_QUESTION =
  /^\W*(?:(?:and|so|okay|ok|sure|great|thanks|thank you|alright|perfect)\W+)*(?:is|are|was|were|do|does|did|can|could|may|will|would|shall|should|have|has)\b/i;

function asks(text: string, after: string, dataWords: RegExp | null): Sentence['asks'] {
  const marked = /^\s*["”’)]*[?？]/.test(after);
  if (dataWords?.test(text)) return 'data';
  return marked || ENDS_AS_QUESTION.test(text) || STARTS_AS_QUESTION.test(text) ? 'yes_or_no' : null;
}

function sentencesOf(text: string, symbols: Symbols, dataWords: RegExp | null): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  for (let at = 1; at <= symbols.length; at++) {
    if (at < symbols.length && !(symbols.flags[at]! & FLAG.afterStop)) continue;
    const [start, end] = [symbols.fromChar[from]!, symbols.toChar[at - 1]!];
    const next = at < symbols.length ? symbols.fromChar[at]! : text.length;
    sentences.push({ from, to: at, asks: asks(text.slice(start, end), text.slice(end, next), dataWords) });
    from = at;
  }
  return sentences;
}

/** What a turn carries, beside the lexicon's phrases. Worked out once for a call. */
export const contentOf = (call: HeardCall, turn: number): TurnContent =>
  call.once(`content ${turn}`, () => {
    const symbols = call.symbolsOf(turn);
    const { text } = call.turns[turn]!;
    return {
      units: unitsOf(symbols),
      numbers: numbersIn(text, symbols),
      sentences: sentencesOf(text, symbols, call.dataWords),
    };
  });
