import { Controller } from '@nestjs/common';
import {
  callsRoutes,
  type CallDetail,
  type CallFigures,
  type CallJournal,
  type CallList,
  type CustomerCalls,
  type UnrecordedCalls,
  type UnrecordedChoices,
} from '#contracts';
import { CallDetailQuery } from '../dashboard/call-detail.query.js';
import { CallFiguresQuery } from '../dashboard/call-figures.query.js';
import { CallJournalQuery } from '../dashboard/call-journal.query.js';
import { CallListQuery } from '../dashboard/call-list.query.js';
import { CustomerCallsQuery } from '../dashboard/customer-calls.query.js';
import { UnrecordedQuery } from '../dashboard/unrecorded.query.js';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';

@Controller()
export class CallsController {
  constructor(
    private readonly calls: CallListQuery,
    private readonly today: CallFiguresQuery,
    private readonly one: CallDetailQuery,
    private readonly journals: CallJournalQuery,
    private readonly withoutSound: UnrecordedQuery,
    private readonly customers: CustomerCallsQuery,
  ) {}

  @Route(callsRoutes.list)
  list({ asker, query }: Asked<typeof callsRoutes.list>): Promise<CallList> {
    return this.calls.list(asker, query);
  }

  @Route(callsRoutes.figures)
  figures({ asker }: Asked<typeof callsRoutes.figures>): Promise<CallFigures> {
    return this.today.figures(asker);
  }

  @Route(callsRoutes.unrecorded)
  unrecorded({ asker, query }: Asked<typeof callsRoutes.unrecorded>): Promise<UnrecordedCalls> {
    return this.withoutSound.list(asker, query);
  }

  @Route(callsRoutes.unrecordedChoices)
  unrecordedChoices({ asker }: Asked<typeof callsRoutes.unrecordedChoices>): Promise<UnrecordedChoices> {
    return this.withoutSound.choices(asker);
  }

  @Route(callsRoutes.ofCustomer)
  ofCustomer({ asker, callId }: Asked<typeof callsRoutes.ofCustomer>): Promise<CustomerCalls> {
    return this.customers.of(asker, callId);
  }

  @Route(callsRoutes.detail)
  detail({ asker, callId }: Asked<typeof callsRoutes.detail>): Promise<CallDetail> {
    return this.one.detail(asker, callId);
  }

  @Route(callsRoutes.journal)
  journal({ asker, callId }: Asked<typeof callsRoutes.journal>): Promise<CallJournal> {
    return this.journals.journal(asker, callId);
  }
}
