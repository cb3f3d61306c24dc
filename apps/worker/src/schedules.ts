import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { HeadsCarrier } from '#journal';
import { ExportSweep, GrantEndings, HoldService, PlayService, RequestSweep } from '#legal';
import { MailSweep } from '#notifications';
import { SignInService } from '#people';
import {
  ENV,
  LOGGER,
  ScheduleLedger,
  ScheduleRunner,
  Tallies,
  UPKEEP_SOURCE,
  type Env,
  type Logger,
  type Scheduled,
} from '#platform';
import { DueSweep } from '#quality';
import { AbandonedWrites, ObjectCopies, ObjectLockKeeper } from '#recordings';
import { RestoredRecordings, RetentionSweep } from '#retention';
import { WordSweeps } from '#transcripts';
import { DeliverySweep } from '#webhooks';
import { DiskWatch } from './disk-watch.js';
import { KeyWatch } from './key-watch.js';
import { Presence } from './presence.js';
import { by, DAY, HOUR, MINUTE, scheduledOf, SECOND, type ScheduleListing } from './schedule-row.js';
import { ScheduleWatch } from './schedule-watch.js';
import { Upkeep } from './upkeep.js';

/**
 * What the clock starts. One process leads each, and none overlaps itself (libs/platform/src/schedules). How a new one is tried out stands in
 * `schedules.int-spec.ts`, which fails without.
 */
export const SCHEDULES: readonly ScheduleListing[] = [
  { name: 'open-due-webhooks', every: 2 * SECOND, lateAfter: 2 * MINUTE, by: by(DeliverySweep, (s) => s.openDue()) },
  { name: 'tell-due-promises', every: 2 * SECOND, lateAfter: 2 * MINUTE, by: by(DueSweep, (s) => s.tell()) },
  { name: 'open-due-exports', every: 2 * SECOND, lateAfter: 2 * MINUTE, by: by(ExportSweep, (s) => s.openDue()) },
  { name: 'open-due-mail', every: 5 * SECOND, lateAfter: 2 * MINUTE, by: by(MailSweep, (s) => s.openDue()) },
  { name: 'copy-objects', every: 5 * SECOND, lateAfter: 2 * HOUR, by: by(ObjectCopies, (s) => s.copyDue()) },
  { name: 'close-idle-plays', every: 15 * SECOND, lateAfter: 2 * MINUTE, by: by(PlayService, (s) => s.closeIdle()) },
  { name: 'expire-legal-requests', every: 15 * SECOND, lateAfter: 2 * MINUTE, by: by(RequestSweep, (s) => s.expire()) },
  {
    ...{ name: 'tell-overdue-reviews', every: 15 * SECOND, lateAfter: 2 * MINUTE },
    by: by(RequestSweep, (s) => s.tellOverdue()),
  },
  { name: 'destroy-ended-exports', every: 15 * SECOND, lateAfter: 5 * MINUTE, by: by(ExportSweep, (s) => s.sweep()) },
  { name: 'watch-schedules', every: 15 * SECOND, lateAfter: 2 * MINUTE, by: by(ScheduleWatch, (s) => s.watch()) },
  { name: 'watch-disks', every: MINUTE, lateAfter: 10 * MINUTE, by: by(DiskWatch, (s) => s.watch()) },
  { name: 'watch-keys', every: MINUTE, lateAfter: 10 * MINUTE, by: by(KeyWatch, (s) => s.watch()) },
  { name: 'cover-held-calls', every: MINUTE, lateAfter: 10 * MINUTE, by: by(HoldService, (s) => s.coverMissed()) },
  { name: 'tell-ending-grants', every: MINUTE, lateAfter: 30 * MINUTE, by: by(GrantEndings, (s) => s.tell()) },
  { name: 'lock-held-objects', every: MINUTE, lateAfter: 10 * MINUTE, by: by(ObjectLockKeeper, (s) => s.sweep()) },
  {
    name: 'mask-older-recordings',
    every: MINUTE,
    lateAfter: 10 * MINUTE,
    by: by(WordSweeps, (s) => s.unmasked.sweep()),
  },
  { name: 'move-postings', every: MINUTE, lateAfter: 30 * MINUTE, by: by(WordSweeps, (s) => s.moved.sweep()) },
  { name: 'retention', every: MINUTE, lateAfter: 10 * MINUTE, by: by(RetentionSweep, (s) => s.run()) },
  {
    name: 'index-older-words',
    every: 5 * MINUTE,
    lateAfter: 15 * MINUTE,
    by: by(WordSweeps, (s) => s.unindexed.sweep()),
  },
  { name: 'sweep-abandoned-writes', every: HOUR, lateAfter: HOUR, by: by(AbandonedWrites, (s) => s.sweep()) },
  { name: 'sweep-sign-ins', every: HOUR, lateAfter: HOUR, by: by(SignInService, (s) => s.sweep()) },
  { name: 'forget-old-notifications', every: HOUR, lateAfter: HOUR, by: by(MailSweep, (s) => s.forgetOld()) },
  { name: 'forget-old-webhooks', every: HOUR, lateAfter: HOUR, by: by(DeliverySweep, (s) => s.forgetOld()) },
  {
    ...{ name: 'carry-heads', every: HOUR, lateAfter: 2 * HOUR, atOnce: true },
    by: by(HeadsCarrier, (s) => s.carry()),
  },
  { name: 'fold-tallies', every: MINUTE, lateAfter: 30 * MINUTE, by: by(Tallies, (s) => s.fold()) },
  {
    ...{ name: 'find-restored-recordings', every: 6 * HOUR, lateAfter: 2 * HOUR, atOnce: true },
    by: by(RestoredRecordings, (s) => s.reconcileDue()),
  },
  {
    ...{ name: 'check-objects', every: ({ scrub }) => (scrub.runMs > 0 ? HOUR : 0), lateAfter: 2 * HOUR },
    by: by(Upkeep, (s) => s.checkObjects()),
  },
  {
    ...{ name: 'back-up-database', every: ({ backup }) => backup.everyMs, lateAfter: 2 * HOUR },
    by: by(Upkeep, (s) => s.backUp()),
  },
  {
    ...{ name: 'try-restoring', every: ({ backup }) => backup.drillEveryMs, lateAfter: DAY },
    by: by(Upkeep, (s) => s.tryRestoring()),
  },
  { name: 'check-keys', every: DAY, lateAfter: 6 * HOUR, by: by(Upkeep, (s) => s.checkKeys()) },
];

/** Runs the listing in this worker. */
@Injectable()
export class Schedules implements BeforeApplicationShutdown {
  /** What tests and benches go by. */
  readonly all: readonly Scheduled[];
  private readonly runner: ScheduleRunner;

  constructor(
    services: ModuleRef,
    @Inject(UPKEEP_SOURCE) source: DataSource,
    presence: Presence,
    @Inject(ENV) env: Env,
    @Inject(LOGGER) logger: Logger,
  ) {
    this.all = SCHEDULES.map((row) => scheduledOf(row, services, env));
    this.runner = new ScheduleRunner(this.all, new ScheduleLedger(source, presence.id), logger);
  }

  start(): Promise<void> {
    return this.runner.start();
  }

  /** Before the database is let go of. */
  beforeApplicationShutdown(): Promise<void> {
    return this.runner.stop();
  }
}
