import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { FolderWatch, SilentCalls } from '#intake';
import { withoutModules } from '#contracts';
import { HeadsCarrier } from '#journal';
import { ExportSweep, GrantEndings, HoldService, LiveListenings, PlayService, RequestSweep } from '#legal';
import { HOUSE_MODULES, modulesOff } from '#modules';
import { ChatSweep, MailSweep } from '#notifications';
import { AbsenceTimes, AskedAgain, AttemptSweep, SignInService, SmallHouseTimes } from '#people';
import {
  ENV,
  LOGGER,
  ScheduleLedger,
  ScheduleRunner,
  Tallies,
  UPKEEP_SOURCE,
  WorkService,
  type Env,
  type Logger,
  type Scheduled,
} from '#platform';
import { CountedDays, FigureAlerts, KeptBefore, OpenAssignments, SamplingDraws } from '#reviews';
import { DueSweep } from '#commitments';
import { AbandonedWrites, ObjectCopies, ObjectLockKeeper } from '#recordings';
import { ReportMails } from '#reports';
import { CorrectionSweep, ForgottenRecords, RestoredRecordings, RetentionSweep } from '#retention';
import { SwitchboardNumbers, TelephonyKeys } from '#telephony';
import { MovedPostings } from '#transcripts';
import { DeliverySweep } from '#webhooks';
import { CompletenessWatch } from './completeness-watch.js';
import { DiskWatch } from './disk-watch.js';
import { type JobRow } from './jobs/job-row.js';
import { JOB_ROWS } from './jobs/jobs.js';
import { KeyWatch } from './key-watch.js';
import { Presence } from './presence.js';
import { DAY, HOUR, MINUTE, scheduledOf, SECOND, type ScheduleListing } from './schedule-row.js';
import { getterOf } from './service-getter.js';
import { SourceWatch } from './source-watch.js';
import { ScheduleWatch } from './schedule-watch.js';
import { Upkeep } from './upkeep.js';

/** Old notifications, and chats and choices of people who left. */
const forgetOldTold: ScheduleListing['run'] = async (get) =>
  (await get(MailSweep).forgetOld()) + (await get(ChatSweep).forgetLeavers());

/** What ended sessions say of devices, delays that are over, and ways to the identity provider that led to no sign-in. */
const forgetSignIns: ScheduleListing['run'] = async (get) =>
  (await get(SignInService).sweep()) + (await get(AttemptSweep).sweep());

/**
 * What the clock starts, beside what opens jobs, which is in their rows. One process leads each, and none overlaps itself
 * (libs/platform/src/schedules). `schedules.int-spec.ts` shows how a new one is tried out, and fails without.
 */
