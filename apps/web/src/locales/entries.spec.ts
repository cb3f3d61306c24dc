import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EVENT_NAMES } from '#contracts';
import { entries as en } from './en/entries.js';
import { entries as zh } from './zh/entries.js';

describe('entries of the journal', () => {
  it('have a sentence each, in both languages', () => {
    const ofCalls = readFileSync(join(import.meta.dirname, '../screens/call/facts/use-journal-words.ts'), 'utf8');
    const silent = EVENT_NAMES.filter((event) => !ofCalls.includes(`'${event}':`)).map((event) =>
      event.replace('.', '_'),
    );
    expect(silent.filter((key) => !(key in zh) || !(key in en))).toEqual([]);
  });
});
