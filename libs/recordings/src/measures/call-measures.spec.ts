import { callMeasuresSchema, type SoundFinding } from '#contracts';
import { callMeasures, type MeasuredRecording } from './call-measures.rules.js';
import { countSpoken } from './call-measures.rules.js';
import { overlaps, union, without } from './spans.rules.js';

const measure = (agent: number[], customer: number[], rest: Partial<MeasuredRecording> = {}) => {
  const speech = { detector: 'spec/1', channels: [agent, customer] };
  const plain = { agentChannel: 'left' as const, soundChecks: null, holdSpans: [], spoken: null, durationMs: 60_000 };
  return callMeasuresSchema.parse(callMeasures({ speech, ...plain, ...rest }));
};
const span = (fromMs: number, toMs: number) => ({ fromMs, toMs });

describe('who spoke how much', () => {
  it('shares the speech, not the time', () => {
    const { sides, detector } = measure([0, 6_000, 20_000, 23_000], [10_000, 13_000]);
    expect(sides).toMatchObject({
      agent: { speechMs: 9_000, talkShare: 0.75 },
      customer: { speechMs: 3_000, talkShare: 0.25 },
    });
    expect(detector).toBe('spec/1');
    expect(measure([], []).sides?.agent.talkShare).toBeNull();
  });

  it('knows the agent by the channel', () => {
    expect(measure([0, 9_000], [10_000, 11_000], { agentChannel: 'right' }).sides?.agent.speechMs).toBe(1_000);
  });

  it.each([
    ['mono', { speech: { detector: 'spec/1', channels: [[0, 5_000]] } }],
    ['unassigned', { agentChannel: null }],
    ['same_channels', { soundChecks: { findings: [{ finding: 'same_channels' as SoundFinding, channel: null }] } }],
    ['one_way', { soundChecks: { findings: [{ finding: 'one_way' as SoundFinding, channel: 1 }] } }],
  ])('guesses no sides: %s', (why, rest) => {
    const measures = measure([0, 5_000], [], rest);
    expect(measures).toMatchObject({ sides: null, sidesUnknown: why, talkOver: null });
    expect(measures.longestSilence).toEqual(why === 'one_way' ? null : span(5_000, 60_000));
    expect(measures.silences === null).toBe(why === 'one_way');
  });

  it('tells how fast, once there are words and enough speech', () => {
    const spoken = { unit: 'characters' as const, agent: 66, customer: 10 };
    const { sides } = measure([0, 20_000], [30_000, 34_000], { spoken });
    expect(sides?.agent.rate).toEqual({ perMinute: 198, unit: 'characters' });
    expect(sides?.customer.rate).toBeNull();
  });
});

describe('silence', () => {
  it('lists what is long, and names the longest however short', () => {
    const { silences, longestSilence } = measure([0, 20_000, 22_000, 40_000], [44_000, 60_000]);
    expect(silences).toEqual([span(40_000, 44_000)]);
    expect(longestSilence).toEqual(span(40_000, 44_000));
    expect(measure([0, 30_000], [31_000, 60_000])).toMatchObject({
      silences: [],
      longestSilence: span(30_000, 31_000),
    });
    expect(measure([0, 60_000], [])).toMatchObject({ silences: [], longestSilence: null });
  });

  it('does not count holds, nor what plays in them', () => {
    const holdSpans = [span(20_000, 40_000)];
    const { silences, sides, talkOver } = measure([0, 10_000, 22_000, 30_000], [24_000, 26_000, 44_000, 60_000], {
      holdSpans,
    });
    expect(silences).toEqual([span(10_000, 20_000), span(40_000, 44_000)]);
    expect(sides).toMatchObject({ agent: { speechMs: 10_000 }, customer: { speechMs: 16_000 } });
    expect(talkOver).toEqual({ totalMs: 0, spans: [] });
  });
});

describe('talking at once', () => {
  it('says who began while the other spoke', () => {
    const { talkOver } = measure(
      [0, 5_000, 10_000, 12_000, 20_000, 21_000],
      [4_500, 8_000, 9_000, 10_500, 20_000, 22_000],
    );
    expect(talkOver).toEqual({
      totalMs: 2_000,
      spans: [
        { ...span(4_500, 5_000), startedBy: 'customer' },
        { ...span(10_000, 10_500), startedBy: 'agent' },
        { ...span(20_000, 21_000), startedBy: null },
      ],
    });
  });

  it('lets a hand-over pass', () => {
    expect(measure([0, 5_000], [4_850, 9_000]).talkOver).toEqual({ totalMs: 0, spans: [] });
  });

  it('is an interruption when the other had the floor and both went on', () => {
    const { sides } = measure(
      [5_000, 8_000, 20_500, 23_000, 32_000, 32_600],
      [2_000, 6_000, 20_000, 22_000, 30_000, 36_000],
    );
    expect(sides?.agent.interruptions).toEqual([span(5_000, 6_000)]);
    expect(sides?.customer.interruptions).toEqual([]);
    expect(measure([0, 9_000], [8_000, 8_700]).sides?.customer.interruptions).toEqual([span(8_000, 8_700)]);
    expect(measure([0, 9_000], [999, 8_700]).sides?.customer.interruptions).toEqual([]);
  });

  it('leave the floor to a speaker who takes a breath: the one who came in has interrupted, and not the one who was cut off', () => {
    const came = measure([0, 6_000, 6_600, 9_000], [7_000, 8_500]).sides;
    expect(came?.customer.interruptions).toEqual([span(7_000, 8_500)]);
    const cutOff = measure([0, 5_000, 5_600, 6_500], [4_000, 9_000]).sides;
    expect([cutOff?.agent.interruptions, cutOff?.customer.interruptions]).toEqual([[], [span(4_000, 6_500)]]);
    // A pause that is longer gave the floor away, and breaths do not count as speech.
    expect(measure([0, 6_000, 6_800, 9_000], [7_000, 8_500]).sides?.customer.interruptions).toEqual([]);
    expect(measure([0, 6_000, 6_600, 9_000], [5_700, 6_500]).sides?.customer.interruptions).toEqual([]);
  });
});

describe('spans', () => {
  it('join, are cut out and cut into each other', () => {
    expect(union([span(5, 7), span(0, 2), span(2, 3), span(6, 6.5)])).toEqual([span(0, 3), span(5, 7)]);
    expect(without([span(0, 10), span(12, 20)], [span(0, 1), span(4, 5), span(9, 13), span(19, 30)])).toEqual([
      span(1, 4),
      span(5, 9),
      span(13, 19),
    ]);
    expect(overlaps([span(0, 5), span(6, 9)], [span(4, 7)]).map(({ both }) => both)).toEqual([span(4, 5), span(6, 7)]);
  });
});

describe('what is counted for a rate', () => {
  const say = (text: string, speaker: 'agent' | 'unknown' = 'agent') => ({
    index: 0,
    speaker,
    fromMs: 0,
    toMs: 1,
    text,
    words: [],
  });

  it('is characters in Chinese, with digits one by one, and words in English', () => {
    expect(countSpoken({ language: 'zh', turns: [say('您好，您的 VIP 卡尾号4567。')] })).toEqual({
      unit: 'characters',
      agent: 7 + 1 + 4,
      customer: 0,
    });
    expect(countSpoken({ language: 'en', turns: [say("It's 3 o’clock, isn't it?")] })?.agent).toBe(5);
    expect(countSpoken({ language: 'en', turns: [say('hello', 'unknown')] })).toBeNull();
  });
});
