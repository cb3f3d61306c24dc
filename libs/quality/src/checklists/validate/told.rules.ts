import { type Bilingual, type ChecklistDraftDefinition, type ChecklistFinding, type DraftItem } from '#contracts';

/** What the validator knows beside the draft. */
export interface ValidationContext {
  /** The phrases of every lexicon entry by name, the company's own names included. */
  readonly phrases: Readonly<Record<'zh' | 'en', Readonly<Record<string, readonly string[]>>>>;
  /** The other checklists that judge calls now. */
  readonly others: readonly { readonly id: string; readonly title: Bilingual; readonly mainFor: readonly string[] }[];
  /** Items of versions of this checklist that the newest one has no more, each as it was last. */
  readonly takenOut: readonly TakenOut[];
}

export interface TakenOut {
  readonly id: string;
  readonly title: Bilingual;
  readonly version: number;
}

export type Rule = (draft: ChecklistDraftDefinition, context: ValidationContext) => ChecklistFinding[];

/** Where a finding is: an item by its position, a section, or the checklist. */
export interface At {
  readonly section: number | null;
  readonly item: number | null;
  readonly itemId: string | null;
}

export const WHOLE: At = { section: null, item: null, itemId: null };

type Words = Pick<ChecklistFinding, 'code' | 'what' | 'remedy'> & { place?: string };

export const error = (at: At, { place = '', ...words }: Words): ChecklistFinding => ({
  severity: 'error',
  ...at,
  place,
  ...words,
});

export const warning = (at: At, words: Words): ChecklistFinding => ({ ...error(at, words), severity: 'warning' });

export interface PlacedItem {
  readonly at: At;
  readonly item: DraftItem;
}

/** Every item with its place. */
export const itemsOf = ({ sections }: ChecklistDraftDefinition): PlacedItem[] =>
  sections.flatMap(({ items }, section) =>
    items.map((item, index) => ({ at: { section, item: index, itemId: item.id }, item })),
  );
