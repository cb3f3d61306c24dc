import type { Translated } from '../translated.js';
import type * as zh from '../zh/telephony.js';

export const telephony: Translated<typeof zh.telephony> = {
  title: 'Telephony',
  extensions: 'Extensions',
  who: 'User of the extension',
  extension: 'Extension',
  at: 'At',
  find: 'Find',
  clear: 'Clear',
  person: 'Person',
  from: 'From',
  to: 'To',
  until: 'until now',
  none: 'No extensions yet. Import them from a CSV file, or enter them one by one.',
  notInUse: 'This extension was not in use then.',
  noneFound: 'Nothing matches.',
  assign: 'Assign a person',
  assignHint: 'An assignment without an end time ends when the new one starts.',
  release: 'End',
  releaseAsk: 'End the assignment of {{name}} to {{extension}} now?',
  import: 'Import extensions',
  importHint:
    'A CSV file with the columns extension, staff_number, from, to. Times like 2026-03-12 14:02 in the company’s zone; “to” may be empty.',
  added: '{{count}} added',
  ended_one: '{{count}} without an end time ends when the new one starts',
  ended_other: '{{count}} without an end time end when the new ones start',
  unchanged: '{{count}} unchanged',
  staffNumber: 'Staff number',
};
