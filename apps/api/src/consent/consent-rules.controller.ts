import { Controller } from '@nestjs/common';
import { consentRulesRoutes, type ConsentRulesView } from '#contracts';
import { ConsentRulesService } from '#consent';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { ConsentRulesQuery } from './consent-rules.query.js';

/** By which rules it is decided whether a call may be recorded. */
@Controller()
export class ConsentRulesController {
  constructor(
    private readonly query: ConsentRulesQuery,
    private readonly rules: ConsentRulesService,
  ) {}

  @Route(consentRulesRoutes.view)
  view({ asker }: Asked<typeof consentRulesRoutes.view>): Promise<ConsentRulesView> {
    return this.query.view(asker);
  }

  @Route(consentRulesRoutes.propose)
  async propose({ asker, body: proposal }: Asked<typeof consentRulesRoutes.propose>): Promise<ConsentRulesView> {
    await this.rules.propose(proposal, asker.personId);
    return this.query.view(asker);
  }

  @Route(consentRulesRoutes.decide)
  async decide({
    asker,
    body: { version, decision },
  }: Asked<typeof consentRulesRoutes.decide>): Promise<ConsentRulesView> {
    await this.rules.decide(version, decision, asker.personId);
    return this.query.view(asker);
  }
}
