import type { Translated } from '../translated.js';
import type * as zh from '../zh/destroyed.js';

export const destroyed: Translated<typeof zh.destroyed> = {
  schedule: 'past its time',
  erasure: 'erasure asked for',
  withdrawal: 'consent withdrawn',
  not_recordable: 'not to be recorded',
  split_again: 'a part that was cut again',
  restored: 'again, after a backup was restored',
};
