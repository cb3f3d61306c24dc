import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import {
  callDetailSchema,
  callFiguresSchema,
  callJournalSchema,
  callListQuerySchema,
  callListSchema,
  type CallDetail,
  type CallFigures,
  type CallJournal,
  type CallList,
} from '#contracts';
import { type Asker } from '#people';
import { Access } from '../access/access.decorator.js';
import { CurrentAsker } from '../access/asker.decorator.js';
import { CallDetailQuery } from '../dashboard/call-detail.query.js';
import { CallFiguresQuery } from '../dashboard/call-figures.query.js';
import { CallJournalQuery } from '../dashboard/call-journal.query.js';
import { CallListQuery } from '../dashboard/call-list.query.js';
import { IdPipe } from '../http/id.pipe.js';

class CallListQueryDto extends createZodDto(callListQuerySchema) {}
class CallListDto extends createZodDto(callListSchema) {}
class CallFiguresDto extends createZodDto(callFiguresSchema) {}
class CallDetailDto extends createZodDto(callDetailSchema) {}
class CallJournalDto extends createZodDto(callJournalSchema) {}

@ApiTags('calls')
@Controller('api/v1/calls')
export class CallsController {
  constructor(
    private readonly calls: CallListQuery,
    private readonly today: CallFiguresQuery,
    private readonly one: CallDetailQuery,
    private readonly journals: CallJournalQuery,
  ) {}

  @ApiOperation({ summary: 'The calls that the account may see, newest first, a page at a time' })
  @Get()
  @Access({ permission: 'calls.read' })
  @ZodResponse({ status: 200, type: CallListDto })
  list(@CurrentAsker() asker: Asker, @Query() query: CallListQueryDto): Promise<CallList> {
    return this.calls.list(asker, query);
  }

  @ApiOperation({ summary: 'Counts over the calls that the account may see since local midnight' })
  @Get('figures')
  @Access({ permission: 'calls.read' })
  @ZodResponse({ status: 200, type: CallFiguresDto })
  figures(@CurrentAsker() asker: Asker): Promise<CallFigures> {
    return this.today.figures(asker);
  }

  @ApiOperation({ summary: 'One call: its facts, recording, neighbours and what the account may do with it' })
  @Get(':callId')
  @Access({ permission: 'calls.read' })
  @ZodResponse({ status: 200, type: CallDetailDto })
  detail(@CurrentAsker() asker: Asker, @Param('callId', IdPipe) callId: string): Promise<CallDetail> {
    return this.one.detail(asker, callId);
  }

  @ApiOperation({ summary: 'What happened to the call, oldest first' })
  @Get(':callId/journal')
  @Access({ permission: 'calls.journal.read' })
  @ZodResponse({ status: 200, type: CallJournalDto })
  journal(@CurrentAsker() asker: Asker, @Param('callId', IdPipe) callId: string): Promise<CallJournal> {
    return this.journals.journal(asker, callId);
  }
}
