import { Body, Controller, Headers, HttpCode, Inject, Ip, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { meSchema, secondFactorRequestSchema, stepUpRequestSchema, type Me } from '#contracts';
import { SessionService, StepUpService, type Asker } from '#people';
import { ENV, type Env } from '#platform';
import { Access } from '../access/access.decorator.js';
import { CurrentAsker } from '../access/asker.decorator.js';
import { notSignedIn } from '../access/refusals.js';
import { ApiProblem } from '../openapi/api-problem.js';
import { NoContent } from '../openapi/no-content.js';
import { MeQuery } from './me.js';
import { sessionCookie } from './session-cookie.js';

class SecondFactorRequestDto extends createZodDto(secondFactorRequestSchema) {}
class StepUpRequestDto extends createZodDto(stepUpRequestSchema) {}
class MeDto extends createZodDto(meSchema) {}

@ApiTags('auth')
@Controller('api/v1/auth')
export class StepUpController {
  constructor(
    private readonly steps: StepUpService,
    private readonly sessions: SessionService,
    private readonly whoIs: MeQuery,
    @Inject(ENV) private readonly env: Env,
  ) {}

  @ApiOperation({
    summary: 'Completes signing in with a code of the authenticator or a recovery code',
    description: 'The session gets a new cookie.',
  })
  @Post('second-factor')
  @Access({ signedIn: true, whilePending: true, guess: true })
  @HttpCode(200)
  @ZodResponse({ status: 200, type: MeDto })
  @ApiProblem(409, 'The account has no second factor.')
  @ApiProblem(429, 'Too many tries; Retry-After says how long to wait.')
  async secondFactor(
    @CurrentAsker() asker: Asker,
    @Body() { code }: SecondFactorRequestDto,
    @Ip() address: string,
    @Headers('user-agent') userAgent: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    const token = await this.steps.completeSignIn(asker, { address, userAgent: userAgent ?? null }, code);
    void reply.header('set-cookie', sessionCookie(token, this.env.cookieSecure));
    return this.now(await this.sessions.find(token));
  }

  @ApiOperation({ summary: 'Gives five more minutes for the code, within an hour of the password' })
  @Post('second-factor/more-time')
  @Access({ signedIn: true, whilePending: true })
  @HttpCode(200)
  @ZodResponse({ status: 200, type: MeDto })
  @ApiProblem(409, 'The hour is over, or no code is owed.')
  async moreTime(@CurrentAsker() asker: Asker): Promise<Me> {
    await this.steps.moreTime(asker);
    return this.now((await this.sessions.liveAmong([asker.sessionId])).get(asker.sessionId) ?? null);
  }

  @ApiOperation({
    summary: 'Proves again who sits there, for five minutes',
    description: 'With a code where the account has a second factor, else with the password.',
  })
  @Post('step-up')
  @Access({ signedIn: true, guess: true })
  @NoContent()
  @ApiProblem(429, 'Too many tries; Retry-After says how long to wait.')
  async stepUp(@CurrentAsker() asker: Asker, @Body() body: StepUpRequestDto, @Ip() address: string): Promise<void> {
    await this.steps.stepUp(asker, address, body);
  }

  private now(asker: Asker | null): Promise<Me> {
    if (!asker) throw notSignedIn();
    return this.whoIs.of(asker);
  }
}
