import type { Translated } from '../translated.js';
import type * as zh from '../zh/journal.js';

export const journal: Translated<typeof zh.journal> = {
  system: 'System',
  someone: 'A user',
  and: ', ',
  other: 'Other entry',
};
