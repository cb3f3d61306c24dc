import { type Bilingual, type Checklist, type ChecklistItem, type Language } from '#contracts';
import { contentHash } from '../content-hash.rules.js';

/** By what an answer is found again: the question's own words, so that no checklist hears the answer to another's. */
export const questionKey = (question: string): string => contentHash(question);

/** Where the answer about an item lies whose question is not in the checklist but in the installation. */
export const switchedOnKey = (itemId: string): string => `item:${itemId}`;

interface ModelCheck {
  kind: 'model';
  question: Record<Language, string>;
}

const isModelCheck = (check: { kind: string }): check is ModelCheck => check.kind === 'model';

/** Where the answer about an item is looked up. A model is asked about whole items: what is nested deeper in a check sends no question. */
export const answerKey = ({ id, check }: Pick<ChecklistItem, 'id' | 'check'>, language: Language): string =>
  isModelCheck(check) ? questionKey(check.question[language]) : switchedOnKey(id);

/** Every question about an item of a checklist, by where its answer is looked up. */
export function questionsOf(
  { sections }: Pick<Checklist, 'sections'>,
  language: Language,
  switchedOn: ReadonlyMap<string, Bilingual>,
): Map<string, string> {
  const items = sections.flatMap((section) => section.items);
  return new Map(
    items.flatMap(({ id, check }): [string, string][] => {
      const question = isModelCheck(check) ? check.question[language] : switchedOn.get(id)?.[language];
      return question === undefined ? [] : [[answerKey({ id, check }, language), question]];
    }),
  );
}
