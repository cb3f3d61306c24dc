import { type NoAnswer } from '#contracts';
import { type Env } from '#platform';
import { scorerStatus, standardQuestions, tryModel } from '#quality';
import { words, type Check, type Finding } from '../finding.js';

const check = 'scorer';
/** The person who runs the doctor waits for it. */
const MOST_PATIENCE_MS = 60_000;

/** Whether a language model is asked beside the rules, where masked words go for it, and whether it answers as it is asked to. */
export const scorerCheck: Check = {
  name: check,
  async look(env) {
    const { state, model, host, advice } = scorerStatus(env);
    if (state === 'off' || !env.scorer || host === null) {
      const what = words('没有设置评分模型，评分只按规则。', 'No language model is set: rules alone score.');
      return [{ check, level: 'ok', what }];
    }
    if (state !== 'on') {
      const what = words(`评分模型 ${model} 没有启用。`, `The language model ${model} is set and not used.`);
      return [{ check, level: 'warning', what, ...(advice && { todo: advice }) }];
    }
    return [...unknownItems(env.scorer.items), await tried(env.scorer, host)];
  },
};

/** Nothing of a call is sent to find out: the conversation is invented. */
async function tried(scorer: NonNullable<Env['scorer']>, host: string): Promise<Finding> {
  const timeoutMs = Math.min(scorer.timeoutMs, MOST_PATIENCE_MS);
  const { why, seconds } = await tryModel({ ...scorer, host, timeoutMs }, new AbortController().signal);
  const { model } = scorer;
  if (why === null || why === 'unfounded') {
    const what = words(
      `模型 ${model}（${host}）在规则之外提出建议，用 ${seconds} 秒按规定的格式作答；脱敏后的文字会发送到那里。`,
      `The model ${model} at ${host} is asked beside the rules and answers in the shape asked for, in ${seconds} s; masked words are sent there.`,
    );
    if (why === null) return { check, level: 'ok', what };
    const todo = words(
      '它引用的话不在所指的话轮里，这样的答复不予采用。用之前请用 npm run eval -- --model 衡量它。',
      'What it quotes is not in the turn that it names; such answers are not used. Measure it with npm run eval -- --model before you use it.',
    );
    return { check, level: 'warning', what, todo };
  }
  const what = words(
    `模型 ${model}（${host}）没有按规定作答：${WHY[why].zh}。评分只按规则。`,
    `The model ${model} at ${host} gives no answer that can be used: ${WHY[why].en}. Rules alone score.`,
  );
  return { check, level: 'warning', what, todo: words(WHY[why].todoZh, WHY[why].todo) };
}

function unknownItems(items: readonly string[]): Finding[] {
  const unknown = items.filter((itemId) => !standardQuestions().has(itemId)).join(', ');
  if (unknown === '') return [];
  const what = words(
    `SHOUWEN_SCORER_ITEMS 里的 ${unknown} 没有现成的问题，不会询问模型。`,
    `There is no question for ${unknown} in SHOUWEN_SCORER_ITEMS: the model is not asked about it.`,
  );
  const todo = words(
    '现成的问题见 libs/quality/questions.yaml；其他评分项请在评分表里自行编写问题（kind: model）。',
    'libs/quality/questions.yaml has those that come with the product; for other items write one into the checklist (kind: model).',
  );
  return [{ check, level: 'warning', what, todo }];
}

interface Reason {
  zh: string;
  en: string;
  todoZh: string;
  todo: string;
}
const SHAPE: Pick<Reason, 'todoZh' | 'todo'> = {
  todoZh: '请换一个会按 JSON 格式作答的模型，或支持 response_format 的服务器；推理模型请关闭“思考”。',
  todo: 'Take a model that answers in JSON, or a server that knows response_format; switch the thinking of a reasoning model off.',
};
const SERVER: Pick<Reason, 'todoZh' | 'todo'> = {
  todoZh: '请检查 SHOUWEN_SCORER_URL、SHOUWEN_SCORER_MODEL 和密钥，并看服务器的日志。',
  todo: 'Check SHOUWEN_SCORER_URL, SHOUWEN_SCORER_MODEL and the key, and look into the server’s log.',
};
const SLOW: Pick<Reason, 'todoZh' | 'todo'> = {
  todoZh: '请换更快的服务器或更小的模型，或调高 SHOUWEN_SCORER_TIMEOUT_SECONDS。',
  todo: 'Take a faster server or a smaller model, or raise SHOUWEN_SCORER_TIMEOUT_SECONDS.',
};
const WHY: Record<Exclude<NoAnswer, 'unfounded'>, Reason> = {
  timeout: { zh: '没有按时答复', en: 'it did not answer in time', ...SLOW },
  busy: { zh: '过忙', en: 'it is too busy', ...SLOW },
  unreachable: { zh: '无法连接', en: 'it cannot be reached', ...SERVER },
  request_refused: { zh: '服务器拒绝了请求', en: 'its server refuses the request', ...SERVER },
  refused: { zh: '拒绝回答', en: 'it will not answer', ...SHAPE },
  garbage: { zh: '答复不符合规定的格式', en: 'its answer has another shape than was asked for', ...SHAPE },
  over_long: { zh: '答复过长，没有结束', en: 'its answer has no end', ...SHAPE },
  over_budget: { zh: '没有询问', en: 'it was not asked', ...SERVER },
  words_too_long: { zh: '没有询问', en: 'it was not asked', ...SERVER },
  words_address_judge: { zh: '没有询问', en: 'it was not asked', ...SERVER },
};
