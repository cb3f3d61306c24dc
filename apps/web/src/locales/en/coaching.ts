import type { Translated } from '../translated.js';
import type * as zh from '../zh/coaching.js';

export const coaching: Translated<typeof zh.coaching> = {
  waiting: {
    toDo: 'Coaching for you',
    answered: 'Coaching that its agent answered or read',
    drafts: 'Drafts of coaching',
    followUps_one: 'follow-up of {{count}} is due',
    followUps_other: 'follow-up of {{count}} is due',
  },
  add: {
    act: 'Add to coaching',
    title: 'Add to coaching of {{agent}}',
    where: 'Add to',
    newOne: 'A new session',
    session: '{{code}}, {{at}} ({{state}})',
    item: 'Item: {{item}}',
    from: 'From',
    to: 'to',
    seconds: 's',
    note: 'What the agent is to notice',
    noteHint: 'The agent sees it once the session is shared, up to 1,000 characters; erased with the recording.',
    send: 'Add',
    added: 'Added to coaching {{code}}.',
    open: 'Open the session',
  },
  state: { draft: 'Draft', shared: 'Shared', answered: 'Answered', acknowledged: 'Read', closed: 'Closed' },
  first: 'Your supervisor asks you to score this part of the call yourself first; then its result is shown.',
  firstOpen: 'Score it',
};
