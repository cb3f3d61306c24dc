import type { Translated } from '../translated.js';
import type * as zh from '../zh/telephony.js';

export const telephony: Translated<typeof zh.telephony> = {
  title: 'Telephony',
  extensions: 'Extensions',
  who: 'Who was at the extension',
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
  assign: 'Enter who sits there',
  assignHint: 'A person who is there without an end date leaves when the new person begins.',
  release: 'End',
  releaseAsk: '{{name}} is not at {{extension}} any more from now on?',
  import: 'Import extensions',
  importHint:
    'A CSV file with the columns extension, staff_number, from, to. Times like 2026-03-12 14:02 in the company’s zone; “to” may be empty.',
  added: '{{count}} added',
  ended_one: '{{count}} without an end finishes where the new one begins',
  ended_other: '{{count}} without an end finish where the new ones begin',
  unchanged: '{{count}} unchanged',
  staffNumber: 'Staff number',
};
