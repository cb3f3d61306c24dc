import { Controller } from '@nestjs/common';
import { tokensRoutes, type AllTokens, type CreatedToken, type TokenList } from '#contracts';
import { TokenService } from '#people';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { TokenQuery } from './token.query.js';
import { apiRefusals } from '../refusals.js';

@Controller()
export class TokensController {
  constructor(
    private readonly tokens: TokenService,
    private readonly query: TokenQuery,
  ) {}

  @Route(tokensRoutes.own)
  own({ asker }: Asked<typeof tokensRoutes.own>): Promise<TokenList> {
    return this.query.own(asker);
  }

  @Route(tokensRoutes.create)
  create({ asker, body }: Asked<typeof tokensRoutes.create>): Promise<CreatedToken> {
    return this.tokens.create(asker, body);
  }

  @Route(tokensRoutes.revokeOwn)
  async revokeOwn({ asker, tokenId }: Asked<typeof tokensRoutes.revokeOwn>): Promise<void> {
    if (!(await this.tokens.revoke(tokenId, asker.accountId, asker.personId))) throw apiRefusals.not_found();
  }

  @Route(tokensRoutes.all)
  all(): Promise<AllTokens> {
    return this.query.all();
  }

  @Route(tokensRoutes.revoke)
  async revoke({ asker: { personId }, tokenId }: Asked<typeof tokensRoutes.revoke>): Promise<void> {
    if (!(await this.tokens.revoke(tokenId, null, personId))) throw apiRefusals.not_found();
  }
}
