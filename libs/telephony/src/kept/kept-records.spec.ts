import { type EntityManager } from 'typeorm';
import { type TelephonyRecord } from '../records/record.rules.js';
import { KeptRecords } from './kept-records.service.js';
import { type TelephonyKeys } from './telephony-keys.service.js';

const RECORDS = 8_000;
const SOURCE = '0190b5a0-0000-7000-8000-000000000001';

const keys = {
  ofDays: (_: string, days: ReadonlySet<string>) => Promise.resolve(new Map([...days].map((day) => [day, day]))),
  open: () => Promise.resolve(Buffer.alloc(32, 7)),
} as unknown as TelephonyKeys;
const records = [...Array(RECORDS).keys()].map((n): TelephonyRecord => {
  const id = n.toString(16).padStart(32, '0');
  return { id, source: 'asterisk', kind: 'cel', at: 1_796_040_577_000 + n, body: { eventtype: 'CHAN_START' } };
});

/** How often others who share the process have a turn meanwhile: no database is asked here, which would give them some. */
async function turnsOfOthers(work: () => Promise<unknown>): Promise<number> {
  let turns = 0;
  let next = setImmediate(function turn() {
    turns++;
    next = setImmediate(turn);
  });
  await work();
  clearImmediate(next);
  return turns;
}

describe('thousands of records that hang together', () => {
  it('are sealed and opened a hundred at a time', async () => {
    const kept = new KeptRecords(keys);
    let sealed: Awaited<ReturnType<KeptRecords['seal']>>['rows'] = [];
    const toKeep = records.map((record) => ({ record, keys: ['one call'] }));
    const whileSealed = await turnsOfOthers(async () => {
      ({ rows: sealed } = await kept.seal(SOURCE, toKeep, new Date()));
    });
    expect(whileSealed).toBeGreaterThanOrEqual(RECORDS / 100);

    const query = (sql: string) => Promise.resolve(sql.includes('reader') ? [{ reader: 'asterisk' }] : sealed);
    const tx = { query } as unknown as EntityManager;
    let opened: TelephonyRecord[] = [];
    const whileOpened = await turnsOfOthers(async () => {
      opened = await kept.together(tx, SOURCE, [sealed[0]?.id ?? '']);
    });
    expect(whileOpened).toBeGreaterThanOrEqual(RECORDS / 100);
    expect(opened).toEqual(records);
  });
});
