import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { measuresOfCallSchema, type MeasuresOfCall } from '#contracts';
import { type Asker } from '#people';
import { Access } from '../access/access.decorator.js';
import { CurrentAsker } from '../access/asker.decorator.js';
import { IdPipe } from '../http/id.pipe.js';
import { MeasuresQuery } from './measures.query.js';

class MeasuresOfCallDto extends createZodDto(measuresOfCallSchema) {}

@ApiTags('calls')
@Controller('api/v1/calls')
export class MeasuresController {
  constructor(private readonly measures: MeasuresQuery) {}

  @ApiOperation({
    summary: 'Talk share, speaking rate, silences, talk-over and interruptions, measured from the sound',
  })
  @Get(':callId/measures')
  @Access({ permission: 'scorecards.read' })
  @ZodResponse({ status: 200, type: MeasuresOfCallDto })
  of(@CurrentAsker() asker: Asker, @Param('callId', IdPipe) callId: string): Promise<MeasuresOfCall> {
    return this.measures.of(asker, callId);
  }
}
