import {
  CHECKLIST_COLUMNS,
  judgesOf,
  type Bilingual,
  type ChecklistColumn,
  type ChecklistDraftDefinition,
  type ChecklistRows,
  type DraftItem,
  type DraftPhraseList,
  type DraftSection,
  type RowProblem,
} from '#contracts';
import { CHECK_SENTENCES } from '../sentences/say.rules.js';
import { emptyDraft } from './draft-definition.rules.js';
import { giveIds } from './row-ids.rules.js';
import { lacksPhrases, rowsOver, type RowItem, type Said } from './rows-over.rules.js';
import { whyUnreadable } from '../lexicons/own-lists.rules.js';

type Cells = Record<ChecklistColumn, string>;

const ITEM_ID = /^[a-z_]{1,40}\.[a-z_]{1,39}$/;

const COLUMNS = Object.keys(CHECKLIST_COLUMNS) as ChecklistColumn[];
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_\-()]+/g, '');

/** What cells may say, in either language; the first way is the one that templates show. */
const SPEAKERS: [string, ...string[]][] = [
  ['agent', '坐席', 'the agent'],
  ['customer', '客户', 'the customer'],
  ['anyone', '任何一方', '双方', 'both'],
];
const ZONES: [string, ...string[]][] = [
  ['anywhere', '全程', '整通电话', '任何位置'],
  ['opening', '开场', '开头'],
  ['closing', '结尾', '结束'],
];
const SAYS = ['', '说到', '要说', '应说', 'says', 'must say'].map(plain);
const MUST_NOT = ['不说', '不能说', '禁语', '不得说', 'must not say', 'never says', 'does not say'].map(plain);
const NO = ['', '否', '不是', 'no', 'false', '0'].map(plain);
const YES = ['是', 'yes', 'true', '1', '环节', '本环节清零', 'section', '关键'].map(plain);
const WHOLE = ['整张表', '整张表清零', '全部', 'form', 'whole', 'all'].map(plain);

const meant = (ways: readonly (readonly string[])[], cell: string): string | null =>
  ways.find((one) => one.some((way) => plain(way) === plain(cell)))?.[0] ?? null;

export interface ReadRows {
  readonly definition: ChecklistDraftDefinition;
  readonly problems: readonly RowProblem[];
  /** Items that go on under the id that they had. */
  readonly keptIds: number;
}

/**
 * Reads a checklist from the rows of a spreadsheet, one item a row; what cannot be read is told by row and column.
 * @param before what it goes on from: the open draft and the versions, the newest first. What the sheet does not speak of stays as it is in the first
 */
export function fromRows(
  { checklistId, title, directions, rows }: ChecklistRows,
  before: readonly ChecklistDraftDefinition[] = [],
): ReadRows {
  const problems: RowProblem[] = [];
  const heading = (rows[0] ?? []).map((cell) => columnOf(cell));
  const missing = (['section', 'weight'] as const).filter((name) => !heading.includes(name));
  if (!heading.includes('itemZh') && !heading.includes('itemEn')) problems.push(missingColumn('itemZh'));
  problems.push(...missing.map(missingColumn));
  const sections: DraftSection[] = [];
  const items: (RowItem & { readonly wrong: Wrong })[] = [];
  if (problems.length === 0) {
    rows.slice(1).forEach((row, i) => {
      if (row.every((cell) => cell.trim() === '')) return;
      const cells = Object.fromEntries(
        COLUMNS.map((name) => [name, (row[heading.indexOf(name)] ?? '').trim()]),
      ) as Cells;
      const wrong = (column: ChecklistColumn, zh: string, en: string): void =>
        void problems.push({ row: i + 2, column, words: { zh, en } });
      const section = sectionFor(sections, cells.section);
      if (!section) return wrong('section', '没有写环节。', 'The section is not said.');
      const read = itemOf(idOf(cells.id, wrong), cells, wrong);
      const { item } = read;
      if (item.id !== '' && items.some((one) => one.item.id === item.id))
        wrong('id', `编号“${item.id}”出现两次。`, `The id “${item.id}” occurs twice.`);
      section.items.push(item);
      items.push({ ...read, says: saysOf(cells, heading), wrong });
    });
  }
  const keptIds = giveIds(sections, before);
  const { phraseLists: _, ...was } = before[0] ?? emptyDraft(checklistId);
  for (const one of items)
    if (lacksPhrases(one, before[0] ?? { sections: [] }))
      one.wrong('phrasesZh', '没有写要听的话。', 'The phrases to listen for are not said.');
  problems.sort((a, b) => a.row - b.row);
  const phraseLists = rowsOver(sections, items, before[0] ?? was);
  const definition: ChecklistDraftDefinition = {
    ...was,
    ...(title && { title }),
    judges: { ...(was.judges ?? judgesOf({ judges: undefined })), ...(directions && { directions }) },
    ...(phraseLists.length > 0 && { phraseLists }),
    sections,
  };
  return { definition, problems: problems.slice(0, 100), keptIds };
}

