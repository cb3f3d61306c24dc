/*
 * What an author's own item is told by: sentences that meet it and sentences that do not
 *   A sentence of a call is laid beside each of them and counts the n-grams that they share (those of the act layer), in whole numbers: the same
 *   bits everywhere, by nothing but the checklist's version. One that runs on is looked through in stretches of an example's length. A clear
 *   likeness to one side decides; a faint one, or one that a negation turns round, is for a person. To accuse it must be clearer still, and the
 *   two sides must lie clearly apart.
 */
import { type Language } from '#contracts';
import { featuresOf, wholeRoot } from '../acts/features.rules.js';
import { sentencesOf } from '../acts/sentences.rules.js';
import { negations } from './negation.rules.js';
import { lengthOf, stretchesOf } from './stretches.rules.js';

export const SIDES = ['met', 'notMet'] as const;
export type Side = (typeof SIDES)[number];
export type Examples = Readonly<Record<Side, Readonly<Record<Language, readonly string[]>>>>;

/** Fewer of a side do not show where it ends: the language counts as not covered. */
export const LEAST_EXAMPLES = 3;
/** Likeness in thousandths: 1000 is the same n-grams. */
const ONE = 1000;

/**
 * From which likeness on a sentence is faintly like an example, like it, and so like it that it can be held against someone. Measured on the
 * corpus of acts (docs/how-to/write-an-item-from-examples.md): Mandarin sentences share fewer n-grams by chance.
 */
const FROM: Readonly<Record<Language, { faint: number; clear: number; accusing: number }>> = {
  zh: { faint: 200, clear: 300, accusing: 500 },
  en: { faint: 350, clear: 500, accusing: 600 },
};
/** By so much an example must be more like it than any of the other side. */
const MARGIN = 100;

/** What a sentence is taken for, and the example that is most like it. */
export interface Likeness {
  readonly verdict: 'met' | 'not_met' | 'unsure';
  readonly side: Side;
  readonly example: string;
  /** In thousandths. */
  readonly likeness: number;
}

export interface Similarity {
  /** There are enough examples of both sides in the language. */
  readonly covers: boolean;
  /** No example is like one of the other side: what is like one side can be told from the other. */
  readonly apart: boolean;
  /** @returns null where the sentence is like none of them */
  tell(sentence: string): Likeness | null;
}

interface Prepared {
  readonly text: string;
  readonly features: ReadonlySet<number>;
  readonly negations: number;
  readonly length: number;
}

/**
 * How many n-grams a sentence shares with an example, for how many they have, in thousandths. A sentence that is shorter than the example is
 * like it by what it has of the whole: 这个我也不清楚 is not yet 取消要多少钱我也不清楚.
 */
function likeness(sentence: ReadonlySet<number>, example: ReadonlySet<number>): number {
  let shared = 0;
  for (const feature of sentence) if (example.has(feature)) shared += 1;
  const all = Math.max(1, example.size, wholeRoot(sentence.size * example.size));
  return Math.trunc((shared * ONE) / all);
}

/** How much of an example a sentence has, whatever else it has, in thousandths. */
function held(sentence: ReadonlySet<number>, example: ReadonlySet<number>): number {
  let shared = 0;
  for (const feature of example) if (sentence.has(feature)) shared += 1;
  return Math.trunc((shared * ONE) / Math.max(1, example.size));
}

/** How like two examples are by their features, in thousandths, seen from the one that is liker. */
export const likenessOf = (one: ReadonlySet<number>, other: ReadonlySet<number>): number =>
  Math.max(likeness(one, other), likeness(other, one));

/** From here on two examples of different sides are too like each other to be told apart. */
export const faintFrom = (language: Language): number => FROM[language].faint;

/** A list of more is taken as a whole: pieces of it would be many and say little. */
const MOST_CLAUSES = 8;

/** The sentence, and where it has commas its clauses and pairs of them: "um, well, …" is said before what counts. */
function piecesOf(sentence: string): string[] {
  const clauses = sentence.split(/[,，、;；]/u).filter((clause) => clause.trim() !== '');
  if (clauses.length < 2 || clauses.length > MOST_CLAUSES) return [sentence];
  return [sentence, ...clauses, ...clauses.slice(1).map((clause, i) => `${clauses[i]},${clause}`)];
}

