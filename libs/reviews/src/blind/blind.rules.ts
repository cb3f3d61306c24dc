import { type Checklist, type ItemResult } from '#contracts';

/** What a person who does not see them is told of results. */
const WITHHELD = {
  zh: '盲评：请根据录音和文字自行判断，发布后再对照机器结果。',
  en: 'Judged blind: go by the recording and the words. The machine’s result appears once you have published yours.',
};

/** The items of a card as its blind reviewer gets them: each waits for them, and nothing tells what the machine made of it. */
export const withoutResults = (items: readonly ItemResult[]): ItemResult[] =>
  items.map(({ itemId }) => ({
    ...{ itemId, outcome: 'insufficient', reason: 'left_to_a_person', source: 'rule', confidence: 0 },
    ...{ checkId: 'withheld/1', evidence: [], explanation: WITHHELD },
  }));

/** Items with points that a blind review has not answered: those it rests on would be results that its author never saw. */
export function leftToAnswer(
  { sections }: Pick<Checklist, 'sections'>,
  onCard: readonly Pick<ItemResult, 'itemId'>[],
  answered: ReadonlySet<string>,
  taken: ReadonlyMap<string, unknown>,
): string[] {
  const there = new Set(onCard.map(({ itemId }) => itemId));
  const all = sections.flatMap((section) => section.items).filter(({ id }) => there.has(id));
  const weighty = all.filter(({ weight }) => weight > 0);
  return (weighty.length > 0 ? weighty : all).map(({ id }) => id).filter((id) => !answered.has(id) && !taken.has(id));
}
