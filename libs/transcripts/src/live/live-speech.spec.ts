import { DoubleRate } from './double-rate.rules.js';
import { EventQueue } from './event-queue.js';
import { LiveSpeech } from './live-speech.rules.js';

describe('speech of a call that goes on', () => {
  const windowsOf = (likelihoods: number[], decided: number) => {
    const speech = new LiveSpeech();
    speech.add(likelihoods);
    expect(speech.decidedMs).toBe(decided * 32);
    // Slices of 10 ms, of which the first of each window tells.
    const slices = Array.from({ length: Math.ceil(decided * 3.2) }, () => speech.isSpeech());
    return Array.from({ length: decided }, (_, at) => slices[Math.ceil(at * 3.2)]);
  };

  it('is believed once it has lasted for three windows, and then from its beginning', () => {
    expect(windowsOf([0, 90, 90], 1)).toEqual([false]);
    expect(windowsOf([0, 90, 90, 90, 30, 10], 6)).toEqual([false, true, true, true, true, false]);
    expect(windowsOf([90, 90, 0, 0], 4)).toEqual([false, false, false, false]);
  });
});

describe('telephone sound at twice its rate', () => {
  const tone = (hertz: number, rate: number, length: number) =>
    Int16Array.from({ length }, (_, at) => Math.round(10_000 * Math.sin((2 * Math.PI * hertz * at) / rate)));

  it('is the same sound 1 ms later, however it is pieced', () => {
    for (const hertz of [200, 1_000, 3_000]) {
      const [slow, fast] = [tone(hertz, 8_000, 1_600), tone(hertz, 16_000, 3_200)];
      const whole = new DoubleRate().add(slow);
      const off = whole.slice(100, 3_000).map((sample, at) => Math.abs(sample - (fast[at + 100 - 16] ?? 0)));
      expect(Math.max(...off)).toBeLessThan(400);
      const pieces = new DoubleRate();
      const frames = Array.from({ length: 10 }, (_, at) => [...pieces.add(slow.subarray(at * 160, (at + 1) * 160))]);
      expect(frames.flat()).toEqual([...whole]);
    }
    const loud = new DoubleRate().add(new Int16Array(400).fill(-32_768));
    // What swings beyond the loudest sample stays there, in place of turning over.
    expect(Math.max(...loud.slice(64))).toBeLessThan(-32_000);
  });
});

describe('events for one reader', () => {
  it('hold their writer up until they are read, and end with what is there', async () => {
    const queue = new EventQueue<number>(2);
    await queue.add(1);
    let added = false;
    const second = queue.add(2).then(() => (added = true));
    const reader = queue[Symbol.asyncIterator]();
    await Promise.resolve();
    expect(added).toBe(false);
    expect((await reader.next()).value).toBe(1);
    await second;
    queue.end();
    expect([(await reader.next()).value, (await reader.next()).done]).toEqual([2, true]);
  });
});
