import { callsRoutes } from '#contracts';
import { CallDetailQuery } from '../page/call-detail.query.js';
import { CallFiguresQuery } from './call-figures.query.js';
import { CallJournalQuery } from '../page/call-journal.query.js';
import { CallListQuery } from './call-list.query.js';
import { CustomerCallsQuery } from '../page/customer-calls.query.js';
import { UnrecordedQuery } from './unrecorded.query.js';
import { implement } from '../../routes/implement.js';

export const callsHandlers = implement(
  callsRoutes,
  [CallListQuery, CallFiguresQuery, CallDetailQuery, CallJournalQuery, UnrecordedQuery, CustomerCallsQuery],
  (calls, today, one, journals, withoutSound, customers) => ({
    list: ({ asker, query }) => calls.list(asker, query),
    figures: ({ asker }) => today.figures(asker),
    unrecorded: ({ asker, query }) => withoutSound.list(asker, query),
    unrecordedChoices: ({ asker }) => withoutSound.choices(asker),
    ofCustomer: ({ asker, callId }) => customers.of(asker, callId),
    detail: ({ asker, callId }) => one.detail(asker, callId),
    journal: ({ asker, callId }) => journals.journal(asker, callId),
  }),
);
