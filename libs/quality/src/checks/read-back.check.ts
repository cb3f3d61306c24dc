import { type Bilingual } from '#contracts';
import { z } from 'zod';
import { READ_BACKS, readBacksOf, type ReadBack, type ReadBackKind } from '../conversation/read-backs.rules.js';
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

const TITLES: Record<ReadBackKind, Bilingual> = {
  number: { zh: '重复客户给出的号码', en: "the customer's number repeated" },
  detail: { zh: '重复客户说的时间或数量', en: 'a time or amount of the customer repeated' },
  check: { zh: '用客户自己的话核对', en: "a check in the customer's own words" },
  echo: { zh: '用客户自己的话复述', en: "the customer's own words repeated" },
  lead: { zh: '引出核对的话', en: 'words that lead a read-back' },
  done: { zh: '说明已办妥的事', en: 'what was done, stated' },
  answer: { zh: '对客户复述的肯定回答', en: "a yes to the customer's own read-back" },
  agreed: { zh: '客户对所述内容的认可', en: "the customer's yes to what was stated" },
};

/** How much each way adds (log-odds), and where it starts without any: fitted on the open dialogues, rounded; see ADR 0026. */
const WEIGHTS: Record<ReadBackKind, number> = {
  number: 2.6,
  detail: 1.6,
  check: 1.2,
  echo: 1,
  lead: 2.7,
  done: 1.5,
  answer: 0.7,
  agreed: 1.6,
};
const WITHOUT_ANY = -1.6;

/** How likely the signs together make it that something was confirmed, 0–1. Of each way the clearest counts. */
function strengthOf(found: readonly ReadBack[]): number {
  const clearest = new Map<ReadBackKind, number>();
  for (const { kind, signal } of found) clearest.set(kind, Math.max(clearest.get(kind) ?? 0, signal));
  const odds = [...clearest].reduce((sum, [kind, signal]) => sum + WEIGHTS[kind] * signal, WITHOUT_ANY);
  return 1 / (1 + Math.exp(-odds));
}

const adds = ({ kind, signal }: ReadBack): number => WEIGHTS[kind] * signal;

const weightiestFirst = (found: readonly ReadBack[]): ReadBack[] =>
  [...found].sort((a, b) => adds(b) - adds(a) || a.turn - b.turn);

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
      const found = weightiestFirst(readBacksOf(call).filter(({ kind }) => ways.includes(kind)));
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
