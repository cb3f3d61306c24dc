import { type Span } from '#contracts';
import {
  addCrosstalk,
  addNoise,
  addSound,
  interleaved,
  measured,
  scene,
  type Shape,
  worstBoundary,
} from './scene.fixture.js';
import { SPEECH_DETECTOR, SpeechMeter } from './speech-meter.rules.js';

/** What the issue asks of boundaries. */
const WITHIN_MS = 50;
const span = (fromMs: number, toMs: number): Span => ({ fromMs, toMs });
const AGENT = [span(400, 2_600), span(7_005, 9_333), span(15_000, 15_300), span(20_120, 27_480)];
const CUSTOMER = [span(3_100, 6_500), span(10_050, 14_400), span(16_000, 19_700), span(28_015, 29_200)];

function dialogue(sampleRate: number, levels: { agent: number; customer: number; noise: number }, shape: Shape) {
  const sound = scene(sampleRate, 32);
  for (const one of AGENT) addSound(sound, 0, one, levels.agent, shape);
  for (const one of CUSTOMER) addSound(sound, 1, one, levels.customer, shape);
  for (const channel of [0, 1]) addNoise(sound, channel, levels.noise);
  return sound;
}

describe('speech on two channels', () => {
  const LEVELS = [
    { agent: -20, customer: -20, noise: -70 },
    { agent: -14, customer: -32, noise: -55 },
    { agent: -34, customer: -20, noise: -52 },
    { agent: -18, customer: -20, noise: -36 },
  ];
  const SHAPES = ['tone', 'noise', 'syllables'] as const;
  const cases = [
    ...LEVELS.flatMap((levels) => SHAPES.map((shape) => ({ rate: 8_000, ...levels, shape }))),
    ...SHAPES.map((shape, i) => ({ rate: 16_000, ...LEVELS[i + 1]!, shape })),
  ];

  it.each(cases)('begins and ends where it does: $rate Hz, $shape at $agent and $customer over $noise dB', (one) => {
    const [agent, customer] = measured(dialogue(one.rate, one, one.shape));
    expect(worstBoundary(agent!, AGENT)).toBeLessThanOrEqual(WITHIN_MS);
    expect(worstBoundary(customer!, CUSTOMER)).toBeLessThanOrEqual(WITHIN_MS);
  });

  it.each([11_025, 44_100])('keeps time at %i Hz', (rate) => {
    const [agent] = measured(dialogue(rate, LEVELS[0]!, 'noise'));
    expect(worstBoundary(agent!, AGENT)).toBeLessThanOrEqual(WITHIN_MS);
  });

  it('hears both where both speak, and who is quieter too', () => {
    const sound = scene(8_000, 20);
    const [one, other] = [
      [span(1_000, 4_000), span(8_000, 14_000)],
      [span(5_000, 7_000), span(10_000, 12_500)],
    ];
    for (const each of one) addSound(sound, 0, each, -16);
    for (const each of other) addSound(sound, 1, each, -34);
    for (const channel of [0, 1]) addNoise(sound, channel, -60);
    const [left, right] = measured(sound);
    expect(worstBoundary(left!, one)).toBeLessThanOrEqual(WITHIN_MS);
    expect(worstBoundary(right!, other)).toBeLessThanOrEqual(WITHIN_MS);
  });

  it.each([
    [-20, 0],
    [-26, 5],
    [-32, 20],
  ])('takes crosstalk from the other channel for no speech: %i dB, %i ms later', (db, delayMs) => {
    const sound = dialogue(8_000, { agent: -16, customer: -20, noise: -65 }, 'syllables');
    addCrosstalk(sound, 0, db, delayMs);
    addCrosstalk(sound, 1, db, delayMs);
    const [agent, customer] = measured(sound);
    expect(worstBoundary(agent!, AGENT)).toBeLessThanOrEqual(WITHIN_MS);
    expect(worstBoundary(customer!, CUSTOMER)).toBeLessThanOrEqual(WITHIN_MS);
  });
});

describe('noise', () => {
  it('is no speech, loud or soft, steady or suddenly louder', () => {
    for (const db of [-80, -50, -35]) {
      const sound = scene(8_000, 30, 1);
      addNoise(sound, 0, db);
      expect(measured(sound)).toEqual([[]]);
    }
  });

  it('is followed when it changes', () => {
    const sound = scene(8_000, 60, 1);
    addSound(sound, 0, span(10_000, 12_000), -22);
    addSound(sound, 0, span(50_000, 53_000), -22);
    addNoise(sound, 0, -66);
    const louder = scene(8_000, 60, 1);
    addNoise(louder, 0, -44, 99);
    for (let at = 30 * 8_000; at < 60 * 8_000; at += 1) sound.channels[0]![at]! += louder.channels[0]![at]!;
    const [found] = measured(sound);
    const words = found!.filter(({ fromMs }) => fromMs < 25_000 || fromMs > 45_000);
    expect(worstBoundary(words, [span(10_000, 12_000), span(50_000, 53_000)])).toBeLessThanOrEqual(WITHIN_MS);
  });

  it('does not include clicks, and includes no more of a breath than a breath', () => {
    const sound = scene(8_000, 12, 1);
    addNoise(sound, 0, -65);
    for (const at of [1_000, 3_000, 5_000]) addSound(sound, 0, span(at, at + 15), -10, 'noise');
    addSound(sound, 0, span(7_000, 8_000), -20, 'noise');
    addSound(sound, 0, span(8_200, 9_000), -20, 'noise');
    addSound(sound, 0, span(9_400, 10_000), -20, 'noise');
    expect(worstBoundary(measured(sound)[0]!, [span(7_000, 9_000), span(9_400, 10_000)])).toBeLessThanOrEqual(
      WITHIN_MS,
    );
  });
});

describe('the meter', () => {
  const sound = () => dialogue(8_000, { agent: -18, customer: -24, noise: -50 }, 'syllables');

  it('finds the same however the sound is pieced', () => {
    const whole = measured(sound(), 32 * 8_000);
    for (const piece of [79, 10_000]) expect(measured(sound(), piece)).toEqual(whole);
  });

  it('remembers what it found, and of the sound no more for eleven minutes than for one', () => {
    const meter = new SpeechMeter(2, 8_000);
    const size = () =>
      JSON.stringify(meter, (_, value: unknown) => (ArrayBuffer.isView(value) ? value.byteLength : value)).length;
    meter.add(interleaved(sound()));
    const quiet = new Int16Array(2 * 60 * 8_000);
    meter.add(quiet);
    const after = size();
    for (let minute = 0; minute < 10; minute += 1) meter.add(quiet);
    expect(size() - after).toBeLessThan(20);
    expect(meter.finish().channels.map((flat) => flat.length)).toEqual([AGENT.length * 2, CUSTOMER.length * 2]);
  });

  it('names itself, and knows nothing of an empty recording', () => {
    expect(new SpeechMeter(2, 8_000).finish()).toEqual({ detector: SPEECH_DETECTOR, channels: [[], []] });
  });
});
