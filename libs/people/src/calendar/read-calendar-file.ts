import { DateTime } from 'luxon';
import { type CalendarDayKind, type Encoding, type LineProblem } from '#contracts';
import { readTable, readText, type Columns } from '../tables/read-table.js';
import { type FileDay, type Period } from './calendar-plan.rules.js';
import { readIcs } from './read-ics.js';

const COLUMNS: Columns<'day' | 'kind' | 'name'> = {
  day: { headings: ['日期', 'day', 'date'], required: true },
  kind: { headings: ['类型', 'kind', 'type'], required: true },
  name: { headings: ['名称', 'name'], required: false },
};

const KINDS: Record<string, CalendarDayKind> = {
  休: 'holiday',
  节假日: 'holiday',
  放假: 'holiday',
  holiday: 'holiday',
  closed: 'holiday',
  班: 'working_day',
  上班: 'working_day',
  补班: 'working_day',
  调休上班: 'working_day',
  working_day: 'working_day',
  'working day': 'working_day',
  workday: 'working_day',
};

/** Days from an ICS or a CSV file, told apart by content. @throws DomainError as `readIcs` and `readTable` */
export async function readCalendarFile(
  bytes: Uint8Array,
  period: Period | null,
): Promise<{ encoding: Encoding; days: FileDay[]; problems: LineProblem[] }> {
  const { text, encoding } = readText(bytes);
  if (/^\s*BEGIN:VCALENDAR/i.test(text)) return { encoding, ...readIcs(text, period) };
  const table = await readTable(bytes, COLUMNS);
  const problems = [...table.problems];
  const days = table.rows.flatMap(({ line, cells }) => {
    const day = isoDay(cells.day);
    const kind = KINDS[cells.kind.toLowerCase()];
    if (!day) problems.push({ line, words: notADay(cells.day) });
    if (!kind) problems.push({ line, words: notAKind(cells.kind) });
    return day && kind ? [{ line, day, kind, name: cells.name.slice(0, 80) || '—' }] : [];
  });
  return { encoding, days, problems };
}

/** `2026-10-01`, `2026/10/1`, `2026年10月1日`; null for a day that no calendar has. */
function isoDay(text: string): string | null {
  const [, year, month, day] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? [];
  const date = DateTime.fromObject({ year: Number(year), month: Number(month), day: Number(day) }, { zone: 'utc' });
  return day && date.isValid ? date.toISODate() : null;
}

const notADay = (text: string) => ({
  zh: `“${text.slice(0, 20)}”不是有效日期，请写成 2026-10-01。`,
  en: `“${text.slice(0, 20)}” is no day of a calendar; write it like 2026-10-01.`,
});
const notAKind = (text: string) => ({
  zh: `“${text.slice(0, 20)}”不是类型，请填“休”或“班”。`,
  en: `“${text.slice(0, 20)}” is no type; write “holiday” or “working_day”.`,
});
