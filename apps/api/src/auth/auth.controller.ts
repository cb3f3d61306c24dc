import { Body, Controller, Get, Headers, HttpCode, Inject, Ip, Post, Put, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { z } from 'zod';
import { languageSchema, loginRequestSchema, meSchema, type Me } from '#contracts';
import { PeopleService, SessionService, SignInService, type Asker } from '#people';
import { ENV, type Env } from '#platform';
import { Access } from '../access/access.decorator.js';
import { CurrentAsker } from '../access/asker.decorator.js';
import { notSignedIn } from '../access/refusals.js';
import { ApiProblem } from '../openapi/api-problem.js';
import { NoContent } from '../openapi/no-content.js';
import { MeQuery } from './me.js';
import { noSessionCookie, sessionCookie, sessionToken } from './session-cookie.js';
import { signInDelayed, wrongCredentials } from './refusals.js';

class LoginRequestDto extends createZodDto(loginRequestSchema) {}
class LanguageDto extends createZodDto(z.object({ language: languageSchema }).strict()) {}
class MeDto extends createZodDto(meSchema) {}

@ApiTags('auth')
@Controller('api/v1/auth')
export class AuthController {
  constructor(
    private readonly signIn: SignInService,
    private readonly sessions: SessionService,
    private readonly people: PeopleService,
    private readonly whoIs: MeQuery,
    @Inject(ENV) private readonly env: Env,
  ) {}

  @ApiOperation({
    summary: 'Signs in and sets the session’s cookie',
    description:
      'The session that the browser had until now ends. Where the account has a second factor, the new one owes it (`pending`) and ends after five minutes.',
  })
  @Post('login')
  @Access({ public: true, guess: true })
  @HttpCode(200)
  @ZodResponse({ status: 200, type: MeDto })
  @ApiProblem(401, 'The user name or the password is not right.')
  @ApiProblem(429, 'Too many tries; Retry-After says how long to wait.')
  async login(
    @Body() body: LoginRequestDto,
    @Ip() address: string,
    @Headers() headers: { cookie?: string; 'user-agent'?: string },
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    const answer = await this.signIn.signIn({ ...body, address, userAgent: headers['user-agent'] ?? null });
    if (!answer.allowed)
      throw answer.reason === 'wrong_credentials' ? wrongCredentials() : signInDelayed(answer.seconds);
    const asker = await this.sessions.find(answer.token);
    if (!asker) throw notSignedIn();
    await this.endPresented(headers.cookie);
    void reply.header('set-cookie', sessionCookie(answer.token, this.env.cookieSecure));
    return this.whoIs.of(asker);
  }

  @ApiOperation({ summary: 'Ends the session on the server, whatever the browser does with its cookie' })
  @Post('logout')
  @Access({ signedIn: true, whilePending: true })
  @NoContent()
  async logout(@CurrentAsker() asker: Asker, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.signIn.signOut(asker.sessionId, asker.personId);
    void reply.header('set-cookie', noSessionCookie(this.env.cookieSecure));
  }

  @ApiOperation({ summary: 'Who is signed in, and what the account may do' })
  @Get('me')
  @Access({ signedIn: true, whilePending: true })
  @ZodResponse({ status: 200, type: MeDto })
  async me(@CurrentAsker() asker: Asker): Promise<Me> {
    return this.whoIs.of(asker);
  }

  @ApiOperation({ summary: 'Keeps the language that the screens speak to this account' })
  @Put('me/language')
  @Access({ signedIn: true, whilePending: true })
  @ZodResponse({ status: 200, type: MeDto })
  async chooseLanguage(@CurrentAsker() asker: Asker, @Body() { language }: LanguageDto): Promise<Me> {
    await this.people.setLanguage(asker.accountId, language);
    return this.whoIs.of({ ...asker, language });
  }

  private async endPresented(cookie: string | undefined): Promise<void> {
    const token = sessionToken(cookie);
    const before = token === null ? null : await this.sessions.find(token);
    if (before) await this.signIn.signOut(before.sessionId, before.personId);
  }
}
