import { Controller } from '@nestjs/common';
import { sentCallsRoutes, type SentCallList } from '#contracts';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { SentCalls } from './sent-calls.service.js';

@Controller()
export class SentCallsController {
  constructor(private readonly sent: SentCalls) {}

  @Route(sentCallsRoutes.stages)
  stages({ asker, query: { ids } }: Asked<typeof sentCallsRoutes.stages>): Promise<SentCallList> {
    return this.sent.stages(asker, ids);
  }
}
