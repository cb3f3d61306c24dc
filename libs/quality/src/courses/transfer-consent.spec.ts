import { describe, expect, it } from '@jest/globals';
import { type Language } from '#contracts';
import { NEUTRAL_PROFILE, NO_FACTS, writtenTranscript } from '../call/written-dialogue.rules.js';
import { loadChecklist } from '../checklists/load-checklist.js';
import { loadLexicons } from '../lexicons/load-lexicons.js';
import { prepareScorer } from '../scoring/score.rules.js';

const score = prepareScorer({
  ...loadChecklist('standard-inbound'),
  lexicons: loadLexicons(),
  profile: NEUTRAL_PROFILE,
});

/** A call that the telephone system says was transferred, by what the agent says at the end and what the customer answers. */
function transferred(language: Language, ask: string, answer: string, last: string, withActs = true): string {
  const [hello, matter, more, rest] =
    language === 'zh'
      ? [
          '您好，青禾园艺，请讲。',
          '我上个月买的那棵树叶子全黄了，想问问咋回事。',
          '浇水浇得多不多？',
          '三天浇一回，也不晒。',
        ]
      : [
          'Good morning, Willow Nursery, what is it about?',
          'The tree that I bought from you last month has gone yellow all over.',
          'How often did you water it, and is it in the sun?',
          'Every third day, and it is in the shade.',
        ];
  const turns = [hello, matter, more, rest, ask, answer, last].map((text, i) => ({
    ...{ speaker: i % 2 === 0 ? ('agent' as const) : ('customer' as const), text: text! },
  }));
  const transcript = writtenTranscript({ language, turns });
  const sentences = turns.map(({ text }, turn) => ({ turn, fromChar: 0, toChar: text.length, acts: {} }));
  const { items } = score({
    ...{ transcript, transcriptVersion: 1, facts: { ...NO_FACTS, transfer: 'blind' } },
    acts: withActs ? { engine: 'test', hash: 'h', sentences } : null,
  });
  const { outcome, source } = items.find(({ itemId }) => itemId === 'transfer.purpose_consent')!;
  return `${outcome} ${source}`;
}

/** The purpose as the list knows it. */
const TOLD = {
  zh: { told: '这个要由我们技术部给您处理。', hold: '好，您等着。' },
  en: { told: 'My colleague can help you with that. ', hold: 'Hold on.' },
} as const;

