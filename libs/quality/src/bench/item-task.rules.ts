import {
  type Bilingual,
  type Checklist,
  type ChecklistDraftDefinition,
  type ItemResult,
  type Language,
} from '#contracts';
import { examplesParams } from '../checks/examples.check.js';
import { varied, type Varied } from '../examples/variants.rules.js';
import { type CallView } from '../call-view/call-view.rules.js';
import { NO_FACTS } from '../call/written-dialogue.rules.js';
import { whyTooMuch } from '../lexicons/own-lists.rules.js';
import { prepareChecklist, type PreparedChecklist } from '../scoring/judge-checklist.rules.js';
import { type LegToScore } from '../scoring/score.rules.js';
import { wordsToTry, type PhraseTask } from './phrase-task.rules.js';
import { readable } from './phrase-trial.rules.js';

/** An item of a draft that is tried on calls. */
export interface ItemTask extends Omit<PhraseTask, 'list'> {
  readonly itemId: string;
}

/** How the item judges one call, by its words alone. */
export type ItemTried = Pick<ItemResult, 'outcome' | 'evidence' | 'explanation'> & { readonly language: Language };

type Unreadable = { readonly kind: 'unreadable'; readonly what: Bilingual };
type Answer = { readonly kind: 'judged_item'; readonly calls: readonly ItemTried[] } | Unreadable;

const unreadable = (zh: string, en: string): Unreadable => ({ kind: 'unreadable', what: { zh, en } });
const NO_ITEM = unreadable('草稿里没有这一项。', 'The draft has no such item.');
const UNFINISHED = unreadable(
  '这一项还不能用来评判：请先校验并改正错误。',
  'The item cannot judge yet: validate the draft and put its errors right first.',
);

const itemOf = ({ sections }: ChecklistDraftDefinition, itemId: string) =>
  sections.flatMap(({ items }) => items).find(({ id }) => id === itemId);

const TITLE = { zh: '试', en: 'Trial' };

/** The item alone, with the draft's own lists: what is unfinished elsewhere in the draft does not hold it up. */
function alone(draft: ChecklistDraftDefinition, itemId: string): PreparedChecklist | Unreadable {
  const item = itemOf(draft, itemId);
  if (!item) return NO_ITEM;
  const lists = draft.phraseLists ?? [];
  const tooMuch = whyTooMuch(lists);
  if (tooMuch) return { kind: 'unreadable', what: tooMuch };
  const { check, appliesWhen = [] } = item;
  const { minimumWords, id } = draft;
  const only = { id: itemId, title: TITLE, weight: 1, critical: false, clause: '', appliesWhen, check };
  const checklist = {
    ...{ format: 'shouwen.checklist/1', id, version: 1, title: TITLE, requiredCoverage: 0, criticalFailure: 'section' },
    ...{ minimumWords, phraseLists: lists.map(readable), sections: [{ id: 'only', title: TITLE, items: [only] }] },
  };
  try {
    return prepareChecklist(checklist as Checklist);
  } catch {
    return UNFINISHED;
  }
}

/** Tries items on calls; one that is tried on many pieces is read once. What is sensitive is hidden first. */
export function prepareItemTrials(): (task: ItemTask, read: (leg: LegToScore) => CallView) => Answer {
  let kept: { key: string; prepared: PreparedChecklist } | undefined;
  return ({ draft, itemId, calls }, read) => {
    const key = JSON.stringify([itemId, draft]);
    if (kept?.key !== key) {
      const prepared = alone(draft, itemId);
      if ('kind' in prepared) return prepared;
      kept = { key, prepared };
    }
    const { prepared } = kept;
    return {
      kind: 'judged_item',
      calls: calls.map((words) => {
        const transcript = wordsToTry(words);
        const call = read({ transcript, transcriptVersion: 1, facts: NO_FACTS });
        const { outcome, evidence, explanation } = prepared.judge(call).items[0]!;
        return { outcome, evidence, explanation, language: transcript.language };
      }),
    };
  };
}

/** What an item from examples makes of its own examples, said otherwise. */
export function variedExamples(
  draft: ChecklistDraftDefinition,
  itemId: string,
): { readonly kind: 'varied'; readonly variants: readonly Varied[] } | Unreadable {
  const item = itemOf(draft, itemId);
  if (!item) return NO_ITEM;
  const read = examplesParams.safeParse(item.check);
  return read.success ? { kind: 'varied', variants: varied(read.data) } : UNFINISHED;
}
