import { MaskedSpans, pressedFor } from './telephone-events.rules.js';

const event = (key: number, duration: number) => Buffer.from([key, 0x0a, duration >> 8, duration & 255]);

describe('keypad digits', () => {
  it('are known by how long they are pressed', () => {
    expect(pressedFor(event(5, 800))).toBe(800);
    expect(pressedFor(event(11, 160))).toBe(160);
  });

  it.each([
    ['a tone that is no key', event(70, 800)],
    ['a payload cut short', event(5, 800).subarray(0, 3)],
  ])('do not include %s', (_name, payload) => expect(pressedFor(payload)).toBeNull());

  it('mask what lies around them, and become one where they touch', () => {
    const spans = new MaskedSpans();
    expect(spans.press(1000, 1020)).toEqual({ fromMs: 880, toMs: 1200 });
    expect(spans.press(1000, 1100)).toEqual({ fromMs: 880, toMs: 1280 });
    expect(spans.press(3000, 3100)).toEqual({ fromMs: 2880, toMs: 3280 });
    expect(spans.covers(860, 880)).toBe(false);
    expect(spans.covers(870, 890)).toBe(true);
    expect(spans.covers(1270, 1290)).toBe(true);
    expect(spans.covers(1280, 1300)).toBe(false);
  });
});
