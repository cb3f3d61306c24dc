import { type CheckDefinition, type Language } from '#contracts';
import { type z } from 'zod';
import { type CallView } from '../call-view/call-view.rules.js';
import { explainAbstention } from '../call/explain.rules.js';
import { abstain, type Finding } from './finding.js';

/** A check with its parameters read, ready for any number of calls. */
export type Judge = (call: CallView) => Finding;

/** What a check may know of the checklist around it. */
export interface CheckContext {
  /** Below so many words (en) or characters (zh), what rests on words abstains. */
  readonly minimumWords: Readonly<Record<Language, number>>;
  /** The item that is judged; empty where a check stands alone. */
  readonly itemId: string;
}

/** A check on its own, as specs use it. */
export const NO_CONTEXT: CheckContext = { minimumWords: { zh: 0, en: 0 }, itemId: '' };

/** Reads a definition that is nested in another. */
export type Prepare = (definition: CheckDefinition) => Judge;

/** A kind of check. Adding one: a file here, its spec, and a line in `index.ts`. */
export interface CheckKind {
  readonly kind: string;
  /** Raised whenever the same definition may judge the same call differently. */
  readonly version: number;
  /** @throws ZodError when the parameters are not of this kind */
  prepare(definition: CheckDefinition, nested: Prepare, context: CheckContext): Judge;
}

interface CheckOptions<P> {
  kind: string;
  version: number;
  params: z.ZodType<P>;
  /** Rests on what was said: abstains when the words or their speakers cannot be relied on. */
  needsWords: boolean;
  judge(params: P, nested: Prepare, context: CheckContext): Judge;
}

/** Makes a kind of check from its parameters' schema and its judgement. */
export const defineCheck = <P>({ kind, version, params, needsWords, judge }: CheckOptions<P>): CheckKind => ({
  kind,
  version,
  prepare(definition, nested, context) {
    const prepared = judge(params.parse(definition), nested, context);
    if (!needsWords) return prepared;
    return (call) => {
      const reason = call.wordsUnusable(context.minimumWords);
      return reason ? abstain(reason, 'rule', explainAbstention(reason)) : prepared(call);
    };
  },
});
