import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, WorkService } from '#platform';

const KEPT_MS = 30 * 24 * 3_600_000;
const BATCH = 5_000;

/** What the clock does for deliveries: opens work for what has become due, and forgets what is old. */
@Injectable()
export class DeliverySweep {
  constructor(
    private readonly source: DataSource,
    private readonly work: WorkService,
    private readonly clock: Clock,
  ) {}

  /** Opens work for endpoints where something is due and none is open. @returns how many */
  async openDue(): Promise<number> {
    const waiting: { id: string }[] = await this.source.query(
      `select id from webhook_endpoint endpoint
       where state = 'active' and removed_at is null and coalesce(quiet_until <= $1, true)
         and exists (select 1 from webhook_delivery where endpoint_id = endpoint.id and state = 'waiting' and due_at <= $1)`,
      [this.clock.now()],
    );
    const opened = await Promise.all(
      waiting.map(({ id }) => this.work.open(this.source.manager, 'deliver-webhooks', id)),
    );
    return opened.filter((id) => id !== null).length;
  }

  /** Deletes deliveries and their tries after thirty days, delivered or not. @returns how many */
  async forgetOld(): Promise<number> {
    const before = new Date(this.clock.now().getTime() - KEPT_MS);
    let forgotten = 0;
    for (let batch = BATCH; batch === BATCH; forgotten += batch) {
      const [, count] = await this.source.query<[unknown[], number]>(
        `delete from webhook_delivery where id in
           (select id from webhook_delivery where created_at < $1 order by created_at limit ${BATCH})`,
        [before],
      );
      batch = count;
    }
    return forgotten;
  }
}
