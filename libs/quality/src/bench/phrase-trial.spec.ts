import { describe, expect, it } from '@jest/globals';
import { type ChecklistDraftDefinition, type DraftPhraseList, type SensitiveSpan } from '#contracts';
import { loadLexicons } from '../lexicons/load-lexicons.js';
import { buildTranscript, PROFILE } from '../scoring/call.fixture.js';
import { prepareReader } from '../scoring/score.rules.js';
import { prepareTrials, type TriedCall } from './phrase-task.rules.js';

const list = (rest: Partial<DraftPhraseList>): DraftPhraseList => ({
  ...{ name: 'own.list_1', title: { zh: '', en: '' }, zh: [], en: [] },
  ...rest,
});
/** An item listens for the list from the agent, in the opening; a condition of another from anyone. */
const draftOf = (phraseLists: DraftPhraseList[]): ChecklistDraftDefinition => ({
  ...{ format: 'shouwen.checklist/1', id: 'trial', title: { zh: '试', en: 'Trial' }, phraseLists },
  ...{ requiredCoverage: 0.8, minimumWords: { zh: 1, en: 1 } },
  sections: [
    {
      ...{ id: 'all', title: { zh: '全部', en: 'All' } },
      items: [
        {
          ...{ id: 'own.opening', title: { zh: '', en: '' }, weight: 1, clause: '' },
          check: { kind: 'phrase', lookFor: ['own.list_1'], firstTurns: 1 },
        },
        {
          ...{ id: 'own.asked', title: { zh: '', en: '' }, weight: 1, clause: '' },
          appliesWhen: [
            { kind: 'heard', query: { lookFor: ['own.list_1'], speaker: 'customer' }, otherwise: { zh: '', en: '' } },
          ],
          check: { kind: 'human', ask: { zh: '', en: '' } },
        },
      ],
    },
  ],
});

const read = prepareReader({ lexicons: loadLexicons(), profile: PROFILE });
const tryOn = (draft: ChecklistDraftDefinition, calls: string[][], spans: SensitiveSpan[] | null = []) => {
  const words = calls.map((lines) => Buffer.from(JSON.stringify(buildTranscript(lines))));
  const task = { draft, list: 'own.list_1', profile: PROFILE, profileHash: '1' };
  return prepareTrials()(
    { ...task, calls: words.map((one) => ({ words: one, spans: spans && JSON.stringify(spans) })) },
    read,
  );
};
const tried = (...of: Parameters<typeof tryOn>): readonly TriedCall[] => {
  const answer = tryOn(...of);
  if (answer.kind !== 'tried') throw new Error(answer.what.en);
  return answer.calls;
};

describe('a phrase list on drawn calls', () => {
  it('tells which lines were heard, and where an item listens for them', () => {
    const phrases = list({ zh: ['', '退(款|货)', '七天无理由'], en: ['money back'] });
    const calls = tried(draftOf([phrases]), [
      ['A: 您好，退款已经办好了。', 'C: 好的。'],
      ['A: 您好。', 'C: 我要退货，退款也行。'],
      ['A: Good morning.', 'C: I want my money back.'],
      ['A: 您好。', 'C: 查一下物流。'],
    ]);
    const places = calls.map(({ language, matches, lines, itemIds }) => [
      language,
      matches,
      lines.map(({ line, heard: { turn, fromChar, toChar } }) => [line, turn, fromChar, toChar]),
      itemIds,
    ]);
    expect(places).toEqual([
      ['zh', true, [[1, 0, 3, 5]], ['own.opening']],
      ['zh', true, [[1, 1, 2, 4]], ['own.asked']],
      ['en', true, [[0, 1, 10, 20]], ['own.asked']],
      ['zh', false, [], []],
    ]);
  });

  it('cannot be used to guess what is hidden', () => {
    const phrases = list({ zh: ['六二二八', '卡号'] });
    const call = ['C: 我的卡号是六二二八，谢谢。'];
    const span = { turn: 0, fromChar: 5, toChar: 9, kind: 'bank_card' } as SensitiveSpan;
    expect(tried(draftOf([phrases]), [call])[0]!.lines.map(({ line }) => line)).toEqual([0, 1]);
    expect(tried(draftOf([phrases]), [call], [span])[0]!.lines.map(({ line }) => line)).toEqual([1]);
  });

  it('is refused in words where a line of it cannot be read, and not where one of another list cannot', () => {
    expect(tryOn(draftOf([list({ zh: ['退(款'] })]), [])).toMatchObject({
      kind: 'unreadable',
      what: { zh: expect.stringContaining('退(款') },
    });
    expect(tryOn(draftOf([list({ zh: [' '] })]), [])).toMatchObject({ kind: 'unreadable' });
    const beside = [list({ zh: ['退款'] }), list({ name: 'own.list_2', zh: ['退(款'] })];
    expect(tried(draftOf(beside), [['A: 退款。', 'C: 好。']])[0]!.matches).toBe(true);
  });
});
