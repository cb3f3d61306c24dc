import { type Language, type Transcript } from '#contracts';
import { type Act } from './acts.js';
import { prepareActs, type ActWeights } from './act-weights.rules.js';
import { ACTS_ENGINE, type ActedSentence, type FoundActs } from './found-acts.js';
import { prepareNearest, type Example } from './nearest.rules.js';
import { sentencesOf } from './sentences.rules.js';

/** What finds the acts of a language. */
export interface ActReader {
  readonly weights: ActWeights;
  readonly examples: readonly Example[];
}

export type FindActs = (transcript: Pick<Transcript, 'language' | 'turns'>) => FoundActs | null;

/** An example is named of acts that can cost someone something. */
const NAMED: readonly Act[] = [
  ...(['sends_elsewhere', 'not_ours', 'refuses', 'vague', 'next_untimed', 'skips_check', 'tells_account'] as const),
  ...([
    'blames',
    'mocks',
    'commands',
    'dismisses',
    'overpromises',
    'reads_back',
    'acknowledges',
    'forbidden',
    'stuck',
  ] as const),
];
/** From this posterior on, in sixteenths. */
const NAMED_FROM = 8;

/** Reads weights once for any number of calls. @param readers a language without any has no acts */
export function prepareFindActs(readers: Readonly<Partial<Record<Language, ActReader>>>): FindActs {
  const prepared = new Map<Language, (turn: Transcript['turns'][number]) => ActedSentence[]>();
  const prepare = (language: Language, { weights, examples }: ActReader) => {
    const tell = {
      agent: prepareActs(weights.sides.agent, language),
      customer: prepareActs(weights.sides.customer, language),
    };
    const nearest = prepareNearest(examples, language);
    return ({ text, speaker, index }: Transcript['turns'][number]): ActedSentence[] => {
      if (speaker === 'unknown') return [];
      return sentencesOf(text, language).map((sentence) => {
        const words = text.slice(sentence.fromChar, sentence.toChar);
        const acts = tell[speaker](words);
        const like = [...acts].flatMap(([act, level]) => {
          const example = level >= NAMED_FROM && NAMED.includes(act) ? nearest(words, act) : undefined;
          return example === undefined ? [] : [[act, example] as const];
        });
        const found = { turn: index, ...sentence, acts: Object.fromEntries(acts) };
        return like.length > 0 ? { ...found, like: Object.fromEntries(like) } : found;
      });
    };
  };
  return ({ language, turns }) => {
    const reader = readers[language];
    if (!reader) return null;
    const ofTurn = prepared.get(language) ?? prepare(language, reader);
    prepared.set(language, ofTurn);
    return { engine: ACTS_ENGINE, hash: reader.weights.hash, sentences: turns.flatMap(ofTurn) };
  };
}
