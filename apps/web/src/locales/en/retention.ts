import type { Translated } from '../translated.js';
import type * as zh from '../zh/retention.js';

export const retention: Translated<typeof zh.retention> = {
  reason: {
    schedule: 'past its time',
    erasure: 'erasure asked for',
    withdrawal: 'consent withdrawn',
    restored: 'again, after a backup was restored',
  },
};
