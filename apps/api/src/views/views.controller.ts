import { Body, Controller, Delete, Get, Param, Patch, Post, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { z } from 'zod';
import {
  defaultViewSchema,
  newViewSchema,
  savedViewListSchema,
  viewChangeSchema,
  type SavedViewList,
} from '#contracts';
import { type Asker } from '#people';
import { Access } from '../access/access.decorator.js';
import { CurrentAsker } from '../access/asker.decorator.js';
import { IdPipe } from '../http/id.pipe.js';
import { ApiProblem } from '../openapi/api-problem.js';
import { NoContent } from '../openapi/no-content.js';
import { ViewsService } from './views.service.js';

class SavedViewListDto extends createZodDto(savedViewListSchema) {}
class NewViewDto extends createZodDto(newViewSchema) {}
class ViewChangeDto extends createZodDto(viewChangeSchema) {}
class DefaultViewDto extends createZodDto(defaultViewSchema) {}
class ViewIdDto extends createZodDto(z.object({ viewId: z.uuid() })) {}

/** Named filters of the list of calls. */
@ApiTags('views')
@Controller('api/v1/views')
export class ViewsController {
  constructor(private readonly views: ViewsService) {}

  @ApiOperation({ summary: 'One’s own views, and those shared with a team that one may see' })
  @Get()
  @Access({ permission: 'calls.read' })
  @ZodResponse({ status: 200, type: SavedViewListDto })
  list(@CurrentAsker() asker: Asker): Promise<SavedViewList> {
    return this.views.list(asker);
  }

  @ApiOperation({ summary: 'Keeps filters of the list under a name' })
  @Post()
  @Access({ permission: 'calls.read' })
  @ZodResponse({ status: 201, type: ViewIdDto })
  @ApiProblem(409, 'The name is taken, or there are too many views.')
  create(@CurrentAsker() asker: Asker, @Body() body: NewViewDto): Promise<{ viewId: string }> {
    return this.views.create(asker, body);
  }

  @ApiOperation({ summary: 'Chooses the view that opens with the list, for this account' })
  @Put('default')
  @Access({ permission: 'calls.read' })
  @NoContent()
  async setDefault(@CurrentAsker() asker: Asker, @Body() { viewId }: DefaultViewDto): Promise<void> {
    await this.views.setDefault(asker, viewId);
  }

  @ApiOperation({ summary: 'Changes a view' })
  @Patch(':viewId')
  @Access({ permission: 'calls.read' })
  @NoContent()
  @ApiProblem(409, 'The name is taken.')
  async change(
    @CurrentAsker() asker: Asker,
    @Param('viewId', IdPipe) viewId: string,
    @Body() body: ViewChangeDto,
  ): Promise<void> {
    await this.views.change(asker, viewId, body);
  }

  @ApiOperation({ summary: 'Deletes a view', description: 'Can be undone with `restore`.' })
  @Delete(':viewId')
  @Access({ permission: 'calls.read' })
  @NoContent()
  async delete(@CurrentAsker() asker: Asker, @Param('viewId', IdPipe) viewId: string): Promise<void> {
    await this.views.delete(asker, viewId);
  }

  @ApiOperation({ summary: 'Brings a deleted view back' })
  @Post(':viewId/restore')
  @Access({ permission: 'calls.read' })
  @NoContent()
  @ApiProblem(409, 'The name has been taken in the meantime.')
  async restore(@CurrentAsker() asker: Asker, @Param('viewId', IdPipe) viewId: string): Promise<void> {
    await this.views.restore(asker, viewId);
  }
}
