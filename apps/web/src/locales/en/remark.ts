import type { Translated } from '../translated.js';
import type * as zh from '../zh/remark.js';

export const remark: Translated<typeof zh.remark> = {
  makeTitle: 'Comment on {{at}}',
  editTitle: 'Edit the comment on {{at}}',
  text: 'Comment',
  hint: 'People who may review see it at once; the agent once you publish your review. It is deleted with the recording. Type @ to mention a person who sees it.',
  save: 'Save',
  people: 'People to mention',
  reading: 'Searching',
  none: 'There is no one to mention: only people who can see this comment can be mentioned.',
  failed: 'The list could not be loaded. You can still save the comment.',
  keys_one: '{{count}} person: choose with the arrows and Enter.',
  keys_other: '{{count}} people: choose with the arrows and Enter.',
  nowCalled: ' (now {{name}})',
  published: 'the agent sees it',
  notPublished: 'the agent sees it once the review is published',
  edit: 'Edit',
  withdraw: 'Withdraw',
  withdrawAsk: 'Withdraw this comment? Its text is no longer shown; the withdrawal stays on record.',
  withdrawn: 'Withdrawn {{at}}',
  earlier: 'As of {{at}}: {{text}}',
};
