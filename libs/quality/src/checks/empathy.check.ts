import { bilingualSchema, type Bilingual } from '#contracts';
import { z } from 'zod';
import { situationOf } from '../conversation/situation.rules.js';
import { querySchema, type Heard } from '../call/heard-call.js';
import { type CallView } from '../call-view/call-view.rules.js';
import { absenceEvidence, confidenceOf, quotes, surest } from '../call/evidence.rules.js';
import { both, explainAbsent, explainAbstention, explainHeard, whereHeard } from '../call/explain.rules.js';
import { defineCheck } from './check.js';
import { abstain, finding } from './finding.js';

const params = z.strictObject({
  kind: z.literal('empathy'),
  /** What the agent answers trouble with. */
  response: querySchema,
  /** Why nothing called for it. */
  noCall: bilingualSchema,
});

/** Not hearing an answer is weaker than hearing one: it may have been given in words that no list holds. */
const MISSING = 0.85;

/** Below this it is a guess: one word in five is another. */
const CLEAR = 0.82;

/** Faint matches count only beside a clear one. */
const clear = (heard: readonly Heard[]): readonly Heard[] =>
  heard.some(({ exactness }) => exactness >= CLEAR) ? heard : [];

function voiced(call: CallView, heard: readonly Heard[]): Bilingual {
  const [first] = heard;
  if (!first) return { zh: '坐席把此事当作问题来处理。', en: 'The agent took the matter up as trouble.' };
  const where = whereHeard(call, first.turn);
  return {
    zh: `客户说出困难或不满：${where.zh}。`,
    en: `The customer voiced trouble or dissatisfaction ${where.en}.`,
  };
}

/** Three outcomes: trouble was acknowledged, it was not, or there was none. Where it cannot be told whether there was any, a person decides. */
export const empathyCheck = defineCheck({
  kind: 'empathy',
  version: 4,
  params,
  needsWords: true,
  judge:
    ({ response, noCall }) =>
    (call) => {
      const { kind, sure, likelihood, heard } = situationOf(call);
      const given = clear(call.hear(response));
      const [trouble, first] = [quotes(call, heard), given[0]];
      const turns = call.turnsOf(response);
      const evidence = first
        ? [...quotes(call, given), ...trouble]
        : [...trouble, ...absenceEvidence(turns, response.lookFor)];
      const told = first ? explainHeard(call, [first.entry], first.turn) : voiced(call, heard);
      if (!sure) {
        const reason = first ? 'checks_disagree' : 'ambiguous';
        return abstain(reason, 'rule', both(told, explainAbstention(reason)), evidence);
      }
      if (kind === 'question') {
        const nowhere = absenceEvidence(call.turnsOf({ speaker: 'customer', zone: 'anywhere' }), ['trouble']);
        return finding('not_applicable', {
          source: 'rule',
          confidence: 1 - likelihood,
          evidence: nowhere,
          explanation: noCall,
        });
      }
      if (first) {
        const confidence = Math.min(likelihood, confidenceOf(call, given));
        return finding('met', { source: 'rule', confidence, evidence, explanation: told });
      }
      const explanation = both(told, explainAbsent(call, response.lookFor, turns));
      const confidence = likelihood * MISSING * surest(call, heard);
      return finding('not_met', { source: 'rule', confidence, evidence, explanation });
    },
});
