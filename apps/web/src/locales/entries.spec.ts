import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EVENT_NAMES, eventRowOf } from '#contracts';
import { THINGS } from './things.fixture.js';

describe('entries of the journal', () => {
  it('have a sentence each, in both languages', () => {
    const ofCalls = readFileSync(join(import.meta.dirname, '../screens/call/facts/use-journal-words.ts'), 'utf8');
    const silent = EVENT_NAMES.filter((event) => !ofCalls.includes(`'${event}':`) && !eventRowOf(event)?.says);
    expect(silent).toEqual([]);
  });

  it('are said in one place: by the table of events, or by the screen', () => {
    const ofCalls = readFileSync(join(import.meta.dirname, '../screens/call/facts/use-journal-words.ts'), 'utf8');
    expect(EVENT_NAMES.filter((event) => ofCalls.includes(`'${event}':`) && eventRowOf(event)?.says)).toEqual([]);
  });

  it('fill in the same names in both languages, and never count one thing as several', () => {
    const names = (sentence: string) => [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();
    for (const event of EVENT_NAMES) {
      const { zh, en } = eventRowOf(event)?.says ?? { zh: '', en: '' };
      expect([event, names(zh)]).toEqual([event, names(en)]);
      expect(en).not.toMatch(THINGS);
    }
  });
});
