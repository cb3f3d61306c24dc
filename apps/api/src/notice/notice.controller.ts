import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { DataSource } from 'typeorm';
import {
  acknowledgeSchema,
  invitationCheckSchema,
  invitationViewSchema,
  noticeSchema,
  openAccountSchema,
  type InvitationView,
  type Notice,
} from '#contracts';
import { NoticeService, OpenAccountService, type Asker } from '#people';
import { Access } from '../access/access.decorator.js';
import { CurrentAsker } from '../access/asker.decorator.js';
import { refusalOf } from '../access/refusals.js';
import { ApiProblem } from '../openapi/api-problem.js';
import { NoContent } from '../openapi/no-content.js';

class NoticeDto extends createZodDto(noticeSchema) {}
class AcknowledgeDto extends createZodDto(acknowledgeSchema) {}
class InvitationCheckDto extends createZodDto(invitationCheckSchema) {}
class InvitationViewDto extends createZodDto(invitationViewSchema) {}
class OpenAccountDto extends createZodDto(openAccountSchema) {}

/** The notice that calls are recorded, for whoever has to read it. */
@ApiTags('notice')
@Controller('api/v1')
export class NoticeController {
  constructor(
    private readonly notices: NoticeService,
    private readonly accounts: OpenAccountService,
    private readonly source: DataSource,
  ) {}

  @ApiOperation({ summary: 'The notice in force' })
  @Get('notice')
  @Access({ signedIn: true, whilePending: true })
  @ZodResponse({ status: 200, type: NoticeDto })
  current(): Promise<Notice> {
    return this.view();
  }

  @ApiOperation({
    summary: 'Says that the notice was read',
    description: 'The session that owed it is open from here on.',
  })
  @Post('notice/acknowledgement')
  @Access({ signedIn: true, whilePending: true })
  @NoContent()
  @ApiProblem(403, 'The second factor comes first.')
  @ApiProblem(409, 'Another version is in force by now.')
  async acknowledge(@CurrentAsker() asker: Asker, @Body() body: AcknowledgeDto): Promise<void> {
    if (asker.pending === 'second_factor') throw refusalOf(asker.pending);
    await this.source.transaction((tx) => this.notices.acknowledge(tx, { personId: asker.personId, ...body }));
  }

  @ApiOperation({ summary: 'Whose account a code opens, and what has to be read first' })
  @Post('open-account/check')
  @Access({ public: true, guess: true })
  @HttpCode(200)
  @ZodResponse({ status: 200, type: InvitationViewDto })
  @ApiProblem(403, 'User name or code is not right, or the code is not valid any more.')
  async check(@Body() body: InvitationCheckDto): Promise<InvitationView> {
    const { expiresAt, ...account } = await this.accounts.check(body);
    return { ...account, expiresAt: expiresAt.toISOString(), notice: await this.view() };
  }

  @ApiOperation({
    summary: 'Opens an account',
    description: 'Sets its password and writes down that the notice was read, both or neither.',
  })
  @Post('open-account')
  @Access({ public: true, guess: true })
  @NoContent()
  @ApiProblem(403, 'User name or code is not right, or the code is not valid any more.')
  @ApiProblem(409, 'Another version of the notice is in force by now.')
  async open(@Body() { password, notice, ...claim }: OpenAccountDto): Promise<void> {
    await this.accounts.open(claim, password, notice);
  }

  private async view(): Promise<Notice> {
    const { version, zh, en, publishedAt } = await this.notices.current();
    return { version, zh, en, publishedAt: publishedAt.toISOString() };
  }
}
