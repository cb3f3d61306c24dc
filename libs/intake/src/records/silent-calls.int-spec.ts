import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { Clock } from '#platform';
import { recordsProgramme, type RecordsProgramme } from '../../../../test/support/records-programme.js';
import { SilentCalls } from './silent-calls.service.js';
import { TelephonyRecords } from './telephony-records.service.js';

const FOLDER = join(import.meta.dirname, '../../../telephony/src/sources/asterisk/fixtures/twelve-calls');
const HOUR_MS = 3_600_000;
/** The first of the twelve calls was answered, and goes on. */
const MEANWHILE = Date.parse('2026-11-30T12:09:45Z');

let here: RecordsProgramme;
beforeAll(async () => (here = await recordsProgramme()));
afterEach(() => void jest.restoreAllMocks());
afterAll(() => here?.close());

it('a call whose end no record tells is ended once its term is over, at no known time; late records set it right', async () => {
  const of = await here.telephones();
  const records = here.app.get(TelephonyRecords);
  const all = records.read(of, { name: 'Cel.csv', text: readFileSync(join(FOLDER, 'Cel.csv'), 'utf8') })?.records ?? [];
  const now = jest.spyOn(here.app.get(Clock, { strict: false }), 'now');
  const state = () =>
    here.source.query('select stage, ended_at as "endedAt" from call where source = $1 order by started_at limit 1', [
      of.name,
    ]);
  const silent = here.app.get(SilentCalls);
  const goesOn = [{ stage: 'live', endedAt: null }];

  now.mockReturnValue(new Date(MEANWHILE));
  await records.take(
    of,
    all.filter(({ at }) => at !== null && at < MEANWHILE),
  );
  await here.fold();
  expect(await state()).toEqual(goesOn);

  now.mockReturnValue(new Date(MEANWHILE + 11 * HOUR_MS));
  expect(await silent.end()).toBe(0);
  await here.fold();
  expect(await state()).toEqual(goesOn);

  now.mockReturnValue(new Date(MEANWHILE + 12 * HOUR_MS));
  expect(await silent.end()).toBe(1);
  await here.fold();
  expect(await state()).toEqual([{ stage: 'ended', endedAt: null }]);
  expect(await silent.end()).toBe(0);

  await records.take(of, all);
  await here.fold();
  expect(await state()).toEqual([{ stage: 'ended', endedAt: expect.any(Date) }]);
});
