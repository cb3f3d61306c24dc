import { bilingualSchema, type Bilingual } from '#contracts';
import { z } from 'zod';
import { confirmationOf } from '../conversation/confirmation.rules.js';
import { READ_BACKS, type ReadBack, type ReadBackKind } from '../conversation/read-backs.rules.js';
import { type CallView } from '../call-view/call-view.rules.js';
import { absenceEvidence, quotes } from '../call/evidence.rules.js';
import { explainAbstention, both, whereHeard, whereLooked } from '../call/explain.rules.js';
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
  /**
   * Why there was nothing to confirm, where a matter is general. Given, such a call does not apply, unless something was confirmed all the
   * same: a repetition counts, about any subject.
   */
  nothingOfTheirOwn: bilingualSchema.optional(),
});

/** What is confirmed in a general matter must be so plain; a little less is left to a person. */
const GENERAL = { enough: 0.8, tooLittle: 0.6 };

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

function explain(call: CallView, { kind, turn }: ReadBack): Finding['explanation'] {
  const where = whereHeard(call, turn);
  return { zh: `听到${TITLES[kind].zh}：${where.zh}。`, en: `Heard ${TITLES[kind].en} ${where.en}.` };
}

/** Did the agent confirm what the customer said, in any way? */
export const readBackCheck = defineCheck({
  kind: 'read_back',
  version: 2,
  params,
  needsWords: true,
  judge:
    ({ ways, enough, tooLittle, nothingOfTheirOwn }) =>
    (call) => {
      const { found, likelihood, general } = confirmationOf(call, ways);
      const evidence = quotes(call, found);
      const turns = call.turnsOf({ speaker: 'agent', zone: 'anywhere' });
      const bar = general && nothingOfTheirOwn ? GENERAL : { enough, tooLittle };
      const [first] = found;
      if (first && likelihood >= bar.enough) {
        return finding('met', { source: 'rule', confidence: likelihood, evidence, explanation: explain(call, first) });
      }
      if (first && likelihood >= bar.tooLittle) {
        const explanation = both(explain(call, first), explainAbstention('checks_disagree'));
        return abstain('checks_disagree', 'rule', explanation, evidence);
      }
      const looked = absenceEvidence(turns, ['read_back']);
      const without = { source: 'rule', confidence: 1 - likelihood, evidence: looked } as const;
      if (general && nothingOfTheirOwn) {
        return finding('not_applicable', { ...without, explanation: nothingOfTheirOwn });
      }
      const where = whereLooked(call, turns);
      return finding('not_met', {
        ...without,
        explanation: {
          zh: `${where.zh}，没有找到对客户所说内容的复述或核对。`,
          en: `${where.en} and did not find anything of the customer's repeated or checked.`,
        },
      });
    },
});
