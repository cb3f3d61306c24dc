import type { ChecklistDraftDefinition, DraftItem, DraftPhraseList, DraftSection } from '#contracts';
import { apartFrom } from './added-twins.rules.js';
import { told } from './compare.rules.js';

/** What both people changed, each otherwise. */
export interface Conflict {
  /** `item` and its id, `list` and its name, `section` and its id, or a part of the whole. */
  readonly key: string;
}

export type Keep = 'mine' | 'theirs';

type Draft = ChecklistDraftDefinition;
const WHOLE = ['title', 'judges', 'requiredCoverage', 'criticalFailure', 'minimumWords', 'totalWeight'] as const;

export interface Merged {
  readonly draft: Draft;
  /** What was written here, under the names that it has in the draft. */
  readonly mine: Draft;
  /** Without a choice for one, `mine` is in the draft. */
  readonly conflicts: readonly Conflict[];
}

type Chooser = <T>(key: string, base: T, mine: T, theirs: T) => T;

/**
 * Two drafts that began from the same save, put together: what only one person changed is as they have it; of what both changed otherwise,
 * the one that is chosen. Items are known by their ids, phrase lists by their names; what each added is added.
 *
 * @param written mine
 * @param published ids of items of any published version, which no added item gets
 * @returns null where that cannot be told: an id stands twice
 */
export function mergeDrafts(
  base: Draft,
  written: Draft,
  theirs: Draft,
  published: readonly string[],
  keep: Record<string, Keep> = {},
): Merged | null {
  if ([base, written, theirs].some(hasDoubles)) return null;
  const mine = apartFrom(base, written, theirs, published);
  const conflicts: Conflict[] = [];
  const choose: Chooser = (key, was, my, their) => {
    if (told(my) === told(their) || told(their) === told(was)) return my;
    if (told(my) === told(was)) return their;
    conflicts.push({ key });
    return keep[key] === 'theirs' ? their : my;
  };
  const whole = Object.fromEntries(
    WHOLE.map((name) => [name, choose(name, base[name], mine[name], theirs[name])] as const).filter(
      ([, value]) => value !== undefined,
    ),
  );
  const { title: _, phraseLists: __, sections: ___, ...rest } = mine;
  const kept = Object.fromEntries(Object.entries(rest).filter(([name]) => !WHOLE.includes(name as 'judges')));
  const phraseLists = listsOf([base, mine, theirs], choose);
  const draft = {
    ...kept,
    ...whole,
    ...(phraseLists.length > 0 && { phraseLists }),
    sections: sectionsOf([base, mine, theirs], choose),
  } as Draft;
  return { draft, mine, conflicts };
}

type Three = readonly [Draft, Draft, Draft];

const itemsOf = ({ sections }: Draft): Map<string, { item: DraftItem; section: string }> =>
  new Map(sections.flatMap(({ id, items }) => items.map((item) => [item.id, { item, section: id }])));

function hasDoubles(draft: Draft): boolean {
  const ids = draft.sections.flatMap(({ items }) => items.map(({ id }) => id));
  const lists = (draft.phraseLists ?? []).map(({ name }) => name);
  const sections = draft.sections.map(({ id }) => id);
  return [ids, lists, sections].some((all) => new Set(all).size < all.length);
}

/** The order of the one who changed it, mine where both did; what only the other has comes after what it follows there. */
function ordered(base: readonly string[], mine: readonly string[], theirs: readonly string[]): string[] {
  const common = (of: readonly string[]) => of.filter((id) => base.includes(id)).join(' ');
  const [first, second] = common(mine) === common(base) ? [theirs, mine] : [mine, theirs];
  const all = [...first];
  second.forEach((id, at) => {
    if (!all.includes(id)) all.splice(at === 0 ? 0 : all.indexOf(second[at - 1]!) + 1, 0, id);
  });
  return all;
}

function listsOf(three: Three, choose: Chooser): DraftPhraseList[] {
  const [base, mine, theirs] = three.map(
    ({ phraseLists = [] }) => new Map(phraseLists.map((list) => [list.name, list])),
  ) as [Map<string, DraftPhraseList>, Map<string, DraftPhraseList>, Map<string, DraftPhraseList>];
  return ordered([...base.keys()], [...mine.keys()], [...theirs.keys()]).flatMap(
    (name) => choose(`list ${name}`, base.get(name), mine.get(name), theirs.get(name)) ?? [],
  );
}

function sectionsOf(three: Three, choose: Chooser): DraftSection[] {
  const [base, mine, theirs] = three;
  const [was, my, their] = three.map(itemsOf) as [
    ReturnType<typeof itemsOf>,
    ReturnType<typeof itemsOf>,
    ReturnType<typeof itemsOf>,
  ];
  /** By section, the items that it holds in the end. */
  const placed = new Map<string, Map<string, DraftItem>>();
  for (const id of new Set([...my.keys(), ...their.keys()])) {
    const item = choose(`item ${id}`, was.get(id)?.item, my.get(id)?.item, their.get(id)?.item);
    if (!item) continue;
    // Where an item is is a smaller matter than what it says: mine, where both moved it.
    const [before, here, there] = [was, my, their].map((all) => all.get(id)?.section);
    const section = (here === undefined || here === before ? there : here) ?? here ?? '';
    const of = placed.get(section) ?? new Map<string, DraftItem>();
    placed.set(section, of.set(id, item));
  }
  const sectionOf = (draft: Draft, id: string) => draft.sections.find((one) => one.id === id);
  const idsIn = (draft: Draft, id: string) => (sectionOf(draft, id)?.items ?? []).map((item) => item.id);
  const ids = ordered(...(three.map(({ sections }) => sections.map(({ id }) => id)) as [string[], string[], string[]]));
  return ids.flatMap((id): DraftSection[] => {
    const heads = three.map((draft) => headOf(sectionOf(draft, id)));
    const held = placed.get(id);
    const head = choose(`section ${id}`, heads[0], heads[1], heads[2]) ?? (held && (heads[1] ?? heads[2]));
    if (!head) return [];
    const order = ordered(idsIn(base, id), idsIn(mine, id), idsIn(theirs, id));
    const left = [...(held?.keys() ?? [])].filter((one) => !order.includes(one));
    const items = [...order, ...left].flatMap((one) => held?.get(one) ?? []);
    return [{ ...head, items }];
  });
}

const headOf = (section: DraftSection | undefined): Omit<DraftSection, 'items'> | undefined => {
  if (!section) return undefined;
  const { items: _, ...head } = section;
  return head;
};
