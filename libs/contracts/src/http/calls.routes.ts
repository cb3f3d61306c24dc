import {
  callDetailSchema,
  callFiguresSchema,
  callJournalSchema,
  callListQuerySchema,
  callListSchema,
} from './calls.js';
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
