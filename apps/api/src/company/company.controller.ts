import { Body, Controller, Get, HttpCode, Post, Put, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type FastifyRequest } from 'fastify';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import {
  calendarImportQuerySchema,
  calendarPreviewSchema,
  calendarViewSchema,
  companyProfileViewSchema,
  newNoticeSchema,
  noticeStateSchema,
  profileChangeSchema,
  type CalendarPreview,
  type CalendarView,
  type CompanyProfileView,
  type NoticeState,
} from '#contracts';
import { CalendarService, CompanyService, NoticeService, type Asker } from '#people';
import { Access } from '../access/access.decorator.js';
import { CurrentAsker } from '../access/asker.decorator.js';
import { ApiProblem } from '../openapi/api-problem.js';
import { FILE_BODY, uploadedFile } from '../people/uploaded-file.js';
import { CompanyQuery } from './company.query.js';

class CompanyProfileViewDto extends createZodDto(companyProfileViewSchema) {}
class ProfileChangeDto extends createZodDto(profileChangeSchema) {}
class CalendarViewDto extends createZodDto(calendarViewSchema) {}
class CalendarImportQueryDto extends createZodDto(calendarImportQuerySchema) {}
class CalendarPreviewDto extends createZodDto(calendarPreviewSchema) {}
class NoticeStateDto extends createZodDto(noticeStateSchema) {}
class NewNoticeDto extends createZodDto(newNoticeSchema) {}

const MANAGE = { permission: 'company.manage' } as const;

@ApiTags('company')
@Controller('api/v1/company')
export class CompanyController {
  constructor(
    private readonly query: CompanyQuery,
    private readonly company: CompanyService,
    private readonly days: CalendarService,
    private readonly notices: NoticeService,
  ) {}

  @ApiOperation({ summary: 'The company profile in force' })
  @Get('profile')
  @Access(MANAGE)
  @ZodResponse({ status: 200, type: CompanyProfileViewDto })
  profile(): Promise<CompanyProfileView> {
    return this.query.profile();
  }

  @ApiOperation({ summary: 'Changes the profile', description: 'From the next score on it is the one that judges.' })
  @Put('profile')
  @Access(MANAGE)
  @ZodResponse({ status: 200, type: CompanyProfileViewDto })
  @ApiProblem(409, 'Somebody else changed it meanwhile.')
  async change(
    @CurrentAsker() asker: Asker,
    @Body() { version, profile }: ProfileChangeDto,
  ): Promise<CompanyProfileView> {
    await this.company.changeProfile(profile, version, asker.personId);
    return this.query.profile();
  }

  @ApiOperation({ summary: 'Holidays and worked weekend days, and the days of which the calendar is complete' })
  @Get('calendar')
  @Access(MANAGE)
  @ZodResponse({ status: 200, type: CalendarViewDto })
  calendar(): Promise<CalendarView> {
    return this.days.view();
  }

  @ApiOperation({
    summary: 'Says what an ICS or CSV file would change in a period',
    description: 'With `plan`, the name of a preview, does exactly that or nothing.',
  })
  @Post('calendar/import')
  @Access(MANAGE)
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: FILE_BODY })
  @ZodResponse({ status: 200, type: CalendarPreviewDto })
  @ApiProblem(409, 'Something changed after the preview.')
  @ApiProblem(413, 'The file is too large.')
  @ApiProblem(415, 'The request is no multipart/form-data.')
  async import(
    @CurrentAsker() asker: Asker,
    @Query() { plan, ...period }: CalendarImportQueryDto,
    @Req() request: FastifyRequest,
  ): Promise<CalendarPreview> {
    const bytes = await uploadedFile(request);
    if (plan === undefined) return this.days.preview(bytes, period);
    return this.days.apply(bytes, period, plan, asker.personId);
  }

  @ApiOperation({ summary: 'The recording notice in force, and how many have read it' })
  @Get('notice')
  @Access(MANAGE)
  @ZodResponse({ status: 200, type: NoticeStateDto })
  notice(): Promise<NoticeState> {
    return this.query.notice();
  }

  @ApiOperation({
    summary: 'Publishes a new version of the recording notice',
    description: 'Everybody has to read it before going on.',
  })
  @Post('notice')
  @Access(MANAGE)
  @HttpCode(201)
  @ZodResponse({ status: 201, type: NoticeStateDto })
  @ApiProblem(409, 'Somebody else published meanwhile.')
  async publish(@CurrentAsker() asker: Asker, @Body() { basedOn, zh, en }: NewNoticeDto): Promise<NoticeState> {
    await this.notices.publish({ zh, en }, basedOn, asker.personId);
    return this.query.notice();
  }
}
