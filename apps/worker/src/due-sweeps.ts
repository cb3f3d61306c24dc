import { Injectable } from '@nestjs/common';
import { DueSweep } from '#quality';
import { DeliverySweep } from '#webhooks';

/** What becomes due by the database's clock: deliveries to other systems, and promises. */
@Injectable()
export class DueSweeps {
  constructor(
    readonly webhooks: DeliverySweep,
    readonly promises: DueSweep,
  ) {}
}
