import { FLAG, type Symbols } from './symbols.rules.js';
import { soundsLike } from './words.rules.js';

/**
 * A whole sentence that agents say by heart ("how can I help you", 很高兴为您服务). Where it is expected it may be recognised by what is left of
 * it: characters and words count by their sound, some may be lost, a few others may have come between. It is aligned by dynamic programming
 * (Sellers, 1980): the whole formula against any stretch of one sentence.
 */
export interface Formula {
  readonly symbols: Symbols;
  /** By symbol: what it says. Little words of English are lost first and say the least. */
  readonly weights: readonly number[];
  readonly weight: number;
}

/** Where a formula was recognised. Symbols; `to` is exclusive. */
export interface Remains {
  readonly from: number;
  readonly to: number;
  /** 0–1: how much of it was left. */
  readonly kept: number;
}

/** With a third lost it is still told from other sentences; with more, a question for data passes for an offer. */
const LEAST_KEPT = { syllables: 0.66, words: 0.6 };
/** Shorter ones are part of other words in the middle of a turn (您号码, 看见): they count where it begins or ends. */
const LEAST_AMID = 4;
const LONGEST_LITTLE_WORD = 3;
const WEIGHTS = { little: 1, word: 2, syllable: 1 };
/** What something between costs, and what is left of a symbol that only sounds right. */
const BETWEEN = 0.5;
const BY_SOUND = 0.9;
/** A negation between turns the sentence round. */
const NEVER = 1_000;

const weightOf = (word: string): number =>
  word === '' ? WEIGHTS.syllable : word.length <= LONGEST_LITTLE_WORD ? WEIGHTS.little : WEIGHTS.word;

export function formulaOf(symbols: Symbols): Formula {
  const weights = Array.from({ length: symbols.length }, (_, at) => weightOf(symbols.words[at]!));
  return { symbols, weights, weight: weights.reduce((sum, one) => sum + one, 0) };
}

/** A single syllable has too many homophones: it must be the very character. */
const leastKept = ({ length, words }: Symbols): number =>
  words[0] !== '' ? LEAST_KEPT.words : length > 1 ? LEAST_KEPT.syllables : 1;

/** How much of a formula's symbol another one is, 0–1. */
function likeness(said: Symbols, at: number, heard: Symbols, place: number): number {
  const [word, other] = [said.words[at]!, heard.words[place]!];
  if (word === '') {
    if (other !== '' || said.keys[at] !== heard.keys[place]) return 0;
    return said.codes[at] === heard.codes[place] ? 1 : BY_SOUND;
  }
  if (other === '') return 0;
  if (word === other) return 1;
  return soundsLike(word, other) ? BY_SOUND : 0;
}

/** Where the most of a formula is left in a turn; null where it is too little. */
export function remainsOf(formula: Formula, heard: Symbols): Remains | null {
  const { symbols: said, weights, weight } = formula;
  // By place in the turn, for the formula's symbols so far: the best score that ends there, and where that way began.
  let scores = new Float64Array(heard.length + 1);
  let starts = Int32Array.from({ length: heard.length + 1 }, () => -1);
  for (let at = 0; at < said.length; at++) {
    const next = new Float64Array(heard.length + 1);
    const begun = new Int32Array(heard.length + 1).fill(-1);
    for (let place = 0; place <= heard.length; place++) {
      let best = scores[place]!;
      let start = starts[place]!;
      if (place > 0) {
        const flags = heard.flags[place - 1]!;
        const alike = likeness(said, at, heard, place - 1);
        const stopped = (flags & FLAG.afterStop) !== 0;
        const before = stopped ? 0 : scores[place - 1]!;
        if (alike > 0 && before + alike * weights[at]! > best) {
          best = before + alike * weights[at]!;
          start = stopped || before === 0 || starts[place - 1]! < 0 ? place - 1 : starts[place - 1]!;
        }
        const passed = next[place - 1]! - ((flags & FLAG.negator) !== 0 ? NEVER : BETWEEN);
        if (!stopped && passed > best) [best, start] = [passed, begun[place - 1]!];
      }
      next[place] = best;
      begun[place] = start;
    }
    [scores, starts] = [next, begun];
  }
  let to = 0;
  for (let place = 1; place <= heard.length; place++) if (scores[place]! > scores[to]!) to = place;
  const from = starts[to]!;
  const kept = scores[to]! / weight;
  if (from < 0 || kept < leastKept(said)) return null;
  if (said.length < LEAST_AMID && from > 0 && to < heard.length) return null;
  return { from, to, kept };
}

/** Does a turn begin with these symbols, by sound? */
export const startsLike = (heard: Symbols, said: Symbols): boolean =>
  said.length <= heard.length &&
  Array.from({ length: said.length }, (_, at) => at).every((at) => likeness(said, at, heard, at) > 0);