/**
 * An empty cell of words says nothing where the other language has some: a company of one language writes one. How an item is judged is said
 * by an empty cell only beside the phrases that it then rests on; and an empty cell of a place only beside how.
 */
function saysOf(cells: Cells, heading: readonly (ChecklistColumn | null)[]): Record<Said, boolean> {
  const there = (column: ChecklistColumn) => heading.includes(column);
  const filled = (column: ChecklistColumn) => cells[column] !== '';
  const nothing = (one: ChecklistColumn, other: ChecklistColumn) => there(one) && !filled(one) && !filled(other);
  const how = filled('how') || (there('how') && (there('phrasesZh') || there('phrasesEn')));
  const place = (column: ChecklistColumn) => filled(column) || (how && there(column));
  return {
    ...{ titleZh: filled('itemZh'), titleEn: filled('itemEn') },
    ...{ critical: there('critical'), clause: there('clause') },
    ...{ how, check: how || filled('phrasesZh') || filled('phrasesEn') },
    ...{ phrasesZh: there('phrasesZh'), phrasesEn: there('phrasesEn') },
    ...{ speaker: place('speaker'), zone: place('zone'), seconds: place('seconds') },
    adviceZh: filled('adviceZh') || nothing('adviceZh', 'adviceEn'),
    adviceEn: filled('adviceEn') || nothing('adviceEn', 'adviceZh'),
  };
}

function idOf(cell: string, wrong: Wrong): string {
  if (cell === '' || ITEM_ID.test(cell)) return cell;
  wrong(
    'id',
    `编号“${cell}”不对：应像 opening.hello，只用小写字母和下划线，中间一个点；也可以留空。`,
    `The id “${cell}” has not the right form: like opening.hello, small letters and underscores with a dot between; or leave it empty.`,
  );
  return '';
}

const columnOf = (cell: string): ChecklistColumn | null =>
  COLUMNS.find((name) =>
    [name, ...Object.values(CHECKLIST_COLUMNS[name])].some((known) => plain(known) === plain(cell)),
  ) ?? null;

const missingColumn = (column: ChecklistColumn): RowProblem => ({
  row: 1,
  column,
  words: {
    zh: `缺少“${CHECKLIST_COLUMNS[column].zh}”一列。请使用模板的标题行。`,
    en: `The column “${CHECKLIST_COLUMNS[column].en}” is missing. Use the heading line of the template.`,
  },
});

/** Rows without a section belong to that of the row above, as where its cells were joined. */
function sectionFor(sections: DraftSection[], name: string): DraftSection | undefined {
  if (name === '') return sections.at(-1);
  const known = sections.find(({ title }) => title.zh === name);
  if (known) return known;
  const made = { id: '', title: { zh: name, en: name }, items: [] };
  sections.push(made);
  return made;
}

type Wrong = (column: ChecklistColumn, zh: string, en: string) => void;

/** A company of one language writes one: the other language shows the same until it is written. */
const both = (zh: string, en: string): Bilingual => ({ zh: zh || en, en: en || zh });

function itemOf(id: string, cells: Cells, wrong: Wrong): Omit<RowItem, 'says'> {
  const title = both(cells.itemZh, cells.itemEn);
  if (title.zh === '') wrong('itemZh', '没有写评分项。', 'The item is not said.');
  const weight = Number(cells.weight.normalize('NFKC'));
  if (cells.weight === '' || !Number.isInteger(weight) || weight < 0 || weight > 1000)
    wrong(
      'weight',
      `分值应为 0 至 1000 的整数，现在是“${cells.weight}”。`,
      `The weight has to be a whole number from 0 to 1000; it is “${cells.weight}”.`,
    );
  const advice = both(cells.adviceZh, cells.adviceEn);
  const critical = criticalOf(cells.critical, wrong);
  const { check, list = null } = checkOf(title, cells, wrong);
  const place = placeOf(cells, wrong);
  const item: DraftItem = {
    ...{ id, title, weight: Number.isInteger(weight) ? weight : 0, critical },
    clause: cells.clause || '–',
    ...(advice.zh !== '' && { advice }),
    check: check.kind === 'phrase' ? { ...check, ...place } : check,
  };
  return { item, list, place };
}

