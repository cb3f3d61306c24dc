import { Injectable } from '@nestjs/common';
import { HoldService } from '#legal';
import { DueSweep } from '#quality';
import { ObjectLockKeeper } from '#recordings';
import { DeliverySweep } from '#webhooks';

/** What becomes due by the database's clock: deliveries to other systems, promises, and calls that a hold by rule has to cover. */
@Injectable()
export class DueSweeps {
  constructor(
    readonly webhooks: DeliverySweep,
    readonly promises: DueSweep,
    readonly holds: HoldService,
    readonly objectLocks: ObjectLockKeeper,
  ) {}
}
