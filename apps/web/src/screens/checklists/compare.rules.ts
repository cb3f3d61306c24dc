import {
  judgesOf,
  type Bilingual,
  type ChecklistDraftDefinition,
  type DraftItem,
  type DraftPhraseList,
} from '#contracts';

/** A part that changed: what it was, and what it is. */
export interface PartDifference {
  readonly name: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What differs between two contents of a checklist: an item by its id, a phrase list by its name, or the whole. */
export interface Difference {
  readonly itemId: string | null;
  readonly list: string | null;
  readonly title: Bilingual | null;
  readonly how: 'added' | 'removed' | 'changed';
  readonly parts: readonly PartDifference[];
}

type Plain = Record<string, unknown>;

/** A value as it is compared: order of keys means nothing, and what is left out is what the schema fills in. */
export function told(value: unknown): string {
  if (value === undefined || value === false || (Array.isArray(value) && value.length === 0)) return '–';
  const sorted = (one: unknown): unknown => {
    if (Array.isArray(one)) return one.map(sorted);
    if (typeof one !== 'object' || one === null) return one;
    const entries = Object.entries(one)
      .filter(([, inner]) => inner !== undefined && !(Array.isArray(inner) && inner.length === 0))
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
  };
  return typeof value === 'object' ? JSON.stringify(sorted(value)) : String(value);
}

const partsOf = (before: Plain, after: Plain, names: readonly string[]): PartDifference[] =>
  names
    .map((name) => ({ name, before: before[name], after: after[name] }))
    .filter((part) => told(part.before) !== told(part.after));

const ITEM_PARTS = ['title', 'weight', 'critical', 'clause', 'advice', 'appliesWhen', 'check'] as const;
const WHOLE_PARTS = ['title', 'judges', 'requiredCoverage', 'criticalFailure', 'minimumWords', 'totalWeight'] as const;

/** An item as it is compared: with the section that it is in. */
type Placed = DraftItem & { section: Bilingual };

const itemsOf = ({ sections }: ChecklistDraftDefinition): Map<string, Placed> =>
  new Map(sections.flatMap(({ title, items }) => items.map((item) => [item.id, { ...item, section: title }])));

/** Versions from before a checklist could say which calls it judges mean what they always did. */
const withJudges = (of: ChecklistDraftDefinition): Plain => ({
  ...of,
  judges: of.judges ?? judgesOf({ judges: undefined }),
});

/** What the draft would change of a published version, in the order of the draft. */
export function differences(before: ChecklistDraftDefinition, after: ChecklistDraftDefinition): Difference[] {
  const [old, now] = [itemsOf(before), itemsOf(after)];
  const whole = partsOf(withJudges(before), withJudges(after), WHOLE_PARTS);
  const sections = partsOf(
    { sections: before.sections.map(({ title }) => title) },
    { sections: after.sections.map(({ title }) => title) },
    ['sections'],
  );
  const of = (itemId: string, { title }: DraftItem) => ({ itemId, list: null, title });
  const changed = [...now].flatMap(([itemId, item]): Difference[] => {
    const earlier = old.get(itemId);
    if (!earlier) {
      const parts = partsOf({}, item as unknown as Plain, ['weight', 'critical', 'appliesWhen', 'check']);
      return [{ ...of(itemId, item), how: 'added', parts }];
    }
    // An item is where its section is: that a section is called otherwise is told once.
    const moved =
      sections.length > 0 ? [] : partsOf(earlier as unknown as Plain, item as unknown as Plain, ['section']);
    const parts = [...partsOf(earlier as unknown as Plain, item as unknown as Plain, ITEM_PARTS), ...moved];
    return parts.length > 0 ? [{ ...of(itemId, item), how: 'changed', parts }] : [];
  });
  const removed = [...old]
    .filter(([id]) => !now.has(id))
    .map(([itemId, item]): Difference => ({
      ...of(itemId, item),
      how: 'removed',
      parts: [{ name: 'weight', before: item.weight, after: undefined }],
    }));
  const about: Difference[] =
    whole.length + sections.length > 0
      ? [{ itemId: null, list: null, title: null, how: 'changed', parts: [...whole, ...sections] }]
      : [];
  return [...about, ...changed, ...removed, ...listDifferences(before.phraseLists ?? [], after.phraseLists ?? [])];
}

/** What was added to the phrase lists of the checklist's own and taken out of them. */
function listDifferences(before: readonly DraftPhraseList[], after: readonly DraftPhraseList[]): Difference[] {
  const old = new Map(before.map((list) => [list.name, list]));
  const kept = new Set(after.map(({ name }) => name));
  const of = ({ name, title }: DraftPhraseList) => ({ itemId: null, list: name, title });
  const lines = ({ zh, en }: DraftPhraseList): string[] => [...zh, ...en];
  return [
    ...after.flatMap((list): Difference[] => {
      const earlier = old.get(list.name);
      if (!earlier)
        return [{ ...of(list), how: 'added', parts: [{ name: 'phrases', before: undefined, after: lines(list) }] }];
      const without = (all: string[], others: string[]) => all.filter((line) => !others.includes(line));
      const [gone, come] = [without(lines(earlier), lines(list)), without(lines(list), lines(earlier))];
      const phrases = gone.length + come.length > 0 ? [{ name: 'phrases', before: gone, after: come }] : [];
      const parts = [...partsOf(earlier as unknown as Plain, list as unknown as Plain, ['title', 'exact']), ...phrases];
      return parts.length > 0 ? [{ ...of(list), how: 'changed', parts }] : [];
    }),
    ...before
      .filter(({ name }) => !kept.has(name))
      .map((list): Difference => ({ ...of(list), how: 'removed', parts: [] })),
  ];
}
