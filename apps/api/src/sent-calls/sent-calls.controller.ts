import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { sentCallListSchema, sentCallsQuerySchema, type SentCallList } from '#contracts';
import { type Asker } from '#people';
import { Access } from '../access/access.decorator.js';
import { CurrentAsker } from '../access/asker.decorator.js';
import { SentCalls } from './sent-calls.service.js';

class SentCallsQueryDto extends createZodDto(sentCallsQuerySchema) {}
class SentCallListDto extends createZodDto(sentCallListSchema) {}

@ApiTags('calls')
@Controller('api/v1/sent-calls')
export class SentCallsController {
  constructor(private readonly sent: SentCalls) {}

  @ApiOperation({
    summary: 'How far calls have come that this account sent in',
    description: 'Stages and reasons, for up to 100 ids.',
  })
  @Get()
  @Access({ permission: 'calls.ingest' })
  @ZodResponse({ status: 200, type: SentCallListDto })
  stages(@CurrentAsker() asker: Asker, @Query() { ids }: SentCallsQueryDto): Promise<SentCallList> {
    return this.sent.stages(asker, ids);
  }
}
