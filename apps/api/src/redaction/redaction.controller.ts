import { Controller } from '@nestjs/common';
import { redactionRoutes, type RedactionView } from '#contracts';
import { RedactionPolicyService } from '#transcripts';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { RedactionQuery } from './redaction.query.js';

/** What is hidden in words and sound. To hide less takes two people; to hide more, one. */
@Controller()
export class RedactionController {
  constructor(
    private readonly query: RedactionQuery,
    private readonly policy: RedactionPolicyService,
  ) {}

  @Route(redactionRoutes.view)
  view({ asker }: Asked<typeof redactionRoutes.view>): Promise<RedactionView> {
    return this.query.view(asker);
  }

  @Route(redactionRoutes.change)
  async change({ asker, body: { version, policy } }: Asked<typeof redactionRoutes.change>): Promise<RedactionView> {
    await this.policy.propose(policy, version, asker.personId);
    return this.query.view(asker);
  }

  @Route(redactionRoutes.decide)
  async decide({ asker, body: { version, decision } }: Asked<typeof redactionRoutes.decide>): Promise<RedactionView> {
    await this.policy.decide(version, decision, asker.personId);
    return this.query.view(asker);
  }
}
