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

/** Examples of an act: which of them have an n-gram, and how long each is. */
interface Taken {
  readonly texts: readonly string[];
  readonly having: ReadonlyMap<number, readonly number[]>;
  readonly lengths: readonly number[];
}

function take(examples: readonly Example[], language: Language): Taken {
  const having = new Map<number, number[]>();
  const lengths = examples.map(({ text }, at) => {
    const features = featuresOf(text, language);
    for (const feature of features) {
      const known = having.get(feature);
      if (known) known.push(at);
      else having.set(feature, [at]);
    }
    return wholeRoot(1 + features.size);
  });
  return { texts: examples.map(({ text }) => text), having, lengths };
}

/** Examples are taken apart once, by the first that asks for one of their act. */
export function prepareNearest(examples: readonly Example[], language: Language): Nearest {
  const byAct = new Map<Act, Taken>();
  return (sentence, act) => {
    const { texts, having, lengths } =
      byAct.get(act) ??
      take(
        examples.filter(({ acts }) => acts.has(act)),
        language,
      );
    byAct.set(act, { texts, having, lengths });
    const shared = new Int32Array(texts.length);
    for (const feature of featuresOf(sentence, language)) for (const at of having.get(feature) ?? []) shared[at]! += 1;
    let [best, most]: [string | undefined, number] = [undefined, -1];
    for (let at = 0; at < texts.length; at++) {
      const likeness = Math.trunc((shared[at]! * 4096) / lengths[at]!);
      if (likeness > most) [best, most] = [texts[at], likeness];
    }
    return best;
  };
}
