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
    expect(transferred(language, ask, answer, language === 'zh' ? '好，您等着。' : 'Hold on.')).toBe('met model');
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
});
