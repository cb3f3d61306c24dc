import { type Language } from '#contracts';
import { featuresOf, wholeRoot } from './features.rules.js';
import { type Act } from './acts.js';

/** A sentence of the corpus, as an example of its acts. */
export interface Example {
  readonly acts: ReadonlySet<Act>;
  readonly text: string;
}

/** Finds among the examples of an act the one that shares most n-grams with a sentence, for its length. */
export type Nearest = (sentence: string, act: Act) => string | undefined;

/** Examples are taken apart once, by the first that asks for one of their act. */
export function prepareNearest(examples: readonly Example[], language: Language): Nearest {
  const byAct = new Map<Act, { text: string; features: Set<number> }[]>();
  const of = (act: Act) => {
    const known = byAct.get(act) ?? taken(act);
    byAct.set(act, known);
    return known;
  };
  const taken = (act: Act) =>
    examples.filter(({ acts }) => acts.has(act)).map(({ text }) => ({ text, features: featuresOf(text, language) }));
  return (sentence, act) => {
    const features = featuresOf(sentence, language);
    let [best, most]: [string | undefined, number] = [undefined, -1];
    for (const { text, features: other } of of(act)) {
      let shared = 0;
      for (const feature of features) if (other.has(feature)) shared += 1;
      const likeness = Math.trunc((shared * 4096) / wholeRoot(1 + other.size));
      if (likeness > most) [best, most] = [text, likeness];
    }
    return best;
  };
}
