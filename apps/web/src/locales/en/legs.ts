import type { Translated } from '../translated.js';
import type * as zh from '../zh/legs.js';

export const legs: Translated<typeof zh.legs> = {
  title: 'Course of the call',
  kind: { agent: 'Unknown extension', queue: 'Queue', ivr: 'Menu', consult: 'Consultation', external: 'Outside line' },
  named: {
    agent: 'Extension {{name}}',
    queue: 'Queue {{name}}',
    ivr: 'Menu {{name}}',
    consult: 'Consultation {{name}}',
    external: 'Outside line {{name}}',
  },
  noAgent: 'Agent unknown',
  span: { queue: 'Queue', menu: 'Menu', ring: 'Ringing', talk: 'Talking', hold: 'On hold', untold: 'Unknown' },
  from: '{{word}} from {{from}} to {{to}}',
  waited: 'Waited {{seconds}}',
  talked: 'Spoke {{duration}}',
  held: 'including {{seconds}} on hold',
  partOf: 'Part of a recording of {{whole}}',
  left: 'Left the queue',
  passedOn: 'Transferred',
  passedTo: 'Transferred to {{target}}',
  toUnseen: 'Transferred to a leg outside your teams',
  outcome: {
    queue: {
      no_answer: 'Left the queue unanswered',
      declined: 'Declined',
      abandoned: 'Customer gave up waiting',
      busy: 'Busy',
      failed: 'Not put through',
    },
    leg: {
      no_answer: 'Not answered',
      declined: 'Declined',
      abandoned: 'Customer gave up first',
      busy: 'Busy',
      failed: 'Not put through',
    },
  },
  became: {
    answered: 'Answered',
    missed: 'Missed',
    abandoned: 'Abandoned',
    busy: 'Busy',
    failed: 'Not put through',
    unknown: 'Unknown',
  },
  history: {
    title: 'Calls of this customer',
    masked:
      'Of the customer’s number, this call keeps only what is shown, which others may share. So other calls of this customer cannot be found.',
    unknown:
      'The number was withheld, could not be identified or is unknown, so other calls of this customer cannot be found.',
    none: 'There are no other calls of this customer that you may see.',
    more: 'Older calls are not listed.',
    here: 'This call',
    calledBack: 'Called back {{at}}',
    gotThrough: 'Got through {{at}}',
    promise: 'Promise: {{state}}',
  },
};
