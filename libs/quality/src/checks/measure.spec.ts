import { type Transcript, type Turn } from '#contracts';
import { scoreCall } from '../scoring/call.fixture.js';

const LINES = [
  'A: hello green grain bank how may i help you',
  'C: i have been trying to reach you because the card that you sent me',
  'A: please tell me your card number',
  'C: does not work at all',
];

/** The customer speaks from 4 s to `customerTo`; the agent comes in at `agentFrom`. */
function judge(
  agentFrom: number,
  customerTo: number,
  rest: Partial<Transcript> = {},
  agentText?: string,
  change = (turn: Turn): Turn => turn,
) {
  const times: [number, number][] = [
    [0, 3000],
    [4000, customerTo],
    [agentFrom, agentFrom + 2500],
    [20_000, 22_000],
  ];
  const lines = agentText === undefined ? LINES : LINES.with(2, `A: ${agentText}`);
  const turns = lines.map((line, index): Turn => {
    const [fromMs, toMs] = times[index]!;
    const speaker = line.startsWith('A') ? 'agent' : 'customer';
    return change({ index, speaker, text: line.slice(3), fromMs, toMs, words: [] });
  });
  const item = scoreCall(lines, {}, { turns, ...rest }).items.find(
    (one) => one.itemId === 'listening.no_interruption',
  )!;
  return { ...item, outcome: item.reason ? `insufficient(${item.reason})` : item.outcome };
}

describe('listening.no_interruption', () => {
  it('finds the agent starting while the customer has been speaking', () => {
    const item = judge(6000, 9000);
    expect(item.outcome).toBe('not_met');
    expect(item.evidence).toEqual([expect.objectContaining({ kind: 'words', turn: 2, fromMs: 6000, toMs: 8500 })]);
    expect(item.explanation.en).toContain('at 0:06');
  });

  it('lets short overlaps, early overlaps and back-channels pass', () => {
    expect(judge(8500, 9000).outcome).toBe('met');
    expect(judge(4500, 9000).outcome).toBe('met');
    expect(judge(6000, 9000, {}, 'mm right').outcome).toBe('met');
    expect(judge(9500, 9000).outcome).toBe('met');
  });

  it('goes by the words: a customer who paused was not interrupted', () => {
    const said = (fromMs: number, toMs: number) => ({
      text: 'x',
      fromMs,
      toMs,
      fromChar: 0,
      toChar: 1,
      confidence: null,
    });
    const paused = scoreCall(
      LINES,
      {},
      {
        turns: LINES.map((line, index): Turn => {
          const [fromMs, toMs] = [
            [0, 3000],
            [4000, 12_000],
            [7000, 9000],
            [20_000, 22_000],
          ][index] as [number, number];
          const words = index === 1 ? [said(4000, 6000), said(9500, 12_000)] : [];
          return {
            index,
            speaker: line.startsWith('A') ? 'agent' : 'customer',
            text: line.slice(3),
            fromMs,
            toMs,
            words,
          };
        }),
      },
    );
    expect(paused.items.find((one) => one.itemId === 'listening.no_interruption')!.outcome).toBe('met');
  });

  it('does not rest on a guess: where only stretches were timed, the agent is not accused', () => {
    const guessed = (turn: Turn): Turn => {
      const word = { text: 'x', fromMs: turn.fromMs, toMs: turn.toMs, fromChar: 0, toChar: 1, confidence: null };
      return { ...turn, words: [{ ...word, estimated: true as const }] };
    };
    const judged = judge(6000, 9000, {}, undefined, guessed);
    expect(judged.outcome).toBe('insufficient(no_fact)');
    expect(judged.explanation.en).toContain('guesses');
    expect(judged.evidence).toEqual([expect.objectContaining({ kind: 'words', turn: 2 })]);
    expect(judge(9500, 9000, {}, undefined, guessed).outcome).toBe('met');
  });

  it('abstains without real times or without a channel for each speaker', () => {
    expect(judge(6000, 9000, { durationMs: 0 }).outcome).toBe('insufficient(no_fact)');
    expect(judge(6000, 9000, { channels: 1 }).outcome).toBe('insufficient(no_fact)');
  });
});
