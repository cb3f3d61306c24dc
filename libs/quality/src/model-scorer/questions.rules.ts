import { type Checklist, type Language } from '#contracts';
import { contentHash } from '../content-hash.rules.js';

/** By what an answer is found again: the question's own words, so that no checklist hears the answer to another's. */
export const questionKey = (question: string): string => contentHash(question);

interface ModelCheck {
  kind: 'model';
  question: Record<Language, string>;
}

const isModelCheck = (value: object): value is ModelCheck => (value as { kind?: unknown }).kind === 'model';

/** Every question that a checklist has for a model, wherever it is nested, by its key. */
export function questionsOf(checklist: Checklist, language: Language): Map<string, string> {
  const questions = new Map<string, string>();
  const look = (value: unknown): void => {
    if (value === null || typeof value !== 'object') return;
    if (isModelCheck(value)) questions.set(questionKey(value.question[language]), value.question[language]);
    Object.values(value).forEach(look);
  };
  for (const { items } of checklist.sections) for (const { check } of items) look(check);
  return questions;
}
