import { type SentenceField } from './sentence.js';

/** A whole number within bounds. */
export const count = (least: number, most?: number): SentenceField => ({
  type: 'number',
  least,
  ...(most !== undefined && { most }),
});
/** A share, shown as a percentage. */
export const share: SentenceField = { type: 'number', least: 0, most: 1, percent: true };
/** Words in both languages. */
export const words = (zh: string, en: string, optional = false): SentenceField => ({
  type: 'words',
  label: { zh, en },
  optional,
});

export const NOT_APPLICABLE = words('不适用时的说明', 'What is said where it does not apply');
/** Words that are still to be written. */
export const unwritten = { zh: '', en: '' };