export const SCHEDULES: readonly ScheduleListing[] = [
  ...Object.values<JobRow>(JOB_ROWS).flatMap(({ schedules = [] }) => schedules),
  ...HOUSE_MODULES.flatMap(({ schedules }) => schedules),
  { name: 'tell-due-promises', every: 2 * SECOND, lateAfter: 2 * MINUTE, run: (get) => get(DueSweep).tell() },
  { name: 'draw-samples', every: MINUTE, lateAfter: 30 * MINUTE, run: (get) => get(SamplingDraws).sweep() },
  { name: 'tend-reviews', every: MINUTE, lateAfter: 30 * MINUTE, run: (get) => get(OpenAssignments).sweep() },
  { name: 'copy-objects', every: 5 * SECOND, lateAfter: 2 * HOUR, run: (get) => get(ObjectCopies).copyDue() },
  {
    ...{ name: 'close-idle-plays', every: 15 * SECOND, lateAfter: 2 * MINUTE },
    run: async (get) => (await get(PlayService).closeIdle()) + (await get(LiveListenings).sweep()),
  },
  {
    name: 'expire-legal-requests',
    every: 15 * SECOND,
    lateAfter: 2 * MINUTE,
    run: (get) => get(RequestSweep).expire(),
  },
  {
    name: 'tell-overdue-reviews',
    every: 15 * SECOND,
    lateAfter: 2 * MINUTE,
    run: (get) => get(RequestSweep).tellOverdue(),
  },
  { name: 'destroy-ended-exports', every: 15 * SECOND, lateAfter: 5 * MINUTE, run: (get) => get(ExportSweep).sweep() },
  { name: 'watch-figures', every: 10 * MINUTE, lateAfter: HOUR, run: (get) => get(FigureAlerts).watch() },
  { name: 'count-results', every: MINUTE, lateAfter: HOUR, run: (get) => get(CountedDays).count() },
  { name: 'send-reports', every: 15 * SECOND, lateAfter: 10 * MINUTE, run: (get) => get(ReportMails).sendDue() },
  { name: 'watch-schedules', every: 15 * SECOND, lateAfter: 2 * MINUTE, run: (get) => get(ScheduleWatch).watch() },
  { name: 'find-gaps', every: 5 * MINUTE, lateAfter: 30 * MINUTE, run: (get) => get(CompletenessWatch).run() },
  { name: 'watch-disks', every: MINUTE, lateAfter: 10 * MINUTE, run: (get) => get(DiskWatch).watch() },
  { name: 'watch-sources', every: MINUTE, lateAfter: 10 * MINUTE, run: (get) => get(SourceWatch).watch() },
  { name: 'watch-keys', every: MINUTE, lateAfter: 10 * MINUTE, run: (get) => get(KeyWatch).watch() },
  { name: 'cover-held-calls', every: MINUTE, lateAfter: 10 * MINUTE, run: (get) => get(HoldService).coverMissed() },
  { name: 'tend-small-house', every: MINUTE, lateAfter: 30 * MINUTE, run: (get) => get(SmallHouseTimes).tend() },
  { name: 'lapse-corrections', every: HOUR, lateAfter: DAY, run: (get) => get(CorrectionSweep).lapse() },
  { name: 'file-kept-results', every: HOUR, lateAfter: DAY, atOnce: true, run: (get) => get(KeptBefore).file() },
  { name: 'tell-absences', every: MINUTE, lateAfter: 30 * MINUTE, run: (get) => get(AbsenceTimes).tell() },
  { name: 'tell-ending-grants', every: MINUTE, lateAfter: 30 * MINUTE, run: (get) => get(GrantEndings).tell() },
  { name: 'lock-held-objects', every: MINUTE, lateAfter: 10 * MINUTE, run: (get) => get(ObjectLockKeeper).sweep() },
  { name: 'move-postings', every: MINUTE, lateAfter: 30 * MINUTE, run: (get) => get(MovedPostings).sweep() },
  { name: 'retention', every: MINUTE, lateAfter: 10 * MINUTE, run: (get) => get(RetentionSweep).run() },
  { name: 'sweep-abandoned-writes', every: HOUR, lateAfter: HOUR, run: (get) => get(AbandonedWrites).sweep() },
  { name: 'sweep-sign-ins', every: HOUR, lateAfter: HOUR, run: forgetSignIns },
  { name: 'ask-provider-again', every: MINUTE, lateAfter: 30 * MINUTE, run: (get) => get(AskedAgain).askDue() },
  { name: 'forget-old-notifications', every: HOUR, lateAfter: HOUR, run: forgetOldTold },
  { name: 'forget-done-work', every: HOUR, lateAfter: DAY, run: (get) => get(WorkService).forgetDone() },
  { name: 'forget-old-webhooks', every: HOUR, lateAfter: HOUR, run: (get) => get(DeliverySweep).forgetOld() },
  {
    name: 'carry-heads',
    every: HOUR,
    lateAfter: 2 * HOUR,
    atOnce: true,
    run: (get) => get(HeadsCarrier).carry(),
  },
  {
    name: 'watch-folders',
    every: ({ watchedDirs }) => (watchedDirs.length > 0 ? 3 * SECOND : 0),
    lateAfter: 10 * MINUTE,
    run: (get) => get(FolderWatch).watch(),
  },
  { name: 'forget-old-records', every: HOUR, lateAfter: DAY, run: (get) => get(ForgottenRecords).forget() },
  {
    name: 'destroy-unused-record-keys',
    every: HOUR,
    lateAfter: DAY,
    run: (get) => get(TelephonyKeys).destroyUnused(),
  },
  { name: 'end-silent-calls', every: 10 * MINUTE, lateAfter: 2 * HOUR, run: (get) => get(SilentCalls).end() },
  { name: 'separate-switchboards', every: MINUTE, lateAfter: HOUR, run: (get) => get(SwitchboardNumbers).separate() },
  { name: 'fold-tallies', every: MINUTE, lateAfter: 30 * MINUTE, run: (get) => get(Tallies).fold() },
  {
    name: 'find-restored-recordings',
    every: 6 * HOUR,
    lateAfter: 2 * HOUR,
    atOnce: true,
    run: (get) => get(RestoredRecordings).reconcileDue(),
  },
  {
    name: 'check-objects',
    every: ({ scrub }) => (scrub.runMs > 0 ? HOUR : 0),
    lateAfter: 2 * HOUR,
    run: (get) => get(Upkeep).checkObjects(),
  },
  {
    name: 'back-up-database',
    every: ({ backup }) => backup.everyMs,
    lateAfter: 2 * HOUR,
    run: (get) => get(Upkeep).backUp(),
  },
  {
    name: 'try-restoring',
    every: ({ backup }) => backup.drillEveryMs,
    lateAfter: DAY,
    run: (get) => get(Upkeep).tryRestoring(),
  },
  { name: 'check-keys', every: DAY, lateAfter: 6 * HOUR, run: (get) => get(Upkeep).checkKeys() },
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
    // Listed, so that its row says that it is off.
    const off = withoutModules(modulesOff(env.modulesOff), (words) => Object.keys(words.schedules));
    this.all = SCHEDULES.map((row) =>
      scheduledOf(off.has(row.name) ? { ...row, every: 0 } : row, getterOf(services), env),
    );
    this.runner = new ScheduleRunner(this.all, new ScheduleLedger(source, presence.id), logger);
  }

  start(): Promise<void> {
    return this.runner.start();
  }

  /** Before the database connection closes. */
  beforeApplicationShutdown(): Promise<void> {
    return this.runner.stop();
  }
}
