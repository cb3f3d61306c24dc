import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { modelScorerViewSchema, type ModelScorerView } from '#contracts';
import { Access } from '../access/access.decorator.js';
import { ModelScorerQuery } from './model-scorer.query.js';

class ModelScorerViewDto extends createZodDto(modelScorerViewSchema) {}

/** The language model of the user's own that may be asked beside the rules. */
@ApiTags('checklists')
@Controller('api/v1/model-scorer')
export class ModelScorerController {
  constructor(private readonly query: ModelScorerQuery) {}

  @ApiOperation({
    summary: 'The language model beside the rules, and how far people agree with it',
    description:
      'By item, language and outcome: how many answers of people there are, the interval, and whether such answers count.',
  })
  @Get()
  @Access({ permission: 'checklists.edit' })
  @ZodResponse({ status: 200, type: ModelScorerViewDto })
  view(): Promise<ModelScorerView> {
    return this.query.view();
  }
}
