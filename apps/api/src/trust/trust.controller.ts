import { Controller } from '@nestjs/common';
import { trustRoutes, type AgreementCalls, type TrustView } from '#contracts';
import { TrustQuery } from '#quality';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { AgreementCallsQueries } from './agreement-calls.query.js';

/** How far machine and people agree, and which items give points. */
@Controller()
export class TrustController {
  constructor(
    private readonly trust: TrustQuery,
    private readonly behind: AgreementCallsQueries,
  ) {}

  @Route(trustRoutes.view)
  view(): Promise<TrustView> {
    return this.trust.view();
  }

  @Route(trustRoutes.calls)
  calls({ asker, query }: Asked<typeof trustRoutes.calls>): Promise<AgreementCalls> {
    return this.behind.list(asker, query);
  }
}
