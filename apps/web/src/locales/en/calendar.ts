import type { Translated } from '../translated.js';
import type * as zh from '../zh/calendar.js';

export const calendar: Translated<typeof zh.calendar> = {
  covers: 'The calendar is complete for {{periods}}.',
  coversNothing: 'No calendar has been imported. The system never guesses holidays.',
  unknown: 'Days outside this range are unknown; nothing is inferred.',
  period: '{{from}} to {{to}}',
  import: 'Import a calendar',
  hint: 'An ICS or CSV file. CSV needs the columns day, kind (holiday or working_day) and name. Days in the period that are not in the file are removed.',
  from: 'Complete from',
  to: 'To',
  whole: 'If left empty: the whole years of the file',
  day: 'Day',
  kind: 'Kind',
  name: 'Name',
  kinds: { holiday: 'Holiday', working_day: 'Working day' },
  added_one: '{{count}} day added',
  added_other: '{{count}} days added',
  changed: '{{count}} changed',
  removed: '{{count}} removed',
  unchanged: '{{count}} unchanged',
  will: { added: 'Add', changed: 'Change', removed: 'Remove' },
};
