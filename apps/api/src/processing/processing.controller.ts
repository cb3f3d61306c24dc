import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import {
  attentionGroupSchema,
  giveUpGroupSchema,
  groupMovedSchema,
  processingBoardSchema,
  type GroupMoved,
  type ProcessingBoard,
} from '#contracts';
import { type Asker } from '#people';
import { Access } from '../access/access.decorator.js';
import { CurrentAsker } from '../access/asker.decorator.js';
import { AttentionGroups } from './attention-groups.service.js';
import { BoardQuery } from './board.query.js';

class ProcessingBoardDto extends createZodDto(processingBoardSchema) {}
class AttentionGroupDto extends createZodDto(attentionGroupSchema) {}
class GiveUpGroupDto extends createZodDto(giveUpGroupSchema) {}
class GroupMovedDto extends createZodDto(groupMovedSchema) {}

@ApiTags('operations')
@Controller('api/v1/processing')
export class ProcessingController {
  constructor(
    private readonly query: BoardQuery,
    private readonly groups: AttentionGroups,
  ) {}

  @ApiOperation({
    summary: 'Stages, jobs, workers, engines, storage and keys, as figures',
    description: 'No call and no words.',
  })
  @Get()
  @Access({ permission: 'processing.read' })
  @ZodResponse({ status: 200, type: ProcessingBoardDto })
  board(@CurrentAsker() asker: Asker): Promise<ProcessingBoard> {
    return this.query.board(asker);
  }

  @ApiOperation({
    summary: 'Retries up to 200 of the asker’s calls that wait for the same thing',
    description: 'The longest waiting first. Safe to send again.',
  })
  @Post('retry')
  @HttpCode(200)
  @Access({ permission: 'calls.retry' })
  @ZodResponse({ status: 200, type: GroupMovedDto })
  retry(@CurrentAsker() asker: Asker, @Body() group: AttentionGroupDto): Promise<GroupMoved> {
    return this.groups.retry(asker, group);
  }

  @ApiOperation({
    summary: 'Gives up to 200 of the asker’s calls up that wait for the same thing',
    description: 'The longest waiting first. Safe to send again.',
  })
  @Post('give-up')
  @HttpCode(200)
  @Access({ permission: 'calls.give_up' })
  @ZodResponse({ status: 200, type: GroupMovedDto })
  giveUp(@CurrentAsker() asker: Asker, @Body() request: GiveUpGroupDto): Promise<GroupMoved> {
    return this.groups.giveUp(asker, request);
  }
}
