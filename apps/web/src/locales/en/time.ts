import type * as zh from '../zh/time.js';
import type { Translated } from '../translated.js';

export const time: Translated<typeof zh.time> = {
  calendar: 'Open the calendar',
};
