import { type TelephonyRecord } from '../../records/record.rules.js';
import { type House } from './house.rules.js';
import { channelsIn, dialledBy, meet, staysIn } from './keys.rules.js';
import { APART, rowsOf, type Row } from './rows.rules.js';

/** Where rows of two calls name the same channel at the same time, they are one call; where a telephone calls during a talk, it consults. */
export function consultsByRows(records: readonly TelephonyRecord[], house: House): [string, string][] {
  const logged = new Set(records.filter(({ kind }) => kind === 'cel').map(({ body }) => body['uniqueid']));
  const rows = rowsOf(records).filter(({ uniqueid }) => !logged.has(uniqueid));
  const pairs: [string, string][] = [];
  let recent: Row[] = [];
  for (const row of rows) {
    recent = recent.filter(({ end }) => row.start <= end + APART);
    for (const other of recent)
      if (other.linkedid !== row.linkedid && (shareChannel(row, other) || consults(row, other, house)))
        pairs.push([row.linkedid, other.linkedid]);
    recent.push(row);
  }
  return pairs;
}

function shareChannel(a: Row, b: Row): boolean {
  const keys = new Set(channelsIn(a));
  const named = [a.channel, a.partner].some((name) => name !== '' && [b.channel, b.partner].includes(name));
  return named && channelsIn(b).some((key) => keys.has(key));
}

function consults(row: Row, during: Row, house: House): boolean {
  const within = during.start < row.start && row.start < during.end;
  const dialled = dialledBy(row);
  if (!within || !dialled || !house.telephones.has(dialled.endpoint)) return false;
  return staysIn(during).some((stay) => stay.endpoint === dialled.endpoint && meet(dialled, stay));
}
