import {
  bilingualSchema,
  checkDefinitionSchema,
  modelSaidSchema,
  type Bilingual,
  type ModelAnswer,
  type ModelSaid,
  type NoAnswer,
  type Outcome,
} from '#contracts';
import { z } from 'zod';
import { questionKey } from '../model-scorer/questions.rules.js';
import { type CallView } from '../scoring/call-view.rules.js';
import { wordsEvidence } from '../scoring/evidence.rules.js';
import { both } from '../scoring/explain.rules.js';
import { defineCheck } from './check.js';
import { abstain, finding, type Finding } from './finding.js';

const sentence = z.string().trim().min(8).max(600);
const params = z.strictObject({
  kind: z.literal('model'),
  /** What the model is asked of the conversation, in the call's language. */
  question: bilingualSchema.pipe(z.object({ zh: sentence, en: sentence })),
  /** Judges beside the model, and alone where there is none. */
  rule: checkDefinitionSchema,
});

/** The first few say enough. */
const MOST_QUOTES = 6;

const OUTCOMES: Record<Outcome, Bilingual> = {
  met: { zh: '达成', en: 'met' },
  not_met: { zh: '未达成', en: 'not met' },
  not_applicable: { zh: '不适用', en: 'not applicable' },
  insufficient: { zh: '无法判断', en: 'undecided' },
};
const WHY: Record<NoAnswer, Bilingual> = {
  timeout: { zh: '没有按时答复', en: 'it did not answer in time' },
  busy: { zh: '过忙', en: 'it was too busy' },
  unreachable: { zh: '连接不上', en: 'it could not be reached' },
  request_refused: { zh: '服务器拒绝了请求', en: 'its server refused the request' },
  refused: { zh: '拒绝回答', en: 'it would not answer' },
  garbage: { zh: '答复不合规定的格式', en: 'its answer had another shape than was asked for' },
  over_long: { zh: '答复没完没了', en: 'its answer had no end' },
  over_budget: { zh: '这通电话的提问次数已用完', en: 'the call had all the questions that it may have' },
  words_address_judge: {
    zh: '通话里有话像是说给评分者听的，没有询问模型',
    en: 'something in the call seems meant for whoever judges it, so the model was not asked',
  },
  words_too_long: { zh: '对话太长，没有发送', en: 'the conversation is longer than is sent' },
};

/**
 * A language model may have its say, and never decides alone: it confirms what the rule finds, or the item waits for a person. What it says is
 * looked up in `CallView.answers`; nothing is asked here, so that a score replays without any network.
 */
export const modelCheck = defineCheck({
  kind: 'model',
  version: 1,
  params,
  needsWords: false,
  judge({ question, rule }, nested) {
    const judgeByRule = nested(rule);
    const keys = { zh: questionKey(question.zh), en: questionKey(question.en) };
    return (call) => {
      const found = judgeByRule(call);
      // The rule is in doubt, or the item does not arise: there is nothing to confirm, and nothing is asked.
      if (found.outcome === 'insufficient' || found.outcome === 'not_applicable') return found;
      const said = modelSaidSchema.safeParse(call.answers[keys[call.transcript.language]]);
      if (!said.success) return found;
      return said.data.said === 'nothing' ? byRuleAlone(found, said.data.why) : together(call, found, said.data);
    };
  },
});

function byRuleAlone(found: Finding, why: NoAnswer): Finding {
  const { zh, en } = WHY[why];
  const note = {
    zh: `没有模型的答复（${zh}），只按规则判断。`,
    en: `No answer of the model (${en}); judged by the rule alone.`,
  };
  return { ...found, explanation: both(found.explanation, note) };
}

function together(call: CallView, found: Finding, { answer, model }: Extract<ModelSaid, { said: 'answer' }>): Finding {
  const cited = citedTurns(call, answer);
  const evidence = [...found.evidence, ...quotes(call, cited ?? [])];
  if (!cited) return abstain('checks_disagree', 'model', both(found.explanation, UNFOUNDED), found.evidence);
  if (answer.outcome !== found.outcome)
    return abstain(
      'checks_disagree',
      'model',
      both(found.explanation, disagreement(found.outcome, answer.outcome)),
      evidence,
    );
  const agreed = { zh: `模型 ${model} 的判断相同。`, en: `The model ${model} came to the same.` };
  return finding(found.outcome as 'met' | 'not_met', {
    source: 'model',
    confidence: Math.min(found.confidence, answer.confidence),
    evidence,
    explanation: both(found.explanation, agreed),
  });
}

/** @returns null where it cites nothing, or what is not there */
function citedTurns({ turns }: CallView, answer: ModelAnswer): number[] | null {
  const cited = [...new Set(answer.turns)].sort((a, b) => a - b);
  return cited.length > 0 && cited.every((turn) => turn < turns.length) ? cited : null;
}

const quotes = (call: CallView, cited: readonly number[]) =>
  cited
    .slice(0, MOST_QUOTES)
    .map((turn) => wordsEvidence(call, { turn, fromChar: 0, toChar: call.turns[turn]!.text.length }));

const UNFOUNDED: Bilingual = {
  zh: '模型没有指出通话中的依据，其答复不予采用。已交人工。',
  en: 'The model named nothing in the call that its answer rests on, so it is not used. Queued for a person.',
};
const disagreement = (rule: Outcome, model: Outcome): Bilingual => ({
  zh: `规则认为${OUTCOMES[rule].zh}，模型认为${OUTCOMES[model].zh}。引擎不判断，已交人工。`,
  en: `The rule finds ${OUTCOMES[rule].en}, the model ${OUTCOMES[model].en}. Not judged; queued for a person.`,
});
