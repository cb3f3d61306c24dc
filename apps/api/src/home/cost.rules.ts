import { type Checklist, type ItemResult } from '#contracts';
import { addPoints } from '#quality/rules';

/**
 * The points that a score would have more if one item were met. More than the item's weight where it is critical: its failure takes points of
 * its section or of the whole form.
 */
export function costOf(checklist: Checklist, items: readonly ItemResult[], itemId: string): number {
  const met = items.map((item) => (item.itemId === itemId ? { ...item, outcome: 'met' as const } : item));
  return addPoints(checklist, met).points - addPoints(checklist, items).points;
}
