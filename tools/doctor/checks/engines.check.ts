import { type Env } from '#platform';
import { engineStatus, findVoiceEncoder } from '#transcripts';
import { words, type Check, type Finding } from '../finding.js';

const NAMES = { zh: words('普通话', 'Mandarin'), en: words('英语', 'English') } as const;

/** Which of the product's languages can be turned into words here. Words that come with calls need no engine. */
export const enginesCheck: Check = {
  name: 'engines',
  look: async (env) => {
    const engines = (await engineStatus(env)).filter(({ name, enabled }) => enabled && name !== 'provided');
    const languages = (['zh', 'en'] as const).map((language): Finding => {
      const able = engines.filter(({ available, languages }) => available && languages.includes(language));
      const good = able.filter(({ production }) => production);
      const named = NAMES[language];
      const check = 'engines';
      if (good.length > 0) {
        const names = good.map(({ name }) => name).join(', ');
        return {
          check,
          level: 'ok',
          what: words(`${named.zh}由 ${names} 转写。`, `${named.en} is transcribed by ${names}.`),
        };
      }
      const todo = words(
        'npm run models -- set-up 安装 Whisper（需要 Python 3.10 至 3.13），list 列出其他模型；或设置 SHOUWEN_OPENAI_URL。',
        'npm run models -- set-up installs Whisper (it needs Python 3.10 to 3.13), list shows other models; or set SHOUWEN_OPENAI_URL.',
      );
      if (able.length > 0) {
        const what = words(`${named.zh}只有演示用的引擎。`, `${named.en} has a demonstration engine only.`);
        return {
          check,
          level: 'warning',
          what,
          why: words('其文字不可用于真实通话。', 'Its words are not for real calls.'),
          todo,
        };
      }
      return {
        check,
        level: 'warning',
        what: words(`没有引擎能转写${named.zh}。`, `No engine can transcribe ${named.en}.`),
        why: words(
          '这种语言的通话除非自带文字，否则停在“需要处理”。',
          'Calls in it wait at “needs attention” unless words come with them.',
        ),
        todo,
      };
    });
    // Without an engine there are no words to tell apart.
    return engines.some(({ available }) => available) ? [...languages, await voicesOf(env)] : languages;
  },
};

/** Whether two people on one channel are told apart. */
async function voicesOf(env: Env): Promise<Finding> {
  if (await findVoiceEncoder(env))
    return {
      ...{ check: 'engines', level: 'ok' },
      what: words('单声道里的两个人按声音分开。', 'Two people on one channel are told apart by their voices.'),
    };
  return {
    ...{ check: 'engines', level: 'warning' },
    what: words('单声道里的两个人无法分开。', 'Two people on one channel are not told apart.'),
    why: words(
      '这类通话中，需要区分说话人的评分项都不判断。',
      'What depends on who speaks in such calls is not judged.',
    ),
    todo: words('运行 npm run models -- set-up。', 'Run npm run models -- set-up.'),
  };
}
