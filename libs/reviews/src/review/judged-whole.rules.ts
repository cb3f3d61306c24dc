import { type Checklist, type ItemResult } from '#contracts';

/**
 * Did people judge all that the card's points rest on? Items without weight are left to the machine; where none has weight, all count. What
 * the machine took out as not applicable is a person's as well before a review of the whole is made of it.
 */
export function judgedWhole({ sections }: Pick<Checklist, 'sections'>, items: readonly ItemResult[]): boolean {
  const all = sections.flatMap((section) => section.items);
  const weighty = all.filter(({ weight }) => weight > 0);
  const byPeople = new Set(items.filter(({ source }) => source === 'human').map(({ itemId }) => itemId));
  return (weighty.length > 0 ? weighty : all).every(({ id }) => byPeople.has(id));
}