describe('a customer who is put through', () => {
  it.each([
    [
      'en',
      'Our tree man knows that better. Fancy me swinging you round to his shed so he can look it up?',
      'Oh, go on then.',
    ],
    ['en', 'If you have two minutes, I could pop you over to Rosa, who grew it.', 'That would be lovely, yes.'],
    ['zh', '这个养树的师傅最清楚，我把您这个电话递给他，让他跟您说说怎么养，成不？', '成，麻烦了。'],
    ['zh', '树的事归苗圃管，您愿不愿意我这会儿就给您接过去问问？', '愿意愿意。'],
  ] as const)('was asked, and agreed (%s): %s', (language, ask, answer) => {
    const { told, hold } = TOLD[language];
    expect(transferred(language, `${told}${ask}`, answer, hold)).toBe('met model');
    // Consent is one half of the item: where no list hears to whom and why, a person looks.
    expect(transferred(language, ask, answer, hold)).toMatch(/^(insufficient|met) model$/);
    // Without acts the lists know neither way of asking: a person looks, and no one is accused.
    expect(transferred(language, ask, answer, '…', false)).toMatch(/^(insufficient|met) rule$/);
  });

  it.each([
    ['en', 'That is the tree man. Swinging you round to his shed.', 'Wait, what shed?'],
    ['zh', '这个归苗圃管。给您递过去了。', '啊？递哪儿去？'],
  ] as const)('was not asked (%s): %s', (language, ask, answer) => {
    expect(transferred(language, ask, answer, language === 'zh' ? '您等着。' : 'Hold on.')).toBe('not_met rule');
  });

  it.each([
    ['en', 'Shall I swing you round to his shed?', 'Wait, who is that?'],
    ['zh', '我给您接到苗圃去好吧？', '等等，哪儿？'],
  ] as const)('was asked, and did not plainly agree: a person looks (%s): %s', (language, ask, answer) => {
    expect(transferred(language, ask, answer, language === 'zh' ? '您等着。' : 'Hold on.')).toBe('insufficient model');
  });

  it.each([
    ...['不好，我不想转。', '不行。', '不行！', '不可以。', '我不同意。', '不愿意。', '不方便。', '没空。'],
    ...['别转了，麻烦你直接办。', '麻烦你直接办吧。', '好了，我自己打。', '唔好。', '好，可是我想先问问。'],
  ])('refused, or did not plainly agree: a person looks: %s', (answer) => {
    expect(transferred('zh', `${TOLD.zh.told}我给您接到苗圃去好吧？`, answer, TOLD.zh.hold)).toBe('insufficient model');
  });

  it.each([
    ...["I'd rather not.", "Please don't.", "I'd rather you didn't transfer me.", 'Absolutely not, thanks.', 'Nope.'],
    ...['Can you do it yourself?', 'Yes, but later.', "I don't think so, thanks.", 'Please do it yourself.'],
  ])('refused, or did not plainly agree: a person looks: %s', (answer) => {
    const ask = `${TOLD.en.told}Shall I swing you round to his shed?`;
    expect(transferred('en', ask, answer, TOLD.en.hold)).toBe('insufficient model');
  });

  const LISTED = {
    zh: '这个要由我们技术部给您处理，我帮您转接到技术部，可以吗？',
    en: 'Our technical department will handle that. May I put you through to the technical department?',
  } as const;

  it.each([
    ['zh', '可以，转吧。'],
    ['zh', '行，不用谢，麻烦你了。'],
    ['zh', '没问题，不要紧的。'],
    ['en', 'Yes, please do.'],
    ['en', 'No problem, go ahead.'],
    ['en', 'Sure, I am not in a hurry.'],
  ] as const)('was asked in words that the lists know, and agreed: it stays met (%s): %s', (language, answer) => {
    for (const withActs of [true, false]) {
      expect(transferred(language, LISTED[language], answer, TOLD[language].hold, withActs)).toMatch(/^met /);
    }
  });

  it.each([
    ['zh', '不用了，我不想转。'],
    ['zh', '别转了，你直接给我办。'],
    ['zh', '不行，我没时间再讲一遍。'],
    ['zh', '算了，我自己打过去。'],
    ['zh', '唔好转啦。'],
    ['zh', '不。'],
    ['en', "No, I'd rather you sorted it."],
    ['en', "Please don't transfer me again."],
    ['en', "I'd rather not, thanks."],
    ['en', 'Nope.'],
    ['en', 'Can you not just do it yourself?'],
    ['en', 'Absolutely not, leave it.'],
  ] as const)(
    'refused what the lists call asked: a person looks, with acts and without (%s): %s',
    (language, answer) => {
      for (const withActs of [true, false]) {
        expect(transferred(language, LISTED[language], answer, TOLD[language].hold, withActs)).toBe(
          'insufficient rule',
        );
      }
    },
  );

  it.each([
    [
      'en',
      'Our access officer, Dermot, could tell you about the lift. Do you mind if I throw you over to him for that?',
    ],
    ['zh', '退款要我们财务那边的同事才能办，我把您接过去问问，成不？'],
  ] as const)('was told to whom and why in words that no list has (%s): %s', (language, ask) => {
    const yes = language === 'zh' ? '成，接吧。' : 'Yes, go ahead.';
    expect(transferred(language, ask, yes, language === 'zh' ? '您等着。' : 'Hold on.')).toBe('met model');
  });

  it.each([
    ['en', 'Is it all right if I swing you over?', 'Yes, go ahead.'],
    ['zh', '我把电话递过去，成不？', '成，接吧。'],
  ] as const)('agreed, and was not told to whom or why: a person looks (%s)', (language, ask, yes) => {
    expect(transferred(language, ask, yes, language === 'zh' ? '您等着。' : 'Hold on.')).toBe('insufficient model');
  });

  it.each([
    ['en', 'This is beyond me. Can I put you through?', 'Yes, ok.'],
    ['en', 'It will take a second. Can I transfer you now?', 'Yes, ok.'],
    ['en', 'That is everything I have. Would you like me to put you through?', 'Yes, please.'],
    ['en', 'Hold on a second. Thank you for that. Can I transfer you now?', 'Yes, ok.'],
    ['en', 'I have to ask, can I put you through to the office?', 'Yes, ok.'],
    ['zh', '这个我处理不了，我把您递过去，可以吗？', '可以。'],
    ['zh', '这个全部弄不了，我帮您查了，把电话递过去，行吗？', '行。'],
    ['zh', '我帮您查了，处理不了，我把电话递给技术部，可以吗？', '可以。'],
    ['zh', '我把电话拿给主管，可以吗？', '可以。'],
  ] as const)('was not told to whom, or not why, and a person looks (%s): %s', (language, ask, yes) => {
    expect(transferred(language, ask, yes, language === 'zh' ? '您等着。' : 'Hold on.')).toBe('insufficient model');
  });

  it.each([
    ['en', 'Dermot in access can tell you about the lift. Can I transfer you to him now?', 'Yes, ok.'],
    ['en', 'This is one for our tree desk, they have to see the roots. Can I put you through?', 'Yes, ok.'],
    ['zh', '这个我处理不了，要维修部的师傅看，我把您递过去，可以吗？', '可以。'],
    ['zh', '退款归财务科管，我把电话递过去，行吗？', '行。'],
    ['zh', '我把电话递给审批处那边，让他们给您处理，可以吗？', '可以。'],
  ] as const)('was told to whom and why, whatever the agent cannot do (%s): %s', (language, ask, yes) => {
    expect(transferred(language, ask, yes, language === 'zh' ? '您等着。' : 'Hold on.')).toBe('met model');
  });

  it('takes a no for a yes where the question was whether they mind', () => {
    const ask =
      'Our technical department will handle that. Do you mind if I put you through to the technical department?';
    expect(transferred('en', ask, 'No, not at all.', TOLD.en.hold)).toMatch(/^met /);
    const zh = '这个要由我们技术部给您处理，我帮您转接到技术部可以吗，您不介意吧？';
    expect(transferred('zh', zh, '不介意，可以。', TOLD.zh.hold)).toMatch(/^met /);
  });

  it('was asked nothing by 那么, nor by what is no transfer', () => {
    const last = (language: Language, ask: string): string =>
      transferred(language, ask, language === 'zh' ? '好的。' : 'Yes, please do.', TOLD[language].hold);
    expect(last('zh', '那么我给您转到技术部。')).toBe('not_met rule');
    expect(last('zh', '这个呢，我给您转到技术部。')).toBe('not_met rule');
    for (const ask of ['请您接一下短信验证码好吗？', '让同事给您回电，好吗？'])
      expect(last('zh', `${TOLD.zh.told}${ask}`)).not.toMatch(/^met/);
    for (const ask of [
      'Can I call you back on this number?',
      'I will sign you up for the newsletter, is that alright?',
    ])
      expect(last('en', `${TOLD.en.told}${ask}`)).not.toMatch(/^met model/);
  });
});
