import { toneOf, type Checklist, type ItemResult, type OutcomeCounts, type ScoreSummary } from '#contracts';
import { firstMoment } from '../call/first-moment.rules.js';

/** How many items ended in each outcome. */
export function countOutcomes(items: readonly ItemResult[]): OutcomeCounts {
  const counts: OutcomeCounts = { met: 0, not_met: 0, not_applicable: 0, insufficient: 0 };
  for (const { outcome } of items) counts[outcome] += 1;
  return counts;
}

/**
 * The item that a list names for a call: one that was not met, else one that a person has to judge. Of several, a critical one comes first,
 * since it costs more than its own weight, then the heaviest. `no_fact` asks no person, so it is never named; nor is an accusation that is not
 * trusted yet.
 */
export function worstItem(checklist: Checklist, items: readonly ItemResult[]): ScoreSummary['worst'] {
  const results = new Map(items.map((item) => [item.itemId, item]));
  const gravestFirst = checklist.sections
    .flatMap(({ items: all }) => all)
    .toSorted((a, b) => Number(b.critical !== false) - Number(a.critical !== false) || b.weight - a.weight);
  for (const wanted of ['not_met', 'insufficient'] as const) {
    for (const { id: itemId, title } of gravestFirst) {
      const result = results.get(itemId);
      if (!result || toneOf(result) !== wanted || result.reason === 'no_fact') continue;
      return { itemId, title, outcome: wanted, atMs: firstMoment(result.evidence) };
    }
  }
  return null;
}
