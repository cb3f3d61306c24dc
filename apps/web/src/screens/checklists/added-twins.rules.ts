import type { ChecklistDraftDefinition } from '#contracts';
import { told } from './compare.rules.js';
import { freeItemId, freeListName, freeSectionId } from './draft-edits.rules.js';

type Draft = ChecklistDraftDefinition;

/** The parts of one kind by the names that the editor gave them; what a person named means the same to both who name it so. */
interface Kind {
  readonly given: RegExp;
  readonly of: (draft: Draft) => ReadonlyMap<string, unknown>;
  readonly free: (taken: ReadonlySet<string>) => string;
}
const KINDS = {
  item: {
    given: /^own\.item_[a-z]{2}$/,
    of: ({ sections }) => new Map(sections.flatMap(({ items }) => items.map((item) => [item.id, item]))),
    free: freeItemId,
  },
  list: {
    given: /^own\.list_\d+$/,
    of: ({ phraseLists = [] }) => new Map(phraseLists.map((list) => [list.name, list])),
    free: freeListName,
  },
  section: {
    given: /^section-\d+$/,
    of: ({ sections }) => new Map(sections.map(({ id, title }) => [id, title])),
    free: freeSectionId,
  },
} satisfies Record<string, Kind>;

/**
 * Two people who each add an item, a list or a section to the same save are given the same name for two things. Mine, which no one else has
 * seen, gets another one, also where its items name it: nothing is lost, and no item listens to the list of another person.
 *
 * @param published ids of items of any published version, which no new item gets
 */
export function apartFrom(base: Draft, mine: Draft, theirs: Draft, published: readonly string[]): Draft {
  const [items, lists, sections] = [KINDS.item, KINDS.list, KINDS.section].map((kind) =>
    twins(kind, [base, mine, theirs], published),
  );
  if ([items, lists, sections].every((names) => names?.size === 0)) return mine;
  const named = <T>(node: T): T => renamed(node, lists!) as T;
  return {
    ...mine,
    ...(mine.judges && { judges: named(mine.judges) }),
    ...(mine.phraseLists && {
      phraseLists: mine.phraseLists.map((list) => ({ ...list, name: lists!.get(list.name) ?? list.name })),
    }),
    sections: mine.sections.map((section) => ({
      ...section,
      id: sections!.get(section.id) ?? section.id,
      items: section.items.map((item) => ({ ...named(item), id: items!.get(item.id) ?? item.id })),
    })),
  };
}

/** @returns the new name of each part of mine that both added under one name, each with something else in it */
function twins(
  { given, of, free }: Kind,
  [base, mine, theirs]: readonly [Draft, Draft, Draft],
  published: readonly string[],
): Map<string, string> {
  const [was, my, their] = [of(base), of(mine), of(theirs)];
  const taken = new Set([...was.keys(), ...my.keys(), ...their.keys(), ...published]);
  const found = new Map<string, string>();
  for (const [name, value] of my) {
    if (!given.test(name) || was.has(name) || !their.has(name) || told(value) === told(their.get(name))) continue;
    const next = free(taken);
    taken.add(next);
    found.set(name, next);
  }
  return found;
}

/** Checks and conditions name a list as a text of its own. */
function renamed(node: unknown, names: ReadonlyMap<string, string>): unknown {
  if (typeof node === 'string') return names.get(node) ?? node;
  if (Array.isArray(node)) return node.map((one) => renamed(one, names));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([key, one]) => [key, renamed(one, names)]));
}
