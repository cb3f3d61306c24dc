import { Controller } from '@nestjs/common';
import { signInPolicyRoutes, type SignInPolicyView, type WithoutSecondFactorList } from '#contracts';
import { SignInPolicyService } from '#people';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { SignInPolicyQuery } from './sign-in-policy.query.js';

/** What signing in asks of everyone: every change takes two people. */
@Controller()
export class SignInPolicyController {
  constructor(
    private readonly query: SignInPolicyQuery,
    private readonly rules: SignInPolicyService,
  ) {}

  @Route(signInPolicyRoutes.view)
  view({ asker }: Asked<typeof signInPolicyRoutes.view>): Promise<SignInPolicyView> {
    return this.query.view(asker);
  }

  @Route(signInPolicyRoutes.propose)
  async propose({ asker, body }: Asked<typeof signInPolicyRoutes.propose>): Promise<SignInPolicyView> {
    await this.rules.propose(body.policy, body.version, asker.personId);
    return this.query.view(asker);
  }

  @Route(signInPolicyRoutes.decide)
  async decide({ asker, body }: Asked<typeof signInPolicyRoutes.decide>): Promise<SignInPolicyView> {
    await this.rules.decide(body.version, body.decision, asker.personId);
    return this.query.view(asker);
  }

  @Route(signInPolicyRoutes.without)
  without(): Promise<WithoutSecondFactorList> {
    return this.query.without();
  }
}
