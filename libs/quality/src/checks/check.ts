import { type CheckDefinition } from '#contracts';
import { type z } from 'zod';
import { type CallView } from '../scoring/call-view.rules.js';
import { abstain, type Finding } from './finding.js';
import { explainAbstention } from '../scoring/explain.rules.js';

/** A check with its parameters read, ready for any number of calls. */
export type Judge = (call: CallView) => Finding;

/** Reads a definition that is nested in another. */
export type Prepare = (definition: CheckDefinition) => Judge;

/** A kind of check. Adding one: a file here, its spec, and a line in `index.ts`. */
export interface CheckKind {
  readonly kind: string;
  /** Raised whenever the same definition may judge the same call differently. */
  readonly version: number;
  /** @throws ZodError when the parameters are not of this kind */
  prepare(definition: CheckDefinition, nested: Prepare): Judge;
}

interface CheckOptions<P> {
  kind: string;
  version: number;
  params: z.ZodType<P>;
  /** Rests on what was said: abstains when the words or their speakers cannot be relied on. */
  needsWords: boolean;
  judge(params: P, nested: Prepare): Judge;
}

/** Makes a kind of check from its parameters' schema and its judgement. */
export const defineCheck = <P>({ kind, version, params, needsWords, judge }: CheckOptions<P>): CheckKind => ({
  kind,
  version,
  prepare(definition, nested) {
    const prepared = judge(params.parse(definition), nested);
    if (!needsWords) return prepared;
    return (call) => {
      const reason = call.wordsUnusable();
      return reason ? abstain(reason, 'rule', explainAbstention(reason)) : prepared(call);
    };
  },
});
