import type { Translated } from '../translated.js';
import type * as zh from '../zh/give-up.js';

export const giveUp: Translated<typeof zh.giveUp> = {
  action: 'Give up',
  title: 'Give this call up',
  titleGroup_one: 'Give {{count}} call up',
  titleGroup_other: 'Give {{count}} calls up',
  consequence:
    'It is no longer processed automatically and no longer counts as needing attention. Stored data stays. You can still retry it later.',
  reason: 'Reason',
  why: {
    cannot_be_mended: 'Cannot be repaired, such as a file damaged at its source',
    not_needed: 'Not needed, such as a test call or an accidental recording',
    sent_again: 'Sent in again under another id',
    handled_elsewhere: 'Handled elsewhere',
    other: 'Other',
  },
  note: 'Note',
  noteHint: 'No customer names or numbers. The note stays out of the journal and can be erased.',
  noteMissing: 'Please give a reason.',
  reasonMissing: 'Please choose a reason.',
  confirm: 'Give up',
  done: 'Given up by {{who}}, {{at}}',
  because: 'Reason: {{reason}}',
  said: 'Note: {{note}}',
  again: 'Process again',
};
