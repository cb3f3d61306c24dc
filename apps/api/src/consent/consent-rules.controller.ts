import { Controller } from '@nestjs/common';
import { consentRulesRoutes, type ConsentRulesView, type ConsentTrial } from '#contracts';
import { ConsentRulesService, ConsentTrialService } from '#consent';
import { scopeOf } from '#people';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { ConsentRulesQuery } from './consent-rules.query.js';

/** By which rules it is decided whether a call may be recorded. */
@Controller()
export class ConsentRulesController {
  constructor(
    private readonly query: ConsentRulesQuery,
    private readonly rules: ConsentRulesService,
    private readonly trials: ConsentTrialService,
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

  @Route(consentRulesRoutes.trial)
  async trial({ asker, body }: Asked<typeof consentRulesRoutes.trial>): Promise<ConsentTrial> {
    const found = await this.trials.try(body, asker.personId);
    // Figures are the company's; a call is shown to those who may see it.
    const reachesAll = scopeOf('retention.read', asker.held, asker.personId).kind === 'all';
    return reachesAll ? found : { ...found, examples: { recorded: [], not_recorded: [], unknown: [] } };
  }
}
