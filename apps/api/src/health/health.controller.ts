import { Controller } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { healthRoutes } from '#contracts';
import { platformRefusals } from '#platform';
import { RawRoute, Route } from '../routes/route.decorator.js';
import { Metrics } from './metrics.js';

@Controller()
export class HealthController {
  constructor(
    private readonly source: DataSource,
    private readonly metrics: Metrics,
  ) {}

  @Route(healthRoutes.live)
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Route(healthRoutes.ready)
  async ready(): Promise<{ status: 'ok' }> {
    await this.source.query('select 1').catch((cause: unknown) => {
      throw platformRefusals.database_away(cause);
    });
    return { status: 'ok' };
  }

  @RawRoute(healthRoutes.prometheus)
  prometheus(): Promise<string> {
    return this.metrics.text();
  }
}
