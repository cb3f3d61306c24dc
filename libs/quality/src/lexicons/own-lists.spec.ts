import { describe, expect, it } from '@jest/globals';
import { type Checklist, type OwnPhraseList } from '#contracts';
import { NO_FACTS } from '../call/written-dialogue.rules.js';
import { score } from '../scoring/score.rules.js';
import { loadLexicons } from './load-lexicons.js';
import { firstUnreadable, whyTooMuch, whyUnreadable } from './own-lists.rules.js';
import { TRIAL } from '../replay/trial.fixture.js';
import { writtenTranscript } from '../call/written-dialogue.rules.js';

const profile = {
  names: { zh: [], en: [] },
  departments: { zh: [], en: [] },
  ringCadence: { onSeconds: 1, offSeconds: 4 },
  timeZone: 'Asia/Shanghai',
};
const list = (more: Partial<OwnPhraseList> = {}): OwnPhraseList => ({
  name: 'own.points',
  title: { zh: '积分', en: 'points' },
  zh: ['积分(还有|剩)'],
  en: ['(loyalty|bonus) points'],
  ...more,
});

function outcome(said: string, lists: OwnPhraseList[], check: object, times?: number[]) {
  const checklist: Checklist = {
    ...TRIAL,
    phraseLists: lists,
    sections: [
      {
        ...TRIAL.sections[0]!,
        items: [{ ...TRIAL.sections[0]!.items[0]!, check: { kind: 'phrase', ...check } }],
      },
    ],
  };
  const plain = writtenTranscript({
    language: /\p{Script=Han}/u.test(said) ? 'zh' : 'en',
    turns: [
      { speaker: 'agent', text: 'Good morning, how may I help you today?' },
      { speaker: 'agent', text: said },
    ],
  });
  const turns = plain.turns.map((turn, i) => ({ ...turn, fromMs: times?.[i] ?? 0, toMs: (times?.[i] ?? 0) + 900 }));
  const transcript = times ? { ...plain, durationMs: 60_000, turns } : plain;
  const scored = score({
    checklist,
    lexicons: loadLexicons(),
    profile,
    transcript,
    transcriptVersion: 1,
    facts: NO_FACTS,
  });
  return scored.items[0]!;
}

describe('phrase lists of a checklist’s own', () => {
  it('are heard beside those of the product, in both languages, and named in what is said of the result', () => {
    const check = { lookFor: ['own.points'] };
    expect(outcome('You have ninety bonus points.', [list()], check)).toMatchObject({ outcome: 'met' });
    expect(outcome('您的积分还有九十分。', [list()], check)).toMatchObject({ outcome: 'met' });
    const missing = outcome('You have ninety pounds.', [list()], check);
    expect(missing).toMatchObject({ outcome: 'not_met' });
    expect(missing.explanation.en).toContain('points');
  });

  it('are unknown to a checklist that has none', () => {
    expect(outcome('You have ninety bonus points.', [], { lookFor: ['own.points'] })).toMatchObject({
      outcome: 'not_met',
    });
  });

  it('take what sounds alike, unless they are exact', () => {
    const check = { against: ['own.points'], whenAbsent: 'met' };
    const alike = list({ zh: ['不归我们管'] });
    expect(outcome('这个不规我们管的。', [alike], check)).toMatchObject({ outcome: 'not_met' });
    expect(outcome('这个不规我们管的。', [{ ...alike, exact: true }], check)).toMatchObject({ outcome: 'met' });
  });

  it('are looked for within the first seconds where the words have times', () => {
    const check = { lookFor: ['own.points'], firstSeconds: 20 };
    const said = 'You have ninety bonus points.';
    expect(outcome(said, [list()], check, [5000, 24_000])).toMatchObject({ outcome: 'met' });
    expect(outcome(said, [list()], check, [5000, 26_000])).toMatchObject({ outcome: 'not_met' });
    expect(outcome(said, [list()], check)).toMatchObject({ outcome: 'met' });
  });

  it('are told apart from lines that cannot be read', () => {
    expect(
      ['(a|b', 'a|b', '(a (b|c))', '<n>', '...', `${'(a|b|c|d|e|f|g|h)'.repeat(3)} x`].map(
        (text) => whyUnreadable(text)?.en,
      ),
    ).toEqual([
      'its brackets do not match, or there are brackets in brackets',
      'its brackets do not match, or there are brackets in brackets',
      'its brackets do not match, or there are brackets in brackets',
      'it holds no words of its own',
      'it holds no words of its own',
      'it stands for more than 400 ways of saying it: write several lines',
    ]);
    expect(whyUnreadable('your (reference|case|) number is <n>')).toBeNull();
  });

  it('are bounded together, because each save reads them and each call is matched with them', () => {
    const large = list({
      en: [],
      zh: Array.from({ length: 300 }, (_, i) => `${'(一|二|三|四|五|六|七)'.repeat(3)} ${i}`),
    });
    expect(whyTooMuch([large])).toMatchObject({ en: expect.stringContaining('102900 ways') });
    expect(firstUnreadable([large])).toMatchObject({ phrase: '' });
    expect(whyTooMuch([{ ...large, zh: large.zh.slice(0, 100) }])).toBeNull();
  });
});
