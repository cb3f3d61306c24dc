import { type Checklist, type Evidence, type ItemResult, type OutcomeCounts, type ScoreSummary } from '#contracts';

/** How many items ended in each outcome. */
export function countOutcomes(items: readonly ItemResult[]): OutcomeCounts {
  const counts: OutcomeCounts = { met: 0, not_met: 0, not_applicable: 0, insufficient: 0 };
  for (const { outcome } of items) counts[outcome] += 1;
  return counts;
}

/** Where in the recording a result can be heard, milliseconds; null for facts of the whole leg and for what was not found anywhere. */
export function firstMoment(evidence: readonly Evidence[]): number | null {
  const words = evidence.find((e) => e.kind === 'words');
  if (words?.kind === 'words') return words.fromMs;
  const measured = evidence.find((e) => e.kind === 'fact' && e.span);
  return measured?.kind === 'fact' ? (measured.span?.fromMs ?? null) : null;
}

/**
 * The item that a list names for a call: the heaviest that was not met, else the heaviest that a person has to judge. `no_fact` asks
 * nobody, so it is never named.
 */
export function worstItem(checklist: Checklist, items: readonly ItemResult[]): ScoreSummary['worst'] {
  const results = new Map(items.map((item) => [item.itemId, item]));
  const heaviestFirst = checklist.sections.flatMap(({ items: all }) => all).sort((a, b) => b.weight - a.weight);
  for (const wanted of ['not_met', 'insufficient'] as const) {
    for (const { id: itemId, title } of heaviestFirst) {
      const result = results.get(itemId);
      if (result?.outcome !== wanted || result.reason === 'no_fact') continue;
      return { itemId, title, outcome: wanted, atMs: firstMoment(result.evidence) };
    }
  }
  return null;
}
