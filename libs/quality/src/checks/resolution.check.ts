import { z } from 'zod';
import { RESOLUTIONS, resolutionOf, type Resolution } from '../conversation/resolution.rules.js';
import { type CallView } from '../call-view/call-view.rules.js';
import { absenceEvidence, leastSure, quotes } from '../call/evidence.rules.js';
import { both, explainAbstention, whereHeard, whereLooked } from '../call/explain.rules.js';
import { defineCheck } from './check.js';
import { abstain, finding, type Finding } from './finding.js';

const states = z.array(z.enum(RESOLUTIONS));
const params = z.strictObject({
  kind: z.literal('resolution'),
  met: states.min(1).default(['resolved', 'deferred', 'handed_over']),
  notMet: states.default(['deflected', 'none']),
  /** Must a deferral or hand-over come with a time? */
  timed: z.boolean().default(false),
  /** Below so much certainty (0–1) a person decides. */
  sureFrom: z.number().min(0).max(1).default(0.1),
});

const TITLES = {
  resolved: { zh: '问题得到解决或解答', en: 'The matter was solved or answered' },
  deferred: { zh: '约定后续处理', en: 'A next step was arranged' },
  handed_over: { zh: '交由他人处理', en: 'The matter was handed over' },
  deflected: { zh: '推给客户或别处', en: 'The customer was sent away' },
  none: { zh: '没有结果', en: 'The matter led to nothing' },
} as const;

function explain(call: CallView, { state, heard, timed }: Resolution): Finding['explanation'] {
  const [first] = heard;
  const time = timed ? { zh: '，有时间', en: ', with a time' } : { zh: '', en: '' };
  const title = { zh: TITLES[state].zh + time.zh, en: TITLES[state].en + time.en };
  if (!first) {
    const where = whereLooked(call, call.turnsOf({ speaker: 'agent', zone: 'anywhere' }));
    return { zh: `${where.zh}：${title.zh}。`, en: `${where.en}: ${title.en}.` };
  }
  const where = whereHeard(call, first.turn);
  return { zh: `${title.zh}：${where.zh}。`, en: `${title.en} ${where.en}.` };
}

/** How the customer's matter ended: solved, put off with a time, handed over, or sent away? */
export const resolutionCheck = defineCheck({
  kind: 'resolution',
  version: 4,
  params,
  needsWords: true,
  judge:
    ({ met, notMet, timed, sureFrom }) =>
    (call) => {
      const found = resolutionOf(call);
      const turns = call.turnsOf({ speaker: 'agent', zone: 'anywhere' });
      const evidence =
        found.heard.length > 0
          ? quotes(call, found.heard)
          : absenceEvidence(turns, ['next_step', 'explanation', 'promise']);
      const explanation = explain(call, found);
      const untimed = timed && !found.timed && (found.state === 'deferred' || found.state === 'handed_over');
      const outcome =
        met.includes(found.state) && !untimed ? 'met' : untimed || notMet.includes(found.state) ? 'not_met' : null;
      if (outcome === null) {
        return finding('not_applicable', { source: 'rule', confidence: found.certainty, evidence, explanation });
      }
      if (found.verdict === 'unclear' || found.certainty < sureFrom) {
        return abstain('checks_disagree', 'rule', both(explanation, explainAbstention('checks_disagree')), evidence);
      }
      const confidence = 0.5 + found.certainty / 2;
      if (outcome === 'met') return finding('met', { source: 'rule', confidence, evidence, explanation });
      // What the agent made of it and what the customer said to it accuse together, not each for itself.
      const heard = leastSure(call, found.heard);
      return finding('not_met', { source: 'rule', heard, confidence: confidence * heard, evidence, explanation });
    },
});
