import type { ChecklistDraftDefinition, DraftItem } from '#contracts';

/** What differs between two contents of a checklist: an item by its id, or null for the whole. */
export interface Difference {
  readonly itemId: string | null;
  readonly how: 'added' | 'removed' | 'changed';
  /** The parts that changed: "weight: 4 → 6". */
  readonly parts: readonly { name: string; before: string; after: string }[];
}

type Plain = Record<string, unknown>;

/** Order of keys means nothing, and what is left out is what the schema fills in. */
function told(value: unknown): string {
  if (value === undefined || value === false || (Array.isArray(value) && value.length === 0)) return '–';
  const sorted = (one: unknown): unknown => {
    if (Array.isArray(one)) return one.map(sorted);
    if (typeof one !== 'object' || one === null) return one;
    const entries = Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
  };
  return typeof value === 'object' ? JSON.stringify(sorted(value)) : String(value);
}

function partsOf(before: Plain, after: Plain, names: readonly string[]): Difference['parts'] {
  return names
    .map((name) => ({ name, before: told(before[name]), after: told(after[name]) }))
    .filter((part) => part.before !== part.after);
}

const ITEM_PARTS = ['title', 'weight', 'critical', 'clause', 'advice', 'appliesWhen', 'check'] as const;
const WHOLE_PARTS = ['title', 'judges', 'requiredCoverage', 'criticalFailure', 'minimumWords', 'totalWeight'] as const;

/** What the draft would change of a published version, in the order of the draft. */
export function differences(before: ChecklistDraftDefinition, after: ChecklistDraftDefinition): Difference[] {
  const items = (of: ChecklistDraftDefinition): Map<string, DraftItem> =>
    new Map(of.sections.flatMap((section) => section.items.map((item) => [item.id, item])));
  const [old, now] = [items(before), items(after)];
  const whole = partsOf(before, after, WHOLE_PARTS);
  const sections = partsOf(
    { sections: before.sections.map(({ id, title }) => [id, title.zh, title.en]) },
    { sections: after.sections.map(({ id, title }) => [id, title.zh, title.en]) },
    ['sections'],
  );
  const changed = [...now].flatMap(([itemId, item]): Difference[] => {
    const earlier = old.get(itemId);
    if (!earlier) return [{ itemId, how: 'added', parts: [] }];
    const parts = partsOf(earlier as unknown as Plain, item as unknown as Plain, ITEM_PARTS);
    return parts.length > 0 ? [{ itemId, how: 'changed', parts }] : [];
  });
  const removed = [...old.keys()]
    .filter((id) => !now.has(id))
    .map((itemId): Difference => ({ itemId, how: 'removed', parts: [] }));
  const about: Difference[] =
    whole.length + sections.length > 0 ? [{ itemId: null, how: 'changed', parts: [...whole, ...sections] }] : [];
  return [...about, ...changed, ...removed];
}
