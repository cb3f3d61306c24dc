import { describe, expect, it } from '@jest/globals';
import { barsOf, inOrderOfTime, percentOf, rulerMarks, saidChars, speakerAt, spoken, turnAt } from './axis.rules.js';
import type { Turn } from '#contracts';

describe('the time axis', () => {
  it('counts in steps that people use, with room for each mark', () => {
    expect(rulerMarks(173_000, 1188)).toEqual(
      [0, 15, 30, 45, 60, 75, 90, 105, 120, 135, 150, 165].map((s) => s * 1000),
    );
    expect(rulerMarks(173_000, 300)).toEqual([0, 60_000, 120_000]);
  });
  it('keeps the loudest moment of each bar', () => {
    expect(barsOf([0, 10, 5, 0, 20, 0], 3, 20)).toEqual([0.5, 0.25, 1]);
    expect(barsOf([3, 4], 4, 4)).toHaveLength(4);
    expect(barsOf([0, 0], 2, 0)).toEqual([0, 0]);
  });
  it('stays inside the axis', () => {
    expect([percentOf(50, 200), percentOf(900, 200), percentOf(-5, 200)]).toEqual(['25%', '100%', '0%']);
  });
});

const turn = (index: number, fromMs: number, toMs: number, over: Partial<Turn> = {}): Turn => ({
  index,
  speaker: index % 2 === 0 ? 'agent' : 'customer',
  fromMs,
  toMs,
  text: 'call you back',
  words: [],
  ...over,
});
const turns = [turn(0, 1000, 3000), turn(1, 4000, 5000), turn(2, 4500, 9000)];

describe('the turn at a time', () => {
  it('is the last one that began', () => {
    expect([0, 1000, 3500, 4600, 99_000].map((ms) => turnAt(turns, ms))).toEqual([null, 0, 0, 2, 2]);
    expect(turnAt([], 5)).toBeNull();
  });
  it('has a speaker only while it sounds', () => {
    expect([2000, 3500, 4200].map((ms) => speakerAt(turns, ms))).toEqual(['agent', null, 'customer']);
  });
  it('is said word by word where words have times', () => {
    const word = (text: string, fromMs: number, fromChar: number) => ({
      text,
      fromMs,
      toMs: fromMs + 400,
      fromChar,
      toChar: fromChar + text.length,
      confidence: null,
    });
    const worded = turn(0, 1000, 3000, { words: [word('call', 1000, 0), word('you', 1600, 5), word('back', 2200, 9)] });
    expect([900, 1200, 1700, 2999, 3000].map((ms) => saidChars(worded, ms))).toEqual([0, 4, 8, 13, 13]);
  });
  it('is said evenly where they have none', () => {
    expect(saidChars(turn(0, 1000, 3000), 2000)).toBe(7);
  });
  it('counts towards its speaker', () => {
    expect(spoken(turns)).toEqual({ agent: 6500, customer: 1000, unknown: 0 });
  });
});

it('puts a pause, which is known by its place in the sound, between what is known by the clock', () => {
  const [ring, announced, answer, end] = ['20', '26', '28', '58'].map((s) => ({
    at: `2026-12-01T06:57:${s}Z`,
    audioMs: null,
  }));
  const pause = { at: null, audioMs: 13_000 };
  const events = [announced!, ring!, answer!, end!, pause];
  expect(inOrderOfTime(events, '2026-12-01T06:57:28Z')).toEqual([ring, announced, answer, pause, end]);
  expect(inOrderOfTime(events, null).at(-1)).toBe(pause);
});
