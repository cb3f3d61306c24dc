import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { WorkService, type JobContext, type JobHandler, type Lease } from '#platform';
import { DrainService } from '#webhooks';

/**
 * Delivers what is due at one endpoint. A refused delivery is no failed job: it is recorded and has a schedule of its own. A job that fails
 * is the product's own trouble; when it gives up, the sweep opens another as long as something is due, and no call is touched.
 */
@Injectable()
export class DeliverWebhooksJob implements JobHandler {
  constructor(
    private readonly source: DataSource,
    private readonly work: WorkService,
    private readonly service: DrainService,
  ) {}

  run(endpointId: string, context: JobContext): Promise<void> {
    return this.service.drain(endpointId, context);
  }

  async giveUp(_endpointId: string, lease: Lease): Promise<void> {
    await this.source.transaction((tx) => this.work.giveUp(tx, lease, 'internal_error'));
  }
}
