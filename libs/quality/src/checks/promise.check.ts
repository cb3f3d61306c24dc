import { bilingualSchema, type Bilingual } from '#contracts';
import { z } from 'zod';
import { type FoundCommitment } from '#commitments';
import { timeTakenOut } from '#commitments/rules';
import { commitmentsIn } from './commitments-in.rules.js';
import { type CallView } from '../call-view/call-view.rules.js';
import { absenceEvidence, wordConfidence, wordsEvidence } from '../call/evidence.rules.js';
import { both, explainAbstention, whereHeard, whereLooked } from '../call/explain.rules.js';
import { defineCheck } from './check.js';
import { abstain, finding, type Finding } from './finding.js';

const params = z.strictObject({
  kind: z.literal('promise'),
  /** Where nothing was promised: the item does not apply, or a promise was called for and is missing. */
  whenNone: z.enum(['not_applicable', 'not_met']).default('not_applicable'),
  noTrigger: bilingualSchema,
});

const CONFIDENCE = 0.8;
/** How far from a promise its time is looked for, as the finder does. */
const LOOKED_AT = 2;

const PROMISES: Record<FoundCommitment['kind'], Bilingual> = {
  call_back: { zh: '答应了回电', en: 'A call-back was promised' },
  reply: { zh: '答应了答复', en: 'A reply was promised' },
  send: { zh: '答应了发送或寄送', en: 'Something was promised to be sent' },
  refund: { zh: '答应了退款', en: 'A refund was promised' },
  visit: { zh: '答应了上门', en: 'A visit was promised' },
  check: { zh: '答应了跟进或核实', en: 'Following up was promised' },
  hand_over: { zh: '答应了转交', en: 'Handing the matter over was promised' },
  settle: { zh: '答应了处理', en: 'Settling the matter was promised' },
};

function told(call: CallView, { kind, turn }: FoundCommitment, more: Bilingual): Bilingual {
  const where = whereHeard(call, turn);
  return { zh: `${PROMISES[kind].zh}（${where.zh}），${more.zh}`, en: `${PROMISES[kind].en} ${where.en} ${more.en}` };
}

function withoutTime(call: CallView, open: readonly FoundCommitment[]): Finding {
  const first = open[0]!;
  const near = call.turns.filter(({ index }) => Math.abs(index - first.turn) <= LOOKED_AT).map(({ index }) => index);
  const looked = whereLooked(call, near);
  const missing = told(call, first, { zh: '但没有说出时间。', en: 'without a time.' });
  const where = {
    zh: `${looked.zh}，没有找到日期、钟点或时限。`,
    en: `${looked.en} and found no date, hour or deadline.`,
  };
  const sure = Math.max(...open.map((one) => wordConfidence(call.turns[one.turn]!, one.fromChar, one.toChar)));
  return finding('not_met', {
    source: 'rule',
    confidence: CONFIDENCE * sure,
    evidence: [...open.slice(0, 3).map((one) => wordsEvidence(call, one)), ...absenceEvidence(near, ['time_given'])],
    explanation: both(missing, where),
  });
}

interface TimeOf {
  readonly turn: number;
  readonly fromChar: number;
  readonly toChar: number;
  /** A number that was taken out may have been another than that of a time. */
  readonly sure: boolean;
}

/** The time of a promise, also one whose number was taken out of the words of the agent around it. */
function timeOf(call: CallView, { turn, time }: FoundCommitment): TimeOf | null {
  if (time) return { turn: time.turn, ...time.mention, sure: true };
  const near = call.turns.filter(({ index, speaker }) => speaker === 'agent' && Math.abs(index - turn) <= LOOKED_AT);
  const places = near.flatMap(({ index, text }) => {
    const place = timeTakenOut(text, call.transcript.language);
    return place ? [{ turn: index, ...place }] : [];
  });
  return places.find(({ sure }) => sure) ?? places[0] ?? null;
}

/** Does every promise name a time? Judged by the same finder that makes commitments, so that score and commitment never disagree. */
export const promiseCheck = defineCheck({
  kind: 'promise',
  version: 4,
  params,
  needsWords: true,
  judge:
    ({ noTrigger, whenNone }) =>
    (call) => {
      const promises = commitmentsIn(call);
      const open = promises.filter((one) => timeOf(call, one) === null);
      if (open.length > 0) return withoutTime(call, open);
      const first = promises[0];
      if (!first) {
        const looked = call.turnsOf({ speaker: 'agent', zone: 'anywhere' });
        const evidence = absenceEvidence(looked, ['promise']);
        return finding(whenNone, { source: 'rule', confidence: 0.75, evidence, explanation: noTrigger });
      }
      const unsure = promises.find((one) => !timeOf(call, one)!.sure);
      if (unsure) {
        const places = [wordsEvidence(call, unsure), wordsEvidence(call, timeOf(call, unsure)!)];
        const asks = told(call, unsure, {
          zh: '附近有一个被隐去的数字，可能是时间，也可能不是。',
          en: 'and a number beside it was taken out, which may be a time or not.',
        });
        return abstain('ambiguous', 'rule', both(asks, explainAbstention('ambiguous')), places);
      }
      const evidence = promises
        .slice(0, 3)
        .flatMap((one) => [wordsEvidence(call, one), wordsEvidence(call, timeOf(call, one)!)]);
      const explanation = told(call, first, { zh: '并说出了时间。', en: 'with a time.' });
      return finding('met', { source: 'rule', confidence: CONFIDENCE, evidence, explanation });
    },
});
