import { DateTime } from 'luxon';
import { type Encoding, type LineProblem } from '#contracts';
import { readTable, type Columns } from '../tables/read-table.js';
import { type ExtensionRow } from './extension-plan.rules.js';

const COLUMNS: Columns<'extension' | 'staffNumber' | 'from' | 'to'> = {
  extension: { headings: ['分机', 'extension', 'ext'], required: true },
  staffNumber: { headings: ['工号', 'staff_number', 'staff number'], required: true },
  from: { headings: ['开始', 'from', 'start'], required: true },
  to: { headings: ['结束', 'to', 'end', 'until'], required: false },
};
const EXTENSION = /^[0-9A-Za-z*#+._-]{1,20}$/;
const FORMS = ['yyyy-M-d H:mm', 'yyyy-M-d H:mm:ss', 'yyyy/M/d H:mm', 'yyyy/M/d H:mm:ss', 'yyyy-M-d', 'yyyy/M/d'];

/** @param timeZone the site's zone: times without an offset are meant there */
export async function readExtensionFile(
  bytes: Uint8Array,
  timeZone: string,
): Promise<{ encoding: Encoding; rows: ExtensionRow[]; problems: LineProblem[] }> {
  const { encoding, rows, problems } = await readTable(bytes, COLUMNS);
  const read = rows.flatMap(({ line, cells }) => {
    const from = timeOf(cells.from, timeZone);
    const to = cells.to === '' ? null : timeOf(cells.to, timeZone);
    if (!EXTENSION.test(cells.extension)) problems.push({ line, words: notAnExtension(cells.extension) });
    if (!from) problems.push({ line, words: notATime(cells.from) });
    if (to === undefined) problems.push({ line, words: notATime(cells.to) });
    const good = EXTENSION.test(cells.extension) && from && to !== undefined;
    return good ? [{ line, extension: cells.extension, staffNumber: cells.staffNumber, from, to }] : [];
  });
  return { encoding, rows: read, problems };
}

/** Undefined when it is no time. Of an hour that the clocks have twice, the first is meant. */
function timeOf(text: string, zone: string): Date | undefined {
  const iso = DateTime.fromISO(text, { zone });
  if (iso.isValid && text.includes('T')) return iso.toJSDate();
  return FORMS.map((form) => DateTime.fromFormat(text, form, { zone }))
    .find((time) => time.isValid)
    ?.toJSDate();
}

const notAnExtension = (text: string) => ({
  zh: `“${text.slice(0, 24)}”不是分机号：最多 20 个数字、字母或 * # + . _ -。`,
  en: `“${text.slice(0, 24)}” is no extension: at most 20 digits, letters or * # + . _ -.`,
});
const notATime = (text: string) => ({
  zh: `“${text.slice(0, 24)}”不是时间，请写成 2026-03-12 14:02。`,
  en: `“${text.slice(0, 24)}” is no time; write it like 2026-03-12 14:02.`,
});
