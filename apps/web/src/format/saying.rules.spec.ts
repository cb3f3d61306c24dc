import { describe, expect, it } from '@jest/globals';
import { EVENT_NAMES, eventRowOf } from '#contracts';
import { closedUp, sayingOf } from './saying.rules.js';

const said = (event: string, details: Record<string, unknown>) => {
  const row = eventRowOf(event);
  if (!row) throw new Error(`there is no event ${event}`);
  return sayingOf(row, details, { who: 'Ann', whom: 'Bob', ref: 'X-1' });
};

it.each([
  ['Ann opened calibration , reviewers asked: 2', 'Ann opened calibration, reviewers asked: 2'],
  [
    'The agent is to score this call first (coaching ): its result is withheld',
    'The agent is to score this call first (coaching): its result is withheld',
  ],
  ['Ann opened calibration CA-1, reviewers asked: 2', 'Ann opened calibration CA-1, reviewers asked: 2'],
])('an empty name leaves no gap: %s', (filled, closed) => {
  expect(closedUp(filled)).toBe(closed);
});

describe('what is said of an entry', () => {
  it('is nothing that its details would have to show, once they are erased', () => {
    for (const event of EVENT_NAMES) {
      const sentence = said(event, {})?.sentence;
      const row = eventRowOf(event)!;
      if (!sentence || row.details.safeParse({}).success) continue;
      expect([event, row.says.length, sentence.en.match(/\{\{(?!who|whom|ref)\w+/)]).toEqual([event, 1, null]);
    }
    expect(['consent.decided', 'play.closed', 'recording.restricted'].map((event) => said(event, {}))).toEqual([
      ...[null, null, null],
    ]);
  });

  it('is what its details show', () => {
    const sentence = said('dispute.filed', {})?.sentence;
    expect(sentence?.en).toBe('{{who}} filed dispute {{ref}}');
  });
});
