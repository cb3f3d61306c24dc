import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { printed } from '../../fold/printed.rules.js';
import { type TelephonyRecord } from '../../records/record.rules.js';
import { asterisk } from './asterisk.rules.js';

export const FIXTURES = join(import.meta.dirname, 'fixtures/twelve-calls');
export const OPTIONS = { zone: 'UTC', home: 'CN' as const, map: {} };

export const read = (...files: string[]): TelephonyRecord[] =>
  files.flatMap((name) => {
    const found = asterisk.read({ name, text: readFileSync(join(FIXTURES, name), 'utf8') }, OPTIONS);
    if (!found || found.unread.length > 0) throw new Error(`${name} cannot be read`);
    return found.records;
  });

export type Told = Record<string, unknown> & { legs: Record<string, unknown>[] };

export const told = (records: TelephonyRecord[]): Told[] =>
  asterisk.calls(records, OPTIONS).map((call) => printed(call, false) as Told);

const expected = readFileSync(join(FIXTURES, 'expected.jsonl'), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Told);

/** Whether two values mean the same, times to a fraction of a second, or to a second where the record says no more. */
function same(got: unknown, want: unknown, within: number): boolean {
  if (Array.isArray(got) && Array.isArray(want))
    return got.length === want.length && want.every((one, at) => same(got[at], one, within));
  if (typeof got === 'number' && typeof want === 'number') return Math.abs(got - want) <= within;
  const times = [got, want].map((one) =>
    /^\d{4}-\d\d-\d\dT/.test(String(one)) ? Date.parse(String(one)) / 1000 : NaN,
  );
  if (times.every((time) => !Number.isNaN(time))) return Math.abs((times[0] ?? 0) - (times[1] ?? 0)) <= within;
  return String(got).endsWith(String(want)) || JSON.stringify(got) === JSON.stringify(want);
}

export function compared(calls: Told[], within: number): { wrong: string[]; abstained: string[]; matched: number } {
  const [wrong, abstained]: string[][] = [[], []];
  let matched = 0;
  const compare = (where: string, got: Record<string, unknown>, want: Record<string, unknown>) => {
    for (const [field, value] of Object.entries(want)) {
      if (['legs', 'note', 'call', 'kind'].includes(field)) continue;
      // No telephone could tell.
      if (value === null && /^(ringSeconds|holdSpans|endedAt)$/.test(field)) continue;
      const own = got[field] ?? null;
      if (own === null) (value === null ? [] : (abstained as string[])).push(`${where}.${field}`);
      else if (!same(own, value, within)) wrong?.push(`${where}.${field}: ${JSON.stringify(own)}`);
    }
  };
  for (const want of expected) {
    const got = calls.find(({ startedAt }) => same(startedAt, want['startedAt'], 1));
    if (!got) continue;
    matched++;
    compare(String(want['call']), got, want);
    const free = [...got.legs];
    for (const leg of want.legs) {
      const own = free.find(
        ({ kind, extension }) => kind === leg['kind'] && [null, leg['extension']].includes(extension as string),
      );
      if (own) free.splice(free.indexOf(own), 1);
      compare(`${String(want['call'])} ${String(leg['kind'])} ${String(leg['extension'])}`, own ?? {}, leg);
    }
    wrong?.push(
      ...free.map(({ kind, extension }) => `${String(want['call'])}: a ${String(kind)} leg of ${String(extension)}`),
    );
  }
  return { wrong: wrong ?? [], abstained: abstained ?? [], matched };
}
