import { Controller, Inject } from '@nestjs/common';
import { webhooksRoutes, type WebhookList, type WebhookSecret } from '#contracts';
import { ENV, type Env } from '#platform';
import { EndpointQuery, EndpointService } from '#webhooks';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';

@Controller()
export class WebhooksController {
  constructor(
    private readonly endpoints: EndpointService,
    private readonly query: EndpointQuery,
    @Inject(ENV) private readonly env: Env,
  ) {}

  @Route(webhooksRoutes.list)
  async list(): Promise<WebhookList> {
    const [endpoints, teams, clients] = await Promise.all([this.query.all(), this.query.teams(), this.query.clients()]);
    return { endpoints, teams, clients, allowedRanges: this.env.webhookAllowRanges };
  }

  @Route(webhooksRoutes.create)
  create({ asker, body }: Asked<typeof webhooksRoutes.create>): Promise<WebhookSecret> {
    return this.endpoints.create(body, asker.personId);
  }

  @Route(webhooksRoutes.change)
  change({ asker, endpointId, body }: Asked<typeof webhooksRoutes.change>): Promise<void> {
    return this.endpoints.change(endpointId, body, asker.personId);
  }

  @Route(webhooksRoutes.remove)
  remove({ asker, endpointId }: Asked<typeof webhooksRoutes.remove>): Promise<void> {
    return this.endpoints.remove(endpointId, asker.personId);
  }

  @Route(webhooksRoutes.pause)
  pause({ asker, endpointId }: Asked<typeof webhooksRoutes.pause>): Promise<void> {
    return this.endpoints.pause(endpointId, asker.personId);
  }

  @Route(webhooksRoutes.resume)
  resume({ asker, endpointId }: Asked<typeof webhooksRoutes.resume>): Promise<void> {
    return this.endpoints.resume(endpointId, asker.personId);
  }

  @Route(webhooksRoutes.rotateSecret)
  rotateSecret({ asker, endpointId }: Asked<typeof webhooksRoutes.rotateSecret>): Promise<WebhookSecret> {
    return this.endpoints.rotateSecret(endpointId, asker.personId);
  }
}