/** The example that is most like a sentence or a part of it. */
interface Nearest {
  readonly example: Prepared | null;
  readonly likeness: number;
  /** The stretch that is like it, or the sentence. */
  readonly part: string;
  /** How like any example the sentence or its clauses are, stretches aside. */
  readonly asWhole: number;
}

/** Takes a sentence apart for any number of examples; of several the first that is most like it is the nearest. */
function prepareSentence(sentence: string, language: Language): (examples: readonly Prepared[]) => Nearest {
  const pieces = piecesOf(sentence).map((piece) => featuresOf(piece, language));
  return (examples) => {
    let best: Nearest = { example: null, likeness: 0, part: sentence, asWhole: 0 };
    const take = (example: Prepared, features: ReadonlySet<number>, part: string): void => {
      const like = likeness(features, example.features);
      if (like > best.likeness) best = { ...best, example, likeness: like, part };
    };
    for (const example of examples) for (const piece of pieces) take(example, piece, sentence);
    best = { ...best, asWhole: best.likeness };
    for (const example of examples) {
      // A stretch has no more of an example than the whole sentence: most are not looked through.
      if (held(pieces[0]!, example.features) < FROM[language].faint) continue;
      for (const part of stretchesOf(sentence, example.length, language))
        take(example, featuresOf(part, language), part);
    }
    return best;
  };
}

/** Takes the examples of a language apart once, for any number of sentences. */
export function prepareLikeness(examples: Examples, language: Language): Similarity {
  const { faint, clear, accusing } = FROM[language];
  const prepare = (side: Side): Prepared[] =>
    examples[side][language].map((text) => ({
      text,
      features: featuresOf(text, language),
      negations: negations(text, language),
      length: lengthOf(text, language),
    }));
  const [met, notMet] = [prepare('met'), prepare('notMet')];
  const covers = [met, notMet].every(({ length }) => length >= LEAST_EXAMPLES);
  const apart = met.every((one) => notMet.every((other) => likenessOf(one.features, other.features) < faint));
  return {
    covers,
    apart,
    tell(sentence) {
      const nearest = prepareSentence(sentence, language);
      const [forIt, againstIt] = [nearest(met), nearest(notMet)];
      const side: Side = forIt.likeness >= againstIt.likeness ? 'met' : 'notMet';
      const [near, far] = side === 'met' ? [forIt, againstIt] : [againstIt, forIt];
      // What runs on has some stretch that is faintly like anything: one counts from where a whole sentence would accuse.
      const counts = Math.max(near.asWhole, far.asWhole) >= faint || near.likeness >= accusing;
      if (!near.example || near.likeness < faint || !counts) return null;
      const turnsRound = [sentence, near.part].some((part) => negations(part, language) !== near.example!.negations);
      const isClear = near.likeness - far.likeness >= MARGIN && !turnsRound && covers;
      const from = side === 'met' ? clear : accusing;
      // Stretches are many: of them more is asked.
      const isLike = near.asWhole >= from || near.likeness >= from + MARGIN;
      const decides = isClear && isLike && (side === 'met' || apart);
      const verdict = decides ? (side === 'met' ? 'met' : 'not_met') : 'unsure';
      return { verdict, side, example: near.example.text, likeness: near.likeness };
    },
  };
}

/** A sentence of a call that is like an example. */
export interface LikeSentence extends Likeness {
  readonly turn: number;
  readonly fromChar: number;
  readonly toChar: number;
}

/** Every sentence of some turns that is like an example, in order. */
export const likeSentences = (
  turns: readonly { readonly index: number; readonly text: string }[],
  liken: Similarity,
  language: Language,
): LikeSentence[] =>
  turns.flatMap(({ index, text }) =>
    sentencesOf(text, language).flatMap(({ fromChar, toChar }) => {
      const like = liken.tell(text.slice(fromChar, toChar));
      return like ? [{ turn: index, fromChar, toChar, ...like }] : [];
    }),
  );
