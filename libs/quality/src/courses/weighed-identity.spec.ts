import { NEUTRAL_PROFILE, NO_FACTS, writtenTranscript } from '../call/written-dialogue.rules.js';
import { loadChecklist } from '../checklists/load-checklist.js';
import { loadLexicons } from '../lexicons/load-lexicons.js';
import { prepareScorer } from '../scoring/score.rules.js';
import { type Act } from '../acts/acts.js';

/** What the whole call weighs against what was asked and given: each line is a sentence, with its acts. */

type Said = readonly ['agent' | 'customer', string, Partial<Record<Act, number>>?];

const scorer = prepareScorer({
  ...loadChecklist('standard-inbound'),
  lexicons: loadLexicons(),
  profile: NEUTRAL_PROFILE,
});

function outcome(said: readonly Said[]): string {
  const transcript = writtenTranscript({
    language: 'zh',
    turns: said.map(([speaker, text]) => ({ speaker, text })),
  });
  const sentences = said.map(([, text, acts = {}], turn) => ({ turn, fromChar: 0, toChar: text.length, acts }));
  const acts = { engine: 'spec', hash: 'h', sentences };
  const { items } = scorer({ transcript, transcriptVersion: 1, facts: NO_FACTS, acts });
  return items.find(({ itemId }) => itemId === 'conduct.identity_before_disclosure')!.outcome;
}

const OPENING: readonly Said[] = [
  ['agent', '您好，北屏电信，我是小孟，请讲。'],
  ['customer', '我这个月的账单怎么多了这么多？', { trouble: 12 }],
];
const ASKED: Said = ['agent', '怎么称呼您？', { asks_identity: 15 }];
const ANSWER: Said = ['customer', '姓骆。', { gives_identity: 10 }];
const TOLD: Said = ['agent', '这期一共四千二，多的是漫游。', { tells_account: 15 }];

describe('who calls', () => {
  it('was not checked where the agent tells the numbers that were to be asked for', () => {
    const given: Said = ['customer', '姓骆，桃园路 18 号。', { gives_identity: 10 }];
    const own: Said = ['agent', '手机7726收尾那个，证件0419，是您吧。', { tells_account: 9 }];
    const confirmed: Said = ['customer', '对，是我的。', { confirms: 14 }];
    const rest: Said[] = [TOLD, confirmed, TOLD];
    expect(outcome([...OPENING, ASKED, given, ...rest])).toBe('insufficient');
    expect(outcome([...OPENING, ASKED, given, own, confirmed, ...rest])).toBe('not_met');
  });

  it('was plainly not asked where one fact is all, and much is told', () => {
    expect(outcome([...OPENING, ASKED, ANSWER, TOLD, ['customer', '哦。'], TOLD])).toBe('not_met');
  });

  it('is a question where it was asked only after it was told', () => {
    const own: Said = ['agent', '手机7726收尾那个，证件0419，是您吧。', { tells_account: 9, asks_identity: 8 }];
    const confirmed: Said = ['customer', '对，是我的。', { confirms: 14 }];
    const told = Array.from({ length: 4 }, (): Said[] => [TOLD, ['customer', '哦。']]).flat();
    expect(outcome([...OPENING, ...told, own, confirmed])).toBe('insufficient');
  });

  it('is no question where much was given beside the one thing that was asked', () => {
    const asked: Said = ['agent', '户号给我。', { asks_identity: 8 }];
    const facts: Said[] = [
      ['customer', '户号 40017723。', { gives_identity: 12 }],
      ['agent', '嗯。'],
      ['customer', '地址是桃园路 18 号 402。', { gives_identity: 12 }],
      ['agent', '嗯。'],
      ['customer', '生日 1961 年 4 月 2 日。', { gives_identity: 12 }],
    ];
    expect(outcome([...OPENING, asked, ...facts, TOLD])).toBe('not_applicable');
  });
});
