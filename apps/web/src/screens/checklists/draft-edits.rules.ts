import type { ChecklistDraftDefinition, DraftItem, DraftPhraseList, DraftSection } from '#contracts';

/** What is chosen on the left: the whole, a section, or an item of it. */
export interface Chosen {
  section: number | null;
  item: number | null;
}
export const WHOLE: Chosen = { section: null, item: null };

type Draft = ChecklistDraftDefinition;

const swapped = <T>(list: readonly T[], index: number, by: -1 | 1): T[] => {
  const [one, other] = [list[index], list[index + by]];
  if (one === undefined || other === undefined) return [...list];
  return list.map((value, i) => (i === index ? other : i === index + by ? one : value));
};

export const setSection = (draft: Draft, section: number, change: Partial<DraftSection>): Draft => ({
  ...draft,
  sections: draft.sections.map((one, i) => (i === section ? { ...one, ...change } : one)),
});

export const setItem = (draft: Draft, section: number, item: number, change: Partial<DraftItem>): Draft => {
  const items = draft.sections[section]?.items ?? [];
  return setSection(draft, section, { items: items.map((one, i) => (i === item ? { ...one, ...change } : one)) });
};

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];

/** An id that no other item has; without a free one it is `own.item`, and the validator says that it stands twice. */
export const freeItemId = (taken: ReadonlySet<string>): string =>
  LETTERS.flatMap((first) => LETTERS.map((second) => `own.item_${first}${second}`)).find((id) => !taken.has(id)) ??
  'own.item';

/** The first number from `from` on that gives a name that is not taken. */
function numbered(name: (n: number) => string, taken: ReadonlySet<string>, from: number): string {
  let number = from;
  while (taken.has(name(number))) number += 1;
  return name(number);
}
export const freeListName = (taken: ReadonlySet<string>, from = 1): string =>
  numbered((n) => `own.list_${n}`, taken, from);
export const freeSectionId = (taken: ReadonlySet<string>, from = 1): string =>
  numbered((n) => `section-${n}`, taken, from);

const itemIds = ({ sections }: Draft) => sections.flatMap(({ items }) => items.map(({ id }) => id));

const newItem = (draft: Draft, published: readonly string[]): DraftItem => ({
  id: freeItemId(new Set([...itemIds(draft), ...published])),
  title: { zh: '', en: '' },
  weight: 1,
  clause: '',
  check: { kind: 'phrase', lookFor: [] },
});

/** @param published ids of items of any published version: the results of those are not the new one's */
export function addItem(draft: Draft, section: number, published: readonly string[]): { draft: Draft; chosen: Chosen } {
  const items = draft.sections[section]?.items ?? [];
  return {
    draft: setSection(draft, section, { items: [...items, newItem(draft, published)] }),
    chosen: { section, item: items.length },
  };
}

export function addSection(draft: Draft): { draft: Draft; chosen: Chosen } {
  const at = draft.sections.length;
  const id = freeSectionId(new Set(draft.sections.map((one) => one.id)), at + 1);
  const section = { id, title: { zh: '', en: '' }, items: [] };
  return { draft: { ...draft, sections: [...draft.sections, section] }, chosen: { section: at, item: null } };
}

export function remove(draft: Draft, { section, item }: Chosen): Draft {
  if (section === null) return draft;
  if (item === null) return { ...draft, sections: draft.sections.filter((_, i) => i !== section) };
  return setSection(draft, section, { items: (draft.sections[section]?.items ?? []).filter((_, i) => i !== item) });
}

export function move(draft: Draft, { section, item }: Chosen, by: -1 | 1): { draft: Draft; chosen: Chosen } {
  if (section === null) return { draft, chosen: WHOLE };
  if (item === null) {
    const sections = swapped(draft.sections, section, by);
    const moved = section + by >= 0 && section + by < sections.length;
    return { draft: { ...draft, sections }, chosen: { section: moved ? section + by : section, item: null } };
  }
  const items = swapped(draft.sections[section]?.items ?? [], item, by);
  const moved = item + by >= 0 && item + by < items.length;
  return { draft: setSection(draft, section, { items }), chosen: { section, item: moved ? item + by : item } };
}

/** The same item or section in another draft, where it may stand elsewhere; the whole where it is gone. */
export function followed(before: Draft, after: Draft, { section, item }: Chosen): Chosen {
  const of = section === null ? undefined : before.sections[section];
  const id = item === null ? undefined : of?.items[item]?.id;
  const at = after.sections.findIndex((one) => (id ? one.items.some((other) => other.id === id) : one.id === of?.id));
  if (!of || at === -1) return WHOLE;
  return { section: at, item: id ? (after.sections[at]?.items.findIndex((one) => one.id === id) ?? null) : null };
}

/** A new list of the checklist's own, under a name that no other has. */
export function addList(draft: Draft, exact = false): { draft: Draft; at: number } {
  const lists = draft.phraseLists ?? [];
  const taken = new Set(lists.map(({ name }) => name));
  const list: DraftPhraseList = {
    name: freeListName(taken, lists.length + 1),
    title: { zh: '', en: '' },
    zh: [],
    en: [],
    ...(exact && { exact }),
  };
  return { draft: { ...draft, phraseLists: [...lists, list] }, at: lists.length };
}

/** Without any list the draft says nothing of lists, as before it had one. */
export function setLists(draft: Draft, lists: DraftPhraseList[]): Draft {
  const { phraseLists: _, ...rest } = draft;
  return lists.length > 0 ? { ...rest, phraseLists: lists } : rest;
}

/** The weights of a section's items, or of all. */
export const sumOf = (items: readonly { weight: number }[]): number =>
  items.reduce((sum, { weight }) => sum + weight, 0);
