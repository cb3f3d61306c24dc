import { Controller } from '@nestjs/common';
import { serviceTokensRoutes, type CreatedToken, type ServiceTokenList } from '#contracts';
import { ServiceTokens } from '#people';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { apiRefusals } from '../refusals.js';
import { ServiceTokenQuery } from './service-token.query.js';

@Controller()
export class ServiceTokensController {
  constructor(
    private readonly tokens: ServiceTokens,
    private readonly query: ServiceTokenQuery,
  ) {}

  @Route(serviceTokensRoutes.list)
  list({ asker }: Asked<typeof serviceTokensRoutes.list>): Promise<ServiceTokenList> {
    return this.query.list(asker);
  }

  @Route(serviceTokensRoutes.ask)
  ask({ asker, body }: Asked<typeof serviceTokensRoutes.ask>): Promise<CreatedToken> {
    return this.tokens.ask(asker, body);
  }

  @Route(serviceTokensRoutes.confirm)
  async confirm({ asker, serviceTokenId }: Asked<typeof serviceTokensRoutes.confirm>): Promise<void> {
    if (!(await this.tokens.confirm(serviceTokenId, asker))) throw apiRefusals.not_found();
  }

  @Route(serviceTokensRoutes.revoke)
  async revoke({ asker, serviceTokenId }: Asked<typeof serviceTokensRoutes.revoke>): Promise<void> {
    if (!(await this.tokens.revoke(serviceTokenId, asker))) throw apiRefusals.not_found();
  }
}
