import { describe, expect, it } from '@jest/globals';
import type { WaitingRow } from '#contracts';
import { byCard } from './by-card.rules.js';

const row = (waitingId: string, legId: string, reason: WaitingRow['reason'], checklist = 'standard'): WaitingRow =>
  ({ waitingId, legId, reason, checklist: { id: checklist } }) as WaitingRow;

describe('what waits, card by card', () => {
  it('is one entry for a leg and checklist, with each reason once, the longest waiting first', () => {
    const cards = byCard([
      row('1', 'a', 'speakers_unknown'),
      row('2', 'b', 'ambiguous'),
      row('3', 'a', 'ambiguous'),
      row('4', 'a', 'speakers_unknown'),
      row('5', 'a', 'ambiguous', 'complaint'),
    ]);
    const said = cards.map(({ first, reasons }) => [
      first.waitingId,
      reasons.map(({ reason, items }) => [reason, items.map(({ waitingId }) => waitingId).join()]),
    ]);
    expect(said).toEqual([
      [
        '1',
        [
          ['speakers_unknown', '1,4'],
          ['ambiguous', '3'],
        ],
      ],
      ['2', [['ambiguous', '2']]],
      ['5', [['ambiguous', '5']]],
    ]);
  });

  it('is nothing where nothing waits', () => {
    expect(byCard([])).toEqual([]);
  });
});
