import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { z } from 'zod';
import {
  webhookDeliveryListSchema,
  webhookDeliveryQuerySchema,
  webhookQueuedSchema,
  webhookReplayRequestSchema,
  type WebhookDeliveryList,
  type WebhookQueued,
} from '#contracts';
import { type Asker } from '#people';
import { DeliveryQuery, ReplayService } from '#webhooks';
import { Access } from '../access/access.decorator.js';
import { CurrentAsker } from '../access/asker.decorator.js';
import { IdPipe } from '../http/id.pipe.js';
import { ApiProblem } from '../openapi/api-problem.js';
import { NoContent } from '../openapi/no-content.js';

class WebhookDeliveryListDto extends createZodDto(webhookDeliveryListSchema) {}
class WebhookDeliveryQueryDto extends createZodDto(webhookDeliveryQuerySchema) {}
class WebhookReplayDto extends createZodDto(webhookReplayRequestSchema) {}
class WebhookQueuedDto extends createZodDto(webhookQueuedSchema) {}
class WebhookPingDto extends createZodDto(z.object({ deliveryId: z.uuid() })) {}

@ApiTags('webhooks')
@Controller('api/v1/webhooks/:endpointId')
export class WebhookDeliveriesController {
  constructor(
    private readonly query: DeliveryQuery,
    private readonly replays: ReplayService,
  ) {}

  @ApiOperation({ summary: 'What was sent or waits, with every try, the latest first' })
  @Get('deliveries')
  @Access({ permission: 'webhooks.manage' })
  @ZodResponse({ status: 200, type: WebhookDeliveryListDto })
  list(
    @Param('endpointId', IdPipe) endpointId: string,
    @Query() query: WebhookDeliveryQueryDto,
  ): Promise<WebhookDeliveryList> {
    return this.query.list(endpointId, query);
  }

  @ApiOperation({ summary: 'Sends a test, `webhook.ping`' })
  @Post('ping')
  @Access({ permission: 'webhooks.manage' })
  @ZodResponse({ status: 201, type: WebhookPingDto })
  @ApiProblem(409, 'The endpoint is paused.')
  async ping(
    @CurrentAsker() asker: Asker,
    @Param('endpointId', IdPipe) endpointId: string,
  ): Promise<{ deliveryId: string }> {
    return { deliveryId: await this.replays.ping(endpointId, asker.personId) };
  }

  @ApiOperation({ summary: 'Sends one delivery again, under the same id' })
  @Post('deliveries/:deliveryId/replay')
  @Access({ permission: 'webhooks.manage' })
  @NoContent()
  @ApiProblem(409, 'The endpoint is paused.')
  replayOne(
    @CurrentAsker() asker: Asker,
    @Param('endpointId', IdPipe) endpointId: string,
    @Param('deliveryId', IdPipe) deliveryId: string,
  ): Promise<void> {
    return this.replays.one(endpointId, deliveryId, asker.personId);
  }

  @ApiOperation({
    summary: 'Sends everything that happened since a moment again',
    description: 'At most 10,000 at once, under the same ids.',
  })
  @Post('replay')
  @Access({ permission: 'webhooks.manage' })
  @HttpCode(200)
  @ZodResponse({ status: 200, type: WebhookQueuedDto })
  @ApiProblem(409, 'The endpoint is paused.')
  replaySince(
    @CurrentAsker() asker: Asker,
    @Param('endpointId', IdPipe) endpointId: string,
    @Body() { since }: WebhookReplayDto,
  ): Promise<WebhookQueued> {
    return this.replays.since(endpointId, new Date(since), asker.personId);
  }
}
