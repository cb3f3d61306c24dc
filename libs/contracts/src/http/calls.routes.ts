import {
  callDetailSchema,
  callFiguresSchema,
  callJournalSchema,
  callListQuerySchema,
  callListSchema,
} from './calls.js';
import {
  customerCallsSchema,
  unrecordedCallsSchema,
  unrecordedChoicesSchema,
  unrecordedQuerySchema,
} from './unrecorded.js';
import { defineRoutes, get } from './route.js';

export const callsRoutes = defineRoutes('calls', 'calls', {
  list: get('/api/v1/calls', {
    summary: 'The calls that the account may see, newest first or as `sort` says, a page at a time',
    description:
      'A call with several legs is listed once, by the leg that comes first in the order; its row then shows that leg.',
    access: { permission: 'calls.read', whileIdle: true },
    query: callListQuerySchema,
    answer: callListSchema,
    refusals: ['bad_cursor'],
  }),
  figures: get('/api/v1/calls/figures', {
    summary: 'Counts over the calls that the account may see since local midnight',
    access: { permission: 'calls.read', whileIdle: true },
    answer: callFiguresSchema,
  }),
  unrecorded: get('/api/v1/calls/unrecorded', {
    summary: 'Calls that only the telephone system knows: no recording of them came, newest first',
    description: 'Each as far as the legs that the account may see tell of it.',
    access: { permission: 'calls.read', whileIdle: true },
    query: unrecordedQuerySchema,
    answer: unrecordedCallsSchema,
    refusals: ['bad_cursor'],
  }),
  unrecordedChoices: get('/api/v1/calls/unrecorded/choices', {
    summary: 'Queues and teams that calls without a recording can be narrowed to',
    access: { permission: 'calls.read' },
    answer: unrecordedChoicesSchema,
  }),
  ofCustomer: get('/api/v1/calls/{callId}/of-customer', {
    summary: 'Calls of the same customer, as far as the account may see them',
    description:
      'Told by the whole number, of which only a keyed hash is kept. A call whose number was withheld, cannot be read for certain, or was not told has none.',
    access: { permission: 'calls.read' },
    answer: customerCallsSchema,
  }),
  detail: get('/api/v1/calls/{callId}', {
    summary: 'One call: its facts, recording, neighbours and what the account may do with it',
    access: { permission: 'calls.read' },
    answer: callDetailSchema,
  }),
  journal: get('/api/v1/calls/{callId}/journal', {
    summary: 'What happened to the call, oldest first',
    access: { permission: 'calls.journal.read' },
    answer: callJournalSchema,
  }),
});
