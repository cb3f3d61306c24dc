import { expect, it, describe } from '@jest/globals';
import type { Transcript, Turn } from '#contracts';
import { asked, namedBy, whyAsked, addHeard, heardMs, soundedThrough, joinRepeated } from './speakers.rules.js';

const turn = (index: number, label: string | undefined, text: string): Turn => ({
  ...{ index, speaker: 'unknown', fromMs: index * 1000, toMs: index * 1000 + 900, text, words: [] },
  ...(label !== undefined && { label }),
});

it('asks about each speaker once, by the longest of what they said first', () => {
  const turns = [
    turn(0, 'S1', 'Good morning.'),
    turn(1, 'S0', 'Hi.'),
    turn(2, 'S1', 'Yes.'),
    turn(3, 'S1', 'How can I help you today?'),
    turn(4, undefined, 'Noise'),
    turn(5, 'S1', 'Could you tell me your name?'),
  ];
  const speakers = asked(turns, [null, 'customer']);
  expect(speakers.map(({ label, role }) => [label, role])).toEqual([
    ['S1', null],
    ['S0', 'customer'],
  ]);
  expect(speakers[0]?.said.map(({ index }) => index)).toEqual([0, 3, 5]);
});

it('proposes the other channel where the one that was said is in doubt', () => {
  const speakers = asked([turn(0, 'left', 'How can I help?'), turn(1, 'right', 'Hi.')], [null, null], 'right');
  expect(speakers.map(({ label, role }) => [label, role])).toEqual([
    ['left', 'agent'],
    ['right', 'customer'],
  ]);
});

it('knows why it asks, and by whom it is known', () => {
  const words = (rest: Partial<Transcript>, name = 'faster-whisper'): Transcript => ({
    ...{ format: 'shouwen.transcript/1', language: 'en', engine: { name, version: '1', model: '' } },
    ...{ durationMs: 0, channels: 1, turns: [], unreliable: [], ...rest },
  });
  expect(whyAsked(words({}, 'provided'))).toBe('tool');
  expect(whyAsked(words({ voices: 'told_apart' }))).toBe('voices');
  expect(whyAsked(words({ doubted: 'left', channels: 2 }))).toBe('doubted');
  expect(whyAsked(words({ channels: 2 }))).toBe('channels');
  expect(namedBy(words({ voices: 'told_apart' }))).toBe('voices');
  expect(namedBy(words({ voices: 'told_apart', named: 'person' }))).toBe('person');
  expect(namedBy(words({}, 'provided'))).toBe('sent');
});

describe('what was heard', () => {
  it('grows while playing and keeps stretches apart after a jump', () => {
    const first = addHeard(addHeard([], 0, 250), 250, 500);
    expect(first).toEqual([[0, 500]]);
    expect(heardMs(addHeard(first, 9000, 9200))).toBe(700);
    expect(addHeard(first, 9000, 9200)).toEqual([
      [0, 500],
      [9000, 9200],
    ]);
  });
  it('tells what was heard twice only once, and closes gaps that were filled', () => {
    expect(
      addHeard(
        [
          [0, 500],
          [800, 900],
        ],
        400,
        800,
      ),
    ).toEqual([[0, 900]]);
  });
  it('leaves out what has no length, and never starts below zero', () => {
    expect(addHeard([], 500, 500)).toEqual([]);
    expect(addHeard([], -20.5, 10.2)).toEqual([[0, 11]]);
  });
  it('does not take a jump for listening', () => {
    expect(soundedThrough(1000, 1250, 1)).toBe(true);
    expect(soundedThrough(1000, 4000, 1)).toBe(false);
    expect(soundedThrough(1000, 3900, 2)).toBe(true);
    expect(soundedThrough(4000, 1000, 1)).toBe(false);
  });
});

describe('lines that repeat', () => {
  it('are joined only where they follow one another', () => {
    expect(joinRepeated(['a', 'a', 'b', 'a'], (a, b) => a === b)).toEqual([
      { first: 'a', times: 2 },
      { first: 'b', times: 1 },
      { first: 'a', times: 1 },
    ]);
    expect(joinRepeated([], () => true)).toEqual([]);
  });
});
