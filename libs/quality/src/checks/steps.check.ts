import { bilingualSchema } from '#contracts';
import { z } from 'zod';
import { type Heard, querySchema } from '../call/heard-call.js';
import { type CallView } from '../call-view/call-view.rules.js';
import { absenceEvidence, confidenceOf, quotes, surest } from '../call/evidence.rules.js';
import { both, explainAbsent, explainHeard, whereHeard } from '../call/explain.rules.js';
import { defineCheck } from './check.js';
import { finding } from './finding.js';

const params = z.strictObject({
  kind: z.literal('steps'),
  /** What calls for them, e.g. a complaint. Without it the item does not apply. */
  start: querySchema,
  /** What must follow, in this order: acknowledgement, apology, next step. One sentence may hold several. */
  steps: z.array(querySchema).min(1),
  /** Steps in another order count too. */
  anyOrder: z.boolean().default(false),
  noStart: bilingualSchema,
});

const CONFIDENCE = 0.75;

const isAfter = (a: Heard, b: Heard): boolean => a.turn > b.turn || (a.turn === b.turn && a.fromChar >= b.fromChar);

/** What was heard of each step, as far as they come in order. */
function walk(call: CallView, start: Heard, steps: z.infer<typeof params>['steps'], anyOrder: boolean): Heard[] {
  const found: Heard[] = [];
  for (const step of steps) {
    const from = anyOrder ? start : (found.at(-1) ?? start);
    const next = call.hear(step).find((one) => isAfter(one, from));
    if (!next) break;
    found.push(next);
  }
  return found;
}

/** After something, several things must be done one after the other (P2 §3.1: listen, apologise, then what happens and when). */
export const stepsCheck = defineCheck({
  kind: 'steps',
  version: 2,
  params,
  needsWords: true,
  judge:
    ({ start, steps, anyOrder, noStart }) =>
    (call) => {
      const [first] = call.hear(start);
      if (!first) {
        const evidence = absenceEvidence(call.turnsOf(start), start.lookFor);
        return finding('not_applicable', { source: 'rule', confidence: CONFIDENCE, evidence, explanation: noStart });
      }
      const found = walk(call, first, steps, anyOrder);
      const evidence = quotes(call, [...found, first]);
      const last = found.at(-1);
      const missing = steps[found.length];
      if (!missing) {
        const explanation = explainHeard(
          call,
          found.map(({ entry }) => entry),
          last!.turn,
        );
        return finding('met', { source: 'rule', confidence: confidenceOf(call, found), evidence, explanation });
      }
      const from = (anyOrder ? first : (last ?? first)).turn;
      const turns = call.turnsOf(missing).filter((turn) => turn >= from);
      const where = whereHeard(call, from);
      const since = { zh: `自${where.zh}起：`, en: `From ${where.en.replace(/^(at|in) /, '')} on: ` };
      const absent = explainAbsent(call, missing.lookFor, turns);
      // What was done of it accuses no one; that it was called for does.
      const heard = surest(call, [first]);
      return finding('not_met', {
        source: 'rule',
        heard,
        confidence: CONFIDENCE * heard,
        evidence: [...evidence, ...absenceEvidence(turns, missing.lookFor)],
        explanation: last
          ? both(
              explainHeard(
                call,
                found.map(({ entry }) => entry),
                last.turn,
              ),
              absent,
            )
          : { zh: since.zh + absent.zh, en: since.en + absent.en },
      });
    },
});
