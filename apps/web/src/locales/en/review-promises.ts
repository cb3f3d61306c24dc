import type { Translated } from '../translated.js';
import type * as zh from '../zh/review-promises.js';

export const reviewPromises: Translated<typeof zh.reviewPromises> = {
  open_one: '{{count}} open promise in this leg',
  open_other: '{{count}} open promises in this leg',
  answered_one: '{{count}} promise answered',
  answered_other: '{{count}} promises answered',
  settles: 'Your answers are stored with the review; what you leave stays open.',
  asks: 'The supervisor settles promises. Where you think that one is no promise, ask with the review; you are told the answer.',
  choices: 'Your answer to the promise at {{at}}',
  leave: 'Leave open',
  closed: 'This promise has been settled. Choose “Leave open”, then publish.',
  changed: 'This promise was changed while you were answering. Look at it and choose again.',
  incomplete: 'An answer to a promise lacks its words and cannot be published.',
};
