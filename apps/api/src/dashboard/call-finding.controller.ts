import { Readable } from 'node:stream';
import { Controller, Get, Header, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import {
  callCountSchema,
  callExportQuerySchema,
  callFiltersSchema,
  callNeighboursSchema,
  filterChoicesQuerySchema,
  filterChoicesSchema,
  type CallCount,
  type CallNeighbours,
  type FilterChoices,
} from '#contracts';
import { type Asker } from '#people';
import { Access } from '../access/access.decorator.js';
import { CurrentAsker } from '../access/asker.decorator.js';
import { IdPipe } from '../http/id.pipe.js';
import { CallExport } from './call-export.service.js';
import { CallListQuery } from './call-list.query.js';
import { CallNeighboursQuery } from './call-neighbours.query.js';
import { ChoicesQuery } from './choices.query.js';

class CallFiltersDto extends createZodDto(callFiltersSchema) {}
class CallExportQueryDto extends createZodDto(callExportQuerySchema) {}
class FilterChoicesQueryDto extends createZodDto(filterChoicesQuerySchema) {}
class CallCountDto extends createZodDto(callCountSchema) {}
class FilterChoicesDto extends createZodDto(filterChoicesSchema) {}
class CallNeighboursDto extends createZodDto(callNeighboursSchema) {}

/** What helps to find calls, beside the list itself. */
@ApiTags('calls')
@Controller('api/v1/calls')
export class CallFindingController {
  constructor(
    private readonly calls: CallListQuery,
    private readonly filters: ChoicesQuery,
    private readonly beside: CallNeighboursQuery,
    private readonly exports: CallExport,
  ) {}

  @ApiOperation({
    summary: 'How many calls that the account may see match the filters',
    description: 'Exactly where that is cheap, else that there are more.',
  })
  @Get('count')
  @Access({ permission: 'calls.read' })
  @ZodResponse({ status: 200, type: CallCountDto })
  count(@CurrentAsker() asker: Asker, @Query() query: CallFiltersDto): Promise<CallCount> {
    return this.calls.count(asker, query);
  }

  @ApiOperation({ summary: 'The teams, clients, agents and checklist items that the account can filter by' })
  @Get('filter-choices')
  @Access({ permission: 'calls.read' })
  @ZodResponse({ status: 200, type: FilterChoicesDto })
  choices(@CurrentAsker() asker: Asker, @Query() query: FilterChoicesQueryDto): Promise<FilterChoices> {
    return this.filters.choices(asker, query);
  }

  @ApiOperation({
    summary: 'The filtered list as a CSV file',
    description:
      'Newest first, masked as on the screen, at most 100,000 rows. Journalled before it begins and at its end.',
  })
  @Get('export.csv')
  @Access({ permission: 'calls.export' })
  @Header('content-type', 'text/csv; charset=utf-8')
  @ApiProduces('text/csv')
  @ApiOkResponse({ description: 'UTF-8 with a byte order mark.', schema: { type: 'string' } })
  async export(@CurrentAsker() asker: Asker, @Query() query: CallExportQueryDto): Promise<StreamableFile> {
    const { exportLanguage, ...filters } = query;
    const lines = await this.exports.start(asker, filters, exportLanguage ?? asker.language);
    return new StreamableFile(Readable.from(lines), {
      type: 'text/csv; charset=utf-8',
      disposition: 'attachment; filename="calls.csv"',
    });
  }

  @ApiOperation({ summary: 'The calls before and after this one in a filtered list' })
  @Get(':callId/neighbours')
  @Access({ permission: 'calls.read' })
  @ZodResponse({ status: 200, type: CallNeighboursDto })
  neighbours(
    @CurrentAsker() asker: Asker,
    @Param('callId', IdPipe) callId: string,
    @Query() query: CallFiltersDto,
  ): Promise<CallNeighbours> {
    return this.beside.neighbours(asker, callId, query);
  }
}
