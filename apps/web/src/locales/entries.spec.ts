import { describe, expect, it } from '@jest/globals';
import { EVENT_NAMES, eventRowOf } from '#contracts';
import { HOW } from '../format/entry-words.js';
import { THINGS } from './things.fixture.js';

const NAMED = ['who', 'whom', 'ref'];
const rows = EVENT_NAMES.map((event) => ({ event, ...eventRowOf(event)! }));

describe('entries of the journal', () => {
  it('have a sentence each, and a last one that is always said', () => {
    expect(rows.length).toBeGreaterThan(100);
    const silent = rows.filter(
      ({ says }) => says.length === 0 || says.at(-1)?.when || says.some(({ zh, en }) => !zh || !en),
    );
    expect(silent.map(({ event }) => event)).toEqual([]);
    const unreached = rows.filter(({ says }) => says.slice(0, -1).some(({ when }) => !when));
    expect(unreached.map(({ event }) => event)).toEqual([]);
  });

  it('fill in the same details of the event in both languages, and never count one thing as several', () => {
    const filledIn = (sentence: string) => [...sentence.matchAll(/\{\{(.*?)\}\}/g)].map(([, name = '']) => name).sort();
    for (const { event, says, details } of rows)
      for (const { zh, en } of says) {
        expect([event, filledIn(zh)]).toEqual([event, filledIn(en)]);
        expect(en).not.toMatch(THINGS);
        const names = filledIn(en).map((one) => one.split('|'));
        const wrong = names.filter(
          ([name = '', how]) => !NAMED.includes(name) && (!(name in details.shape) || (how && !(how in HOW))),
        );
        expect([event, wrong]).toEqual([event, []]);
      }
  });
});
