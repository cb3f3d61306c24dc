import { bilingualSchema } from '#contracts';
import { z } from 'zod';
import { situationOf } from '../conversation/situation.rules.js';
import { querySchema, type Heard } from '../scoring/call-view.rules.js';
import { absenceEvidence, confidenceOf, quotes } from '../scoring/evidence.rules.js';
import { both, explainAbsent, explainAbstention, explainHeard, whereHeard } from '../scoring/explain.rules.js';
import { defineCheck } from './check.js';
import { abstain, finding } from './finding.js';

const params = z.strictObject({
  kind: z.literal('empathy'),
  /** What the agent answers trouble with. */
  response: querySchema,
  /** Why nothing called for it. */
  noCall: bilingualSchema,
});

const CONFIDENCE = { given: 0.9, missing: 0.75, uncalled: 0.75, faint: 0.6 };

/** Below this it is a guess: one word in five is another. */
const CLEAR = 0.82;

/** Faint matches count only beside a clear one. */
const clear = (heard: readonly Heard[]): readonly Heard[] =>
  heard.some(({ exactness }) => exactness >= CLEAR) ? heard : [];

/** How many different things were said: overlapping matches are one. */
const places = (heard: readonly Heard[]): number =>
  heard.filter((one, at) => at === 0 || one.turn !== heard[at - 1]!.turn || one.fromChar >= heard[at - 1]!.toChar)
    .length;

/** Said for a wait or a misheard name too; where no trouble was voiced it answers none. */
const APOLOGY = 'apology';

/** Three outcomes: trouble was acknowledged, it was not, or there was none. A faint sign without an answer waits for a person. */
export const empathyCheck = defineCheck({
  kind: 'empathy',
  version: 1,
  params,
  needsWords: true,
  judge:
    ({ response, noCall }) =>
    (call) => {
      const { kind, sure, heard } = situationOf(call);
      const uncalled = kind === 'question' && sure;
      const given = clear(call.hear(response)).filter(({ entry }) => !uncalled || entry !== APOLOGY);
      const [trouble, first] = [quotes(call, heard), given[0]];
      if (first && (kind !== 'question' || heard.length > 0)) {
        const evidence = [...quotes(call, given), ...trouble];
        const confidence = Math.min(sure ? CONFIDENCE.given : CONFIDENCE.faint, confidenceOf(call, given));
        return finding('met', {
          source: 'rule',
          confidence,
          evidence,
          explanation: explainHeard(call, [first.entry], first.turn),
        });
      }
      if (first && places(given) > 1) {
        // Nobody sympathises with nothing: there was trouble, in words that were not recognised.
        const explanation = explainHeard(call, [first.entry], first.turn);
        return finding('met', {
          source: 'rule',
          confidence: CONFIDENCE.faint,
          evidence: quotes(call, given),
          explanation,
        });
      }
      if (first) {
        // One "sorry" may be mere politeness.
        const explanation = both(explainHeard(call, [first.entry], first.turn), explainAbstention('checks_disagree'));
        return abstain('checks_disagree', 'rule', explanation, quotes(call, given));
      }
      if (kind === 'question') {
        const evidence = absenceEvidence(call.turnsOf({ speaker: 'customer', zone: 'anywhere' }), ['trouble']);
        const confidence = sure ? CONFIDENCE.uncalled : CONFIDENCE.faint;
        return finding('not_applicable', { source: 'rule', confidence, evidence, explanation: noCall });
      }
      const turns = call.turnsOf(response);
      const where = whereHeard(call, heard[0]!.turn);
      const voiced = {
        zh: `客户说出困难或不满：${where.zh}。`,
        en: `The customer voiced trouble or dissatisfaction ${where.en}.`,
      };
      const explanation = both(voiced, explainAbsent(call, response.lookFor, turns));
      const evidence = [...trouble, ...absenceEvidence(turns, response.lookFor)];
      if (!sure) return abstain('ambiguous', 'rule', both(voiced, explainAbstention('ambiguous')), evidence);
      return finding('not_met', { source: 'rule', confidence: CONFIDENCE.missing, evidence, explanation });
    },
});
