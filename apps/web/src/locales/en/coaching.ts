import type { Translated } from '../translated.js';
import type * as zh from '../zh/coaching.js';

export const coaching: Translated<typeof zh.coaching> = {
  waiting: {
    toDo: 'Coaching for you',
    answered: 'Coaching the agent answered or read',
    drafts: 'Drafts of coaching',
    bestCalls: 'Best calls that wait for you',
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
  },
  nominate: {
    act: 'Nominate as best call',
    title: 'Nominate a stretch of {{agent}}’s call',
    intro:
      'The agent is asked first; then another supervisor or a quality manager publishes it. Others hear and read this stretch alone, silenced, and not whose call it is.',
    what: 'What can be learned',
    note: 'Note (optional)',
    noteHint: 'People who listen see it, up to 1,000 characters; erased with the recording.',
    scope: 'Who may hear it',
    scopes: { team: 'The team', company: 'The company' },
    send: 'Nominate',
  },
  state: { draft: 'Draft', shared: 'Shared', answered: 'Answered', acknowledged: 'Read', closed: 'Closed' },
  first: 'Your supervisor asks you to score this part of the call yourself first; then its result is shown.',
  firstOpen: 'Score it',
};
