import { type ChangeReason, type Evidence, type ItemResult, type Outcome } from '#contracts';
import { type AnswerProblem } from '../refusals.js';

/** What a person says of one item. */
export interface Answer {
  readonly itemId: string;
  readonly outcome: Outcome;
  /** Where it was heard, if they say so. */
  readonly evidence: readonly Evidence[];
  readonly reason: ChangeReason | null;
  readonly note: string | null;
}

export interface Reviewed {
  readonly items: readonly ItemResult[];
  /** What was answered, with what the card had said. */
  readonly answers: readonly (Answer & { readonly was: Outcome })[];
  /** Answers that differ from a judgement: not those of items without a judgement. */
  readonly changed: number;
}

/** Names a person as what judged. */
const HUMAN_CHECK = 'human/1';
const SAID: Record<Outcome, { zh: string; en: string }> = {
  met: { zh: '由人工判断为达成。', en: 'A person judged it as met.' },
  not_met: { zh: '由人工判断为未达成。', en: 'A person judged it as not met.' },
  not_applicable: { zh: '由人工判断为不适用。', en: 'A person judged that it does not apply.' },
  insufficient: { zh: '人工复核后仍无法判断。', en: 'A person could not tell either.' },
};

/** Does the answer overturn an earlier judgement? Then it needs a reason. */
export const overturns = (was: Outcome, outcome: Outcome): boolean => was !== 'insufficient' && was !== outcome;

/**
 * What is wrong with the answers, item by item; empty when they can be published.
 * @param taken items that a review does not change, because a dispute decided them, or because one waits for its decision
 * @param blind its author does not see what the card says: to ask why they differ would tell them
 */
export function answerProblems(
  base: readonly ItemResult[],
  answers: readonly Answer[],
  taken: ReadonlyMap<string, 'decided' | 'contested'> = new Map(),
  blind = false,
): { itemId: string; problem: AnswerProblem }[] {
  const known = new Map(base.map((item) => [item.itemId, item]));
  const seen = new Set<string>();
  return answers.flatMap(({ itemId, outcome, reason }): { itemId: string; problem: AnswerProblem }[] => {
    const was = known.get(itemId);
    if (!was) return [{ itemId, problem: 'unknown_item' }];
    if (seen.has(itemId)) return [{ itemId, problem: 'answered_twice' }];
    seen.add(itemId);
    const why = taken.get(itemId);
    if (why) return [{ itemId, problem: why }];
    return !blind && overturns(was.outcome, outcome) && reason === null ? [{ itemId, problem: 'reason_missing' }] : [];
  });
}

/** The items of the card that a review makes: answered ones are a person's, the others stay whose they were. */
export function reviewItems(base: readonly ItemResult[], answers: readonly Answer[]): Reviewed {
  const said = new Map(answers.map((answer) => [answer.itemId, answer]));
  const answered: (Answer & { was: Outcome })[] = [];
  const items = base.map((item): ItemResult => {
    const answer = said.get(item.itemId);
    if (!answer) return item;
    answered.push({ ...answer, was: item.outcome });
    return humanResult(item, answer);
  });
  const changed = answered.filter(({ was, outcome }) => overturns(was, outcome)).length;
  return { items, answers: answered, changed };
}

/** Without places of their own, a person who confirms keeps those of the card; who overturns it does not. */
function humanResult(item: ItemResult, { itemId, outcome, evidence }: Answer): ItemResult {
  const kept = evidence.length > 0 ? evidence : item.outcome === outcome ? item.evidence : [];
  return {
    itemId,
    outcome,
    reason: outcome === 'insufficient' ? 'ambiguous' : null,
    source: 'human',
    confidence: outcome === 'insufficient' ? 0 : 1,
    checkId: HUMAN_CHECK,
    evidence: [...kept],
    explanation: SAID[outcome],
    // What was heard was heard, and what a model said stays beside it, also after a person's answer.
    ...(item.signs ? { signs: item.signs } : {}),
    ...(item.proposal ? { proposal: item.proposal } : {}),
  };
}
