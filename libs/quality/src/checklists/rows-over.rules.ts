import { type Bilingual, type ChecklistDraftDefinition, type DraftItem, type DraftPhraseList } from '#contracts';
import { sameTitle } from './row-ids.rules.js';
import { namesIn, strings } from './validate/read-checks.rules.js';

/** An item as its row says it. */
export interface RowItem {
  readonly item: DraftItem;
  /** Its phrases, where the row says any. */
  readonly list: DraftPhraseList | null;
  /** Where its cells would have phrases heard, whatever judges it; an empty cell is what the template says it means. */
  readonly place: Readonly<Record<string, unknown>>;
  /** Whether the row says this: its column is there and, where nothing can be meant by an empty cell, something is in it. */
  readonly says: Readonly<Record<Said, boolean>>;
}
export type Said =
  | 'titleZh'
  | 'titleEn'
  | 'critical'
  | 'clause'
  | 'how'
  | 'check'
  | 'phrasesZh'
  | 'phrasesEn'
  | 'speaker'
  | 'zone'
  | 'seconds'
  | 'adviceZh'
  | 'adviceEn';

type Was = Pick<ChecklistDraftDefinition, 'sections' | 'phraseLists' | 'judges'>;

/** Which list an item listens to, where it is one of the checklist's own and no other item's. */
type SoleList = (item: DraftItem) => DraftPhraseList | undefined;

/**
 * Puts the rows of a spreadsheet over the draft that they go on from: what a row speaks of is as it says. A sheet says nothing of conditions, of
 * a check beyond its kind, phrases and place, nor of what a section should weigh; that stays with each item and section that goes on.
 * Changes the items and sections that it is given.
 *
 * @returns the phrase lists: those that are still named, and those of the rows
 */
export function rowsOver(sections: Was['sections'], rows: readonly RowItem[], was: Was): DraftPhraseList[] {
  const before = new Map(was.sections.flatMap(({ items }) => items.map((item) => [item.id, item])));
  const lists = new Map((was.phraseLists ?? []).map((list) => [list.name, list]));
  const soleList = soleLists(was);
  const taken = new Set(lists.keys());
  for (const row of rows) {
    const old = before.get(row.item.id);
    const side = sideFor(row, old);
    const renewed = old && onesList(old, row, soleList);
    const name = renewed?.name ?? freeName(taken);
    const list = row.list && { ...row.list, name, ...(side === 'against' && { exact: true }) };
    if (list) taken.add(list.name);
    if (list) lists.set(list.name, renewed ? phrasesOver(renewed, list, row.says) : list);
    Object.assign(row.item, old && partsOver(old, row), { check: checkOver(old, row, list?.name) });
  }
  sections.forEach((section) => {
    const old = was.sections.find(({ id }) => id === section.id);
    if (old) section.weight = old.weight;
    if (old && sameTitle(old.title, section.title)) section.title = old.title;
  });
  const [named, wasNamed] = [{ judges: was.judges, sections }, was].map(namesOf) as [Set<string>, Set<string>];
  return [...lists.values()].filter(({ name }) => named.has(name) || !wasNamed.has(name));
}

const namesOf = ({ judges, sections }: Was): Set<string> =>
  new Set(namesIn({ judges, sections }, '').map(({ name }) => name));

function freeName(taken: ReadonlySet<string>): string {
  let number = 1;
  while (taken.has(`own.list_${number}`)) number += 1;
  return `own.list_${number}`;
}

type Side = 'lookFor' | 'against';
const sideOf = (check: DraftItem['check']): Side => (strings(check['against']).length > 0 ? 'against' : 'lookFor');

/** Phrases count as they did where the row does not say how: what must not be said is not asked for all at once. */
const sideFor = ({ item, says }: RowItem, old: DraftItem | undefined): Side =>
  sideOf(!says.how && old?.check.kind === 'phrase' ? old.check : item.check);

/** Whether the row listens for phrases that neither it says nor the item has that it goes on from. */
export function lacksPhrases({ item, list, says }: RowItem, { sections }: Pick<Was, 'sections'>): boolean {
  if (item.check.kind !== 'phrase' || list) return false;
  const old = sections.flatMap(({ items }) => items).find(({ id }) => id === item.id);
  const none = old?.check.kind !== 'phrase' || strings(old.check[sideOf(item.check)]).length === 0;
  return none || says.phrasesZh || says.phrasesEn;
}

function soleLists(was: Was): SoleList {
  const names = namesIn({ judges: was.judges, sections: was.sections }, '').map(({ name }) => name);
  return ({ check }) => {
    const [name, ...more] = strings(check[sideOf(check)]);
    if (name === undefined || more.length > 0 || names.filter((one) => one === name).length > 1) return undefined;
    return was.phraseLists?.find((list) => list.name === name);
  };
}

/** The list that the row's phrases take the place of. */
const onesList = (old: DraftItem, row: RowItem, soleList: SoleList): DraftPhraseList | undefined =>
  row.list && old.check.kind === 'phrase' && sideOf(old.check) === sideFor(row, old) ? soleList(old) : undefined;

const phrasesOver = (old: DraftPhraseList, list: DraftPhraseList, says: RowItem['says']): DraftPhraseList => ({
  ...old,
  zh: says.phrasesZh ? list.zh : old.zh,
  en: says.phrasesEn ? list.en : old.en,
});

/** What is not said keeps its words; an advice without any is none. */
function partsOver(old: DraftItem, { item, says }: RowItem): Partial<DraftItem> {
  const either = (zh: boolean, en: boolean, before: Bilingual, now: Bilingual): Bilingual => ({
    zh: zh ? now.zh : before.zh,
    en: en ? now.en : before.en,
  });
  const advice = either(says.adviceZh, says.adviceEn, old.advice ?? NO_WORDS, item.advice ?? NO_WORDS);
  return {
    title: either(says.titleZh, says.titleEn, old.title, item.title),
    ...(!says.critical && { critical: old.critical }),
    ...(!says.clause && { clause: old.clause }),
    advice: advice.zh === '' && advice.en === '' ? undefined : advice,
    ...(old.appliesWhen && { appliesWhen: old.appliesWhen }),
  };
}
const NO_WORDS: Bilingual = { zh: '', en: '' };

function checkOver(old: DraftItem | undefined, row: RowItem, list: string | undefined): DraftItem['check'] {
  const { item, says } = row;
  if (old && !says.check) return placed(old.check, old.check, row);
  const side = sideFor(row, old);
  const listed = list === undefined ? {} : { [side]: [list] };
  const now = { ...item.check, ...listed };
  if (old?.check.kind !== item.check.kind) return now;
  if (list !== undefined && sideOf(old.check) !== side) return now;
  return placed({ ...(list !== undefined && says.how && now), ...old.check, ...listed }, old.check, row);
}

/** Phrases are heard where the row says, and for the rest where they were; other kinds of check have no place. */
function placed(check: DraftItem['check'], old: DraftItem['check'], { place, says }: RowItem): DraftItem['check'] {
  if (check.kind !== 'phrase') return check;
  const said = { speaker: says.speaker, zone: says.zone, firstSeconds: says.seconds };
  const parts = Object.entries(said).map(([name, now]) => [name, (now ? place : old)[name]] as const);
  const all = Object.entries({ ...check, ...Object.fromEntries(parts) });
  return { kind: check.kind, ...Object.fromEntries(all.filter(([, value]) => value !== undefined)) };
}
