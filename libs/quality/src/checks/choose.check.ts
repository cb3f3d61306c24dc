import { checkDefinitionSchema } from '#contracts';
import { z } from 'zod';
import { apartFromWords, wordsBehind } from '../call/evidence.rules.js';
import { defineCheck } from './check.js';
import { prepareCondition, preparePremise } from './condition.rules.js';
import { roundConfidence } from './finding.js';

/** Inside a case the reason why a condition fails is not shown: the next case is tried. */
const UNTOLD = { zh: '条件不成立。', en: 'The condition does not hold.' };

const params = z.strictObject({
  kind: z.literal('choose'),
  /** Tried in order: the first whose conditions all hold judges. */
  cases: z
    .array(
      z.strictObject({
        when: z.array(z.looseObject({ kind: z.string().min(1) })).min(1),
        check: checkDefinitionSchema,
      }),
    )
    .min(1),
  /** Judges when no case does. */
  otherwise: checkDefinitionSchema,
});

/** Different calls are judged differently: a complaint asks for more than a question. What cannot be told abstains. */
export const chooseCheck = defineCheck({
  kind: 'choose',
  version: 2,
  params,
  needsWords: false,
  judge({ cases, otherwise }, nested, context) {
    const prepared = cases.map(({ when, check }) => {
      const conditions = when.map((condition) => ({ otherwise: UNTOLD, ...condition }));
      return {
        when: conditions.map((condition) => prepareCondition(condition, context)),
        premises: conditions.map(preparePremise),
        judge: nested(check),
      };
    });
    const last = nested(otherwise);
    return (call) => {
      for (const { when, premises, judge } of prepared) {
        const refusals = when.map((holds) => holds(call)).filter((one) => one !== null);
        if (refusals.length === 0) {
          const found = judge(call);
          if (found.outcome !== 'not_met') return found;
          const heard = Math.min(wordsBehind(call, found), ...premises.map((sure) => sure(call)));
          return { ...found, heard, confidence: roundConfidence(apartFromWords(call, found) * heard) };
        }
        const untold = refusals.find(({ outcome }) => outcome === 'insufficient');
        if (untold && refusals.every(({ outcome }) => outcome === 'insufficient')) return untold;
      }
      return last(call);
    };
  },
});
