import { expect, it } from '@jest/globals';
import type { Turn } from '#contracts';
import { asked } from './speakers.rules.js';

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
