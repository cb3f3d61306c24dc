import type * as zh from '../zh/time.js';
import type { Translated } from '../translated.js';

export const time: Translated<typeof zh.time> = {
  calendar: 'Open the calendar',
  form: { day: 'YYYY-MM-DD', minute: 'YYYY-MM-DD hh:mm', second: 'YYYY-MM-DD hh:mm:ss' },
};