function criticalOf(cell: string, wrong: Wrong): NonNullable<DraftItem['critical']> {
  const said = plain(cell);
  if (NO.includes(said)) return false;
  if (YES.includes(said)) return { effect: 'zero', of: 'section' };
  if (WHOLE.includes(said)) return { effect: 'zero', of: 'form' };
  wrong(
    'critical',
    `看不懂“${cell}”。请写“是”“整张表”，或留空。`,
    `“${cell}” is not understood. Write “yes”, “form”, or nothing.`,
  );
  return false;
}

/** Its list has no name yet, and is none where no phrase is said. */
function checkOf(title: Bilingual, cells: Cells, wrong: Wrong): { check: DraftItem['check']; list?: DraftPhraseList } {
  const asked = { check: { kind: 'human', ask: title } };
  const how = plain(cells.how);
  const row = CHECK_SENTENCES.find(({ kind, name }) => [kind, name.zh, name.en].some((one) => plain(one) === how));
  if (row && row.kind !== 'phrase' && row.kind !== 'human')
    return { check: { kind: row.kind, ...structuredClone(row.start) } };
  const [zh, en] = [linesOf('phrasesZh', cells, wrong), linesOf('phrasesEn', cells, wrong)];
  const nothing = zh.length + en.length === 0;
  if (row?.kind === 'human' || (how === '' && nothing)) return asked;
  const against = MUST_NOT.includes(how);
  if (!against && !SAYS.includes(how) && row?.kind !== 'phrase') {
    wrong('how', `没有“${cells.how}”这种检查方式。`, `“${cells.how}” is no way of judging.`);
    return asked;
  }
  const list = { name: '', title, zh, en, ...(against && { exact: true }) };
  const heard = against ? { against: [''], whenAbsent: 'met' } : { lookFor: [''] };
  return { check: { kind: 'phrase', ...heard }, ...(!nothing && { list }) };
}

/** Read in every row: a cell that is not understood is told of, whatever judges the item. */
function placeOf(cells: Cells, wrong: Wrong): Record<string, unknown> {
  const speaker = cells.speaker === '' ? 'agent' : meant(SPEAKERS, cells.speaker);
  if (speaker === null)
    wrong(
      'speaker',
      `看不懂“${cells.speaker}”。请写“坐席”“客户”或“任何一方”。`,
      `“${cells.speaker}” is not understood. Write agent, customer or anyone.`,
    );
  const zone = cells.zone === '' ? 'anywhere' : meant(ZONES, cells.zone);
  if (zone === null)
    wrong(
      'zone',
      `看不懂“${cells.zone}”。请写“全程”“开场”或“结尾”。`,
      `“${cells.zone}” is not understood. Write anywhere, opening or closing.`,
    );
  const seconds = Number(cells.seconds.normalize('NFKC'));
  const inTime = Number.isInteger(seconds) && seconds > 0 && seconds <= 3600;
  if (cells.seconds !== '' && !inTime)
    wrong(
      'seconds',
      `开头秒数应为 1 至 3600 的整数，现在是“${cells.seconds}”。`,
      `The seconds have to be a whole number from 1 to 3600; they are “${cells.seconds}”.`,
    );
  return {
    speaker: speaker ?? 'agent',
    ...(zone !== null && zone !== 'anywhere' && { zone }),
    ...(inTime && { firstSeconds: seconds }),
  };
}

/** The phrases of a cell: one a line, or set apart by semicolons. */
function linesOf(column: 'phrasesZh' | 'phrasesEn', cells: Cells, wrong: Wrong): string[] {
  const lines = cells[column]
    .split(/[\r\n;；]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  for (const line of lines) {
    const why = whyUnreadable(line);
    if (why) wrong(column, `“${line}”无法识别：${why.zh}。`, `“${line}” cannot be read: ${why.en}.`);
  }
  return [...new Set(lines)];
}
