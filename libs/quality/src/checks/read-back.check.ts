import { z } from 'zod';
import { READ_BACKS, readBacksOf, type ReadBack } from '../conversation/read-backs.rules.js';
import { type CallView } from '../scoring/call-view.rules.js';
import { absenceEvidence, quotes } from '../scoring/evidence.rules.js';
import { explainAbstention, both, whereHeard, whereLooked } from '../scoring/explain.rules.js';
import { defineCheck } from './check.js';
import { abstain, finding, type Finding } from './finding.js';

const params = z.strictObject({
  kind: z.literal('read_back'),
  /** The ways of confirming that count. */
  ways: z
    .array(z.enum(READ_BACKS))
    .min(1)
    .default([...READ_BACKS]),
  /** From here on the signs together (0–1) make it met, */
  enough: z.number().min(0).max(1).default(0.6),
  /** below here they make it not met; between, a person decides. */
  tooLittle: z.number().min(0).max(1).default(0.4),
});

const TITLES = {
  number: { zh: '重复客户给出的数字', en: "the customer's number repeated" },
  echo: { zh: '用客户自己的话复述', en: "the customer's own words repeated" },
  lead: { zh: '引出核对的话', en: 'words that lead a read-back' },
  done: { zh: '说明已办妥的事', en: 'what was done, stated' },
  answer: { zh: '对客户复述的肯定回答', en: "a yes to the customer's own read-back" },
} as const;

/** Independent signs add up: two of a half make three quarters. Several of one way in one turn are one sign. */
function strengthOf(found: readonly ReadBack[]): number {
  const best = new Map<string, number>();
  for (const { kind, turn, weight } of found) {
    const key = `${kind} ${turn}`;
    best.set(key, Math.max(best.get(key) ?? 0, weight));
  }
  const strongestOfKind = new Map<string, number>();
  for (const [key, weight] of best) {
    const [kind] = key.split(' ') as [string];
    strongestOfKind.set(kind, Math.max(strongestOfKind.get(kind) ?? 0, weight));
  }
  return 1 - [...strongestOfKind.values()].reduce((rest, weight) => rest * (1 - weight), 1);
}

const byWeight = (found: readonly ReadBack[]): ReadBack[] =>
  [...found].sort((a, b) => b.weight - a.weight || a.turn - b.turn);

function explain(call: CallView, { kind, turn }: ReadBack): Finding['explanation'] {
  const where = whereHeard(call, turn);
  return { zh: `听到${TITLES[kind].zh}：${where.zh}。`, en: `Heard ${TITLES[kind].en} ${where.en}.` };
}

/** Did the agent confirm what the customer said, by whatever way of doing it? */
export const readBackCheck = defineCheck({
  kind: 'read_back',
  version: 1,
  params,
  needsWords: true,
  judge:
    ({ ways, enough, tooLittle }) =>
    (call) => {
      const found = byWeight(readBacksOf(call).filter(({ kind }) => ways.includes(kind)));
      const strength = strengthOf(found);
      const evidence = quotes(call, found);
      if (strength >= enough) {
        return finding('met', {
          source: 'rule',
          confidence: strength,
          evidence,
          explanation: explain(call, found[0]!),
        });
      }
      if (strength >= tooLittle) {
        const explanation = both(explain(call, found[0]!), explainAbstention('checks_disagree'));
        return abstain('checks_disagree', 'rule', explanation, evidence);
      }
      const turns = call.turnsOf({ speaker: 'agent', zone: 'anywhere' });
      const where = whereLooked(call, turns);
      return finding('not_met', {
        source: 'rule',
        confidence: 1 - strength,
        evidence: absenceEvidence(turns, ['read_back']),
        explanation: {
          zh: `${where.zh}，没有找到对客户所说内容的复述或核对。`,
          en: `${where.en} and did not find anything of the customer's repeated or checked.`,
        },
      });
    },
});
