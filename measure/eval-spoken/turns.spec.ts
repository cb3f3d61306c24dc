import { callMeasures, SpeechMeter } from '#recordings';
import { agreement, measuresAgree, relay, trimmed, truthOf } from './relay.rules.js';
import { measureTurns, medianOf, type Spoken } from './turns.rules.js';

const at = (speaker: 'agent' | 'customer', fromMs: number, toMs: number): Spoken => ({ speaker, fromMs, toMs });
const SAID = [
  at('customer', 0, 900),
  at('agent', 1_000, 4_000),
  at('customer', 4_500, 5_000),
  at('agent', 5_200, 9_000),
];

describe('turns that were heard', () => {
  it('are as they were said when they are cut into more pieces', () => {
    const pieces = [at('customer', 100, 900), at('agent', 1_200, 2_000), at('agent', 2_100, 4_000), ...SAID.slice(2)];
    expect(measureTurns(SAID, pieces)).toEqual({ turns: 4, kept: 4, startErrorsMs: [100, 200, 0, 0] });
  });

  it('lose what was not heard between two turns of the other, and count what was never said', () => {
    const { turns, kept } = measureTurns(SAID, [SAID[0] as Spoken, at('agent', 1_000, 9_000)]);
    expect([turns, kept]).toEqual([4, 2]);
    expect(measureTurns(SAID.slice(0, 2), SAID).kept).toBe(0);
    expect(measureTurns(SAID, [])).toEqual({ turns: 4, kept: 0, startErrorsMs: [] });
  });

  it('have a median', () => {
    expect([medianOf([3, 1, 2]), medianOf([4, 1, 2, 3]), medianOf([])]).toEqual([2, 2.5, NaN]);
  });
});

describe('turns that are laid again', () => {
  const RATE = 8_000;
  /** A voice for so long, with a pause in the middle of its length. */
  const voice = (ms: number, pauseMs = 0): Int16Array =>
    Int16Array.from({ length: ms * 8 }, (_, at) =>
      Math.abs(at / 8 - ms / 2) < pauseMs / 2 ? 0 : Math.round(8_000 * Math.sin(at * 0.35)),
    );

  it('are where they are said to be, with overlaps and long pauses, and the measures find them', () => {
    const turns = [6_000, 5_000, 3_000, 4_000].map((ms, at) => {
      const samples = trimmed(new Int16Array([...Array(800).fill(0), ...voice(ms), ...Array(900).fill(0)]), RATE);
      return { speaker: at % 2 ? ('agent' as const) : ('customer' as const), samples };
    });
    const { samples, placed } = relay(turns, RATE);
    expect(placed.map(({ fromMs, toMs }) => [fromMs, toMs])).toEqual([
      [1_300, 7_300],
      [5_300, 10_300],
      [10_600, 13_600],
      [18_600, 22_600],
    ]);
    expect(truthOf(placed)).toEqual({
      interruptions: { agent: [{ fromMs: 5_300, toMs: 7_300 }], customer: [] },
      silences: [{ fromMs: 13_600, toMs: 18_600 }],
    });
    const meter = new SpeechMeter(2, RATE);
    meter.add(samples);
    const heard = { speech: meter.finish(), durationMs: samples.length / 16, agentChannel: 'right' as const };
    const measures = callMeasures({ ...heard, soundChecks: null, holdSpans: [], spoken: null });
    const { interruptions, silences } = measuresAgree(placed, measures);
    expect([...interruptions, ...silences].map(({ both, missed, invented }) => [both, missed, invented])).toEqual([
      [1, 0, 0],
      [0, 0, 0],
      [1, 0, 0],
    ]);
  });

  it('count no interruption where two voices are hardly heard at once', () => {
    const [one, other] = [voice(4_000), voice(4_000, 3_500)];
    const turns = [
      { speaker: 'customer' as const, samples: one },
      { speaker: 'agent' as const, samples: other },
    ];
    expect(truthOf(relay(turns, RATE).placed).interruptions.agent).toEqual([]);
  });

  it('agree where each is found once', () => {
    const [first, second] = [
      { fromMs: 0, toMs: 1_000 },
      { fromMs: 5_000, toMs: 6_000 },
    ];
    const found = [
      { fromMs: 100, toMs: 1_050 },
      { fromMs: 200, toMs: 300 },
    ];
    expect(agreement([first, second], found)).toEqual({ both: 1, missed: 1, invented: 1, offMs: [100, 50] });
  });
});
