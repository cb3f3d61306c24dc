import { Body, Controller, Delete, Get, Ip, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import {
  accountSecuritySchema,
  endedSessionsSchema,
  passwordChangeSchema,
  sessionListSchema,
  type AccountSecurity,
  type EndedSessions,
  type SessionList,
} from '#contracts';
import { AccountService, SecondFactorService, type Asker } from '#people';
import { Access } from '../access/access.decorator.js';
import { CurrentAsker } from '../access/asker.decorator.js';
import { IdPipe } from '../http/id.pipe.js';
import { notFound } from '../http/problem.js';
import { ApiProblem } from '../openapi/api-problem.js';
import { NoContent } from '../openapi/no-content.js';

class AccountSecurityDto extends createZodDto(accountSecuritySchema) {}
class PasswordChangeDto extends createZodDto(passwordChangeSchema) {}
class SessionListDto extends createZodDto(sessionListSchema) {}
class EndedSessionsDto extends createZodDto(endedSessionsSchema) {}

/** What everybody may see and do of their own account. */
@ApiTags('account')
@Controller('api/v1/account')
export class AccountController {
  constructor(
    private readonly account: AccountService,
    private readonly factors: SecondFactorService,
  ) {}

  @ApiOperation({ summary: 'How the account is secured' })
  @Get()
  @Access({ signedIn: true })
  @ZodResponse({ status: 200, type: AccountSecurityDto })
  async security(@CurrentAsker() { accountId }: Asker): Promise<AccountSecurity> {
    const { since, recoveryCodesLeft } = await this.factors.state(accountId);
    const changedAt = await this.account.passwordChangedAt(accountId);
    return {
      secondFactorSince: since?.toISOString() ?? null,
      recoveryCodesLeft,
      passwordChangedAt: changedAt?.toISOString() ?? null,
    };
  }

  @ApiOperation({ summary: 'Changes the password', description: 'Every other session of the account ends.' })
  @Post('password')
  @Access({ signedIn: true, guess: true })
  @NoContent()
  @ApiProblem(429, 'Too many tries; Retry-After says how long to wait.')
  async changePassword(
    @CurrentAsker() asker: Asker,
    @Body() body: PasswordChangeDto,
    @Ip() address: string,
  ): Promise<void> {
    await this.account.changePassword(asker, address, body);
  }

  @ApiOperation({ summary: 'Where the account is signed in' })
  @Get('sessions')
  @Access({ signedIn: true })
  @ZodResponse({ status: 200, type: SessionListDto })
  async sessions(@CurrentAsker() { accountId, sessionId }: Asker): Promise<SessionList> {
    const open = await this.account.openSessions(accountId);
    const items = open.map(({ id, createdAt, lastSeenAt, address, browser, system }) => ({
      sessionId: id,
      current: id === sessionId,
      startedAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
      ...{ address, browser, system },
    }));
    return { items };
  }

  @ApiOperation({ summary: 'Signs the account out everywhere but here' })
  @Delete('sessions')
  @Access({ signedIn: true })
  @ZodResponse({ status: 200, type: EndedSessionsDto })
  async endOthers(@CurrentAsker() asker: Asker): Promise<EndedSessions> {
    return { ended: await this.account.endOtherSessions(asker) };
  }

  @ApiOperation({ summary: 'Signs the account out in one place' })
  @Delete('sessions/:sessionId')
  @Access({ signedIn: true })
  @NoContent()
  async endOne(@CurrentAsker() asker: Asker, @Param('sessionId', IdPipe) sessionId: string): Promise<void> {
    if (!(await this.account.endSession(asker, sessionId))) throw notFound();
  }
}
