import { scorerStatus } from '#quality';
import { words, type Check } from '../finding.js';

/** Whether a language model has a say in scores, and where masked words go for it. */
export const scorerCheck: Check = {
  name: 'scorer',
  look: (env) => {
    const { state, model, host, advice } = scorerStatus(env);
    const check = 'scorer';
    if (state === 'off')
      return Promise.resolve([
        {
          check,
          level: 'ok',
          what: words('没有设置评分模型，评分只按规则。', 'No language model is set: rules alone score.'),
        },
      ]);
    if (state === 'on') {
      const what = words(
        `模型 ${model} 与规则并行判断；遮蔽后的文字送往 ${host}。`,
        `The model ${model} judges beside the rules; masked words are sent to ${host}.`,
      );
      return Promise.resolve([{ check, level: 'ok', what }]);
    }
    const what = words(`评分模型 ${model} 没有启用。`, `The language model ${model} is set and not used.`);
    return Promise.resolve([{ check, level: 'warning', what, ...(advice && { todo: advice }) }]);
  },
};
