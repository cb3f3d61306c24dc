import { type Checklist, type ChecklistItem, type ItemResult, type Outcome } from '#contracts';
import { type InventedCall } from './invented-calls.rules.js';

const EXPLANATION = {
  zh: '演示用的虚构结果，没有录音和文字。',
  en: 'Invented for the demonstration: there is no recording and are no words.',
};

/** Three rings, in seconds, by the demonstration's cadence. */
const THREE_RINGS = 15;

/** Results of one invented call: by its facts where it has some, else by chance and by how well its agent works. */
export function inventedResults(checklist: Checklist, call: InventedCall, random: () => number): ItemResult[] {
  return checklist.sections.flatMap(({ items }) => items).map((item) => result(item, outcomeOf(item, call, random())));
}

function outcomeOf({ id, critical, check, appliesWhen }: ChecklistItem, call: InventedCall, chance: number): Outcome {
  // What people judge where words that call for it were heard, is seldom called for.
  if (check.kind === 'human') return appliesWhen.length > 0 && chance < 0.9 ? 'not_applicable' : 'insufficient';
  if (id === 'answer.three_rings')
    return call.direction === 'outbound' ? 'not_applicable' : call.ringSeconds < THREE_RINGS ? 'met' : 'not_met';
  if (id === 'closing.customer_hangs_up_first') return call.hangupParty === 'customer' ? 'met' : 'not_met';
  // What is rare in life is rare here: transfers, and failures of critical items.
  if (id.startsWith('transfer.')) return chance < 0.9 ? 'not_applicable' : 'met';
  if (chance < 0.12) return 'not_applicable';
  if (chance < 0.16) return 'insufficient';
  const missed = (1 - call.skill) * (critical === false ? 1 : 0.1);
  return chance > 1 - missed ? 'not_met' : 'met';
}

function result({ id, check }: ChecklistItem, outcome: Outcome): ItemResult {
  const source = check.kind === 'timing' || check.kind === 'fact' ? 'fact' : 'rule';
  const open = outcome === 'insufficient';
  return {
    ...{ itemId: id, outcome, source, checkId: 'invented/1', evidence: [], explanation: EXPLANATION },
    reason: open ? (check.kind === 'human' ? 'left_to_a_person' : 'ambiguous') : null,
    confidence: open ? 0 : 0.9,
  };
}
