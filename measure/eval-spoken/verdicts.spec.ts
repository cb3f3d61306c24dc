import { type Transcript } from '#contracts';
import { writtenTranscript } from '#quality';
import { type Labelled } from '../eval/labelled.js';
import { judgeBothWays } from './verdicts.js';
import { survivalOf, survivalTable } from './verdicts.rules.js';

const greeted: Labelled = {
  id: 'greeted',
  language: 'zh',
  turns: [
    { speaker: 'agent', text: '您好，请问有什么可以帮您？' },
    { speaker: 'customer', text: '我想查一下余额。' },
    { speaker: 'agent', text: '您的余额是三百元。请问还有什么可以帮您的吗？' },
    { speaker: 'customer', text: '没有了。' },
    { speaker: 'agent', text: '感谢您的来电，再见。' },
  ],
  labels: {
    greeting: { value: 'met', evidence: [0], components: { a: true, d: true } },
    further_help: { value: 'met', evidence: [2] },
    closing: { value: 'met', evidence: [4] },
  },
};
const heardAs = (change: (text: string) => string): Map<string, Transcript> =>
  new Map([
    [
      'greeted',
      writtenTranscript({ ...greeted, turns: greeted.turns.map((turn) => ({ ...turn, text: change(turn.text) })) }),
    ],
  ]);

describe('judgement, after hearing', () => {
  it('is the same on the same words', () => {
    const { all } = survivalOf(
      judgeBothWays(
        [greeted],
        heardAs((text) => text),
      ),
    );
    expect(all).toMatchObject({ newlyAccused: 0, differ: 0, kappa: [expect.any(Number), all.kappa[0]] });
    // Neither company nor name is in the greeting, as its label says.
    expect(all.accusations).toEqual([
      { made: 2, right: 2 },
      { made: 2, right: 2 },
    ]);
  });

  it('counts who is accused because a word was misheard', () => {
    const dialogues = judgeBothWays(
      [greeted],
      heardAs((text) => text.replace('请问还有什么可以帮您的吗', '天气很好')),
    );
    const { items, all } = survivalOf(dialogues);
    expect(items.find(({ name }) => name === 'further_help')).toMatchObject({
      ...{ newlyAccused: 1, differ: 1 },
      accusations: [
        { made: 0, right: 0 },
        { made: 1, right: 0 },
      ],
    });
    expect(all.newlyAccused).toBe(1);
    expect(survivalTable(dialogues).at(-1)).toContain('1 accused on heard words only (aim 0: missed)');
  });

  it('leaves out what was not heard', () => {
    expect(judgeBothWays([greeted], new Map())).toEqual([]);
  });
});
