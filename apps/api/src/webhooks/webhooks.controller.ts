import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import {
  webhookEndpointInputSchema,
  webhookListSchema,
  webhookSecretSchema,
  type WebhookList,
  type WebhookSecret,
} from '#contracts';
import { type Asker } from '#people';
import { ENV, type Env } from '#platform';
import { EndpointQuery, EndpointService } from '#webhooks';
import { Access } from '../access/access.decorator.js';
import { CurrentAsker } from '../access/asker.decorator.js';
import { IdPipe } from '../http/id.pipe.js';
import { ApiProblem } from '../openapi/api-problem.js';
import { NoContent } from '../openapi/no-content.js';

class WebhookListDto extends createZodDto(webhookListSchema) {}
class WebhookEndpointInputDto extends createZodDto(webhookEndpointInputSchema) {}
class WebhookSecretDto extends createZodDto(webhookSecretSchema) {}

@ApiTags('webhooks')
@Controller('api/v1/webhooks')
export class WebhooksController {
  constructor(
    private readonly endpoints: EndpointService,
    private readonly query: EndpointQuery,
    @Inject(ENV) private readonly env: Env,
  ) {}

  @ApiOperation({ summary: 'Every endpoint with its state, and what one may be narrowed to' })
  @Get()
  @Access({ permission: 'webhooks.manage' })
  @ZodResponse({ status: 200, type: WebhookListDto })
  async list(): Promise<WebhookList> {
    const [endpoints, teams, clients] = await Promise.all([this.query.all(), this.query.teams(), this.query.clients()]);
    return { endpoints, teams, clients, allowedRanges: this.env.webhookAllowRanges };
  }

  @ApiOperation({ summary: 'Registers an endpoint', description: 'Its secret is in this answer and nowhere else.' })
  @Post()
  @Access({ permission: 'webhooks.manage' })
  @ZodResponse({ status: 201, type: WebhookSecretDto })
  @ApiProblem(409, 'There are as many endpoints as there may be.')
  create(@CurrentAsker() asker: Asker, @Body() body: WebhookEndpointInputDto): Promise<WebhookSecret> {
    return this.endpoints.create(body, asker.personId);
  }

  @ApiOperation({ summary: 'Changes an endpoint’s name, address, events and narrowing, all at once' })
  @Put(':endpointId')
  @Access({ permission: 'webhooks.manage' })
  @NoContent()
  change(
    @CurrentAsker() asker: Asker,
    @Param('endpointId', IdPipe) endpointId: string,
    @Body() body: WebhookEndpointInputDto,
  ): Promise<void> {
    return this.endpoints.change(endpointId, body, asker.personId);
  }

  @ApiOperation({ summary: 'Removes an endpoint; nothing is sent to it any more' })
  @Delete(':endpointId')
  @Access({ permission: 'webhooks.manage' })
  @NoContent()
  remove(@CurrentAsker() asker: Asker, @Param('endpointId', IdPipe) endpointId: string): Promise<void> {
    return this.endpoints.remove(endpointId, asker.personId);
  }

  @ApiOperation({ summary: 'Holds deliveries back; they wait for thirty days' })
  @Post(':endpointId/pause')
  @Access({ permission: 'webhooks.manage' })
  @NoContent()
  pause(@CurrentAsker() asker: Asker, @Param('endpointId', IdPipe) endpointId: string): Promise<void> {
    return this.endpoints.pause(endpointId, asker.personId);
  }

  @ApiOperation({ summary: 'Sends again after a pause, beginning with what waited' })
  @Post(':endpointId/resume')
  @Access({ permission: 'webhooks.manage' })
  @NoContent()
  resume(@CurrentAsker() asker: Asker, @Param('endpointId', IdPipe) endpointId: string): Promise<void> {
    return this.endpoints.resume(endpointId, asker.personId);
  }

  @ApiOperation({
    summary: 'Makes a new secret for an endpoint',
    description: 'For a day deliveries bear a signature by the old one as well.',
  })
  @Post(':endpointId/secret')
  @Access({ permission: 'webhooks.manage' })
  @HttpCode(200)
  @ZodResponse({ status: 200, type: WebhookSecretDto })
  rotateSecret(@CurrentAsker() asker: Asker, @Param('endpointId', IdPipe) endpointId: string): Promise<WebhookSecret> {
    return this.endpoints.rotateSecret(endpointId, asker.personId);
  }
}
