import { Injectable } from '@nestjs/common';
import { ExportSweep, HoldService, RequestSweep } from '#legal';
import { HeadsCarrier } from '#journal';
import { DueSweep } from '#quality';
import { ObjectLockKeeper } from '#recordings';
import { RestoredRecordings, RetentionSweep } from '#retention';
import { MailSweep } from '#notifications';
import { DeliverySweep } from '#webhooks';
import { Tallies } from '#platform';
import { Upkeep } from './upkeep.js';

/**
 * What becomes due by the database's clock: deliveries, promises, requests that nobody decided, packages of evidence, calls that a hold by rule has to cover, and
 * what the installation looks after.
 */
@Injectable()
export class DueSweeps {
  constructor(
    readonly webhooks: DeliverySweep,
    readonly promises: DueSweep,
    readonly upkeep: Upkeep,
    readonly holds: HoldService,
    readonly objectLocks: ObjectLockKeeper,
    readonly requests: RequestSweep,
    readonly exports: ExportSweep,
    readonly retention: RetentionSweep,
    readonly restored: RestoredRecordings,
    readonly mail: MailSweep,
    readonly tallies: Tallies,
    readonly heads: HeadsCarrier,
  ) {}
}
