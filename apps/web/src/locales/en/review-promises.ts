import type { Translated } from '../translated.js';
import type * as zh from '../zh/review-promises.js';

export const reviewPromises: Translated<typeof zh.reviewPromises> = {
  open_one: '{{count}} open promise in this leg',
  open_other: '{{count}} open promises in this leg',
  answered_one: '{{count}} promise answered',
  answered_other: '{{count}} promises answered',
  settles: 'Your answers are stored with the review; unanswered promises stay open.',
  asks: 'The supervisor settles promises. If you think that one is not a promise, ask with the review; you will be notified of the answer.',
  choices: 'Your answer to the promise at {{at}}',
  leave: 'Leave open',
  closed: 'This promise has been settled. Choose “Leave open”, then publish.',
  changed: 'This promise was changed while you were answering. Check it and choose again.',
  incomplete: 'An answer to a promise has no note and cannot be published.',
};
