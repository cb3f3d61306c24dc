import type { Translated } from '../translated.js';
import type * as zh from '../zh/coaching.js';

export const coaching: Translated<typeof zh.coaching> = {
  waiting: {
    toDo: 'Coaching for you',
    answered: 'Coaching that the agent answered or read',
    drafts: 'Drafts of coaching',
    bestCalls: 'Best calls waiting for you',
    followUps_one: '{{count}} follow-up is due',
    followUps_other: '{{count}} follow-up is due',
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
    note: 'Note for the agent',
    noteHint: 'The agent sees it once the session is shared, up to 1,000 characters; erased with the recording.',
    send: 'Add',
  },
  nominate: {
    act: 'Nominate as best call',
    title: 'Nominate an excerpt of {{agent}}’s call',
    intro:
      'The agent is asked first; then another supervisor or a quality manager publishes it. Others can play and read only this masked excerpt and cannot see whose call it is.',
    what: 'What can be learned',
    note: 'Note (optional)',
    noteHint: 'Everyone who listens sees it, up to 1,000 characters; it is erased with the recording.',
    scope: 'Who may listen',
    scopes: { team: 'The team', company: 'The company' },
    send: 'Nominate',
  },
  state: { draft: 'Draft', shared: 'Shared', answered: 'Answered', acknowledged: 'Read', closed: 'Closed' },
  first: 'Your supervisor asks you to score this part of the call yourself first. The result is shown afterwards.',
  firstOpen: 'Score it',
};
