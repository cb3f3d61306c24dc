import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import {
  allTokensSchema,
  createdTokenSchema,
  newTokenSchema,
  tokenListSchema,
  type AllTokens,
  type CreatedToken,
  type TokenList,
} from '#contracts';
import { TokenService, type Asker } from '#people';
import { Access } from '../access/access.decorator.js';
import { CurrentAsker } from '../access/asker.decorator.js';
import { IdPipe } from '../http/id.pipe.js';
import { notFound } from '../http/problem.js';
import { ApiProblem } from '../openapi/api-problem.js';
import { NoContent } from '../openapi/no-content.js';
import { TokenQuery } from './token.query.js';

class NewTokenDto extends createZodDto(newTokenSchema) {}
class CreatedTokenDto extends createZodDto(createdTokenSchema) {}
class TokenListDto extends createZodDto(tokenListSchema) {}
class AllTokensDto extends createZodDto(allTokensSchema) {}

@ApiTags('tokens')
@Controller('api/v1')
export class TokensController {
  constructor(
    private readonly tokens: TokenService,
    private readonly query: TokenQuery,
  ) {}

  @ApiOperation({ summary: 'One’s own tokens, and what a new one may hold' })
  @Get('account/tokens')
  @Access({ signedIn: true })
  @ZodResponse({ status: 200, type: TokenListDto })
  own(@CurrentAsker() asker: Asker): Promise<TokenList> {
    return this.query.own(asker);
  }

  @ApiOperation({ summary: 'Makes a token', description: 'It is said this once.' })
  @Post('account/tokens')
  @Access({ signedIn: true, stepUp: true })
  @ZodResponse({ status: 201, type: CreatedTokenDto })
  @ApiProblem(403, 'More than the account may do itself, or who sits there has to be proved again: POST auth/step-up.')
  @ApiProblem(409, 'The account has as many tokens as it may have.')
  create(@CurrentAsker() asker: Asker, @Body() body: NewTokenDto): Promise<CreatedToken> {
    return this.tokens.create(asker, body);
  }

  @ApiOperation({ summary: 'Revokes a token of one’s own' })
  @Delete('account/tokens/:tokenId')
  @Access({ signedIn: true })
  @NoContent()
  async revokeOwn(@CurrentAsker() asker: Asker, @Param('tokenId', IdPipe) tokenId: string): Promise<void> {
    if (!(await this.tokens.revoke(tokenId, asker.accountId, asker.personId))) throw notFound();
  }

  @ApiOperation({ summary: 'Everybody’s tokens that are neither revoked nor over' })
  @Get('tokens')
  @Access({ permission: 'tokens.manage' })
  @ZodResponse({ status: 200, type: AllTokensDto })
  all(): Promise<AllTokens> {
    return this.query.all();
  }

  @ApiOperation({ summary: 'Revokes anybody’s token' })
  @Delete('tokens/:tokenId')
  @Access({ permission: 'tokens.manage' })
  @NoContent()
  async revoke(@CurrentAsker() { personId }: Asker, @Param('tokenId', IdPipe) tokenId: string): Promise<void> {
    if (!(await this.tokens.revoke(tokenId, null, personId))) throw notFound();
  }
}
