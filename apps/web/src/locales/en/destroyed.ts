import type { Translated } from '../translated.js';
import type * as zh from '../zh/destroyed.js';

export const destroyed: Translated<typeof zh.destroyed> = {
  schedule: 'retention period ended',
  erasure: 'erasure requested',
  withdrawal: 'consent withdrawn',
  not_recordable: 'should not have been recorded',
  split_again: 'a part that was cut again',
  restored: 'again, after a backup was restored',
};
