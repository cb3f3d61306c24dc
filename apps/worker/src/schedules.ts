import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { PlayService } from '#legal';
import { SignInService } from '#people';
import { type Logger } from '#platform';
import { AbandonedWrites } from '#recordings';
import { WordSweeps } from '#transcripts';
import { DueSweeps } from './due-sweeps.js';

export interface Schedule {
  name: string;
  everyMs: number;
  /** Also when the worker starts: what it finds may have come back with a backup. */
  atOnce?: true;
  run(): Promise<number>;
}

/** What the clock starts, in every worker; each may run in several at once and twice. */
@Injectable()
export class Schedules implements OnApplicationShutdown {
  /** Every schedule there is: what tests and benches go by. */
  readonly all: readonly Schedule[];
  private timers: NodeJS.Timeout[] = [];

  constructor(plays: PlayService, writes: AbandonedWrites, signIn: SignInService, due: DueSweeps, words: WordSweeps) {
    this.all = [
      { name: 'close-idle-plays', everyMs: 15_000, run: () => plays.closeIdle() },
      { name: 'sweep-abandoned-writes', everyMs: 3_600_000, run: () => writes.sweep() },
      { name: 'sweep-sign-ins', everyMs: 3_600_000, run: () => signIn.sweep() },
      { name: 'index-older-words', everyMs: 300_000, run: () => words.unindexed.sweep() },
      { name: 'move-postings', everyMs: 60_000, run: () => words.moved.sweep() },
      { name: 'mask-older-recordings', everyMs: 60_000, run: () => words.unmasked.sweep() },
      { name: 'open-due-webhooks', everyMs: 2_000, run: () => due.webhooks.openDue() },
      { name: 'tell-due-promises', everyMs: 2_000, run: () => due.promises.tell() },
      ...due.upkeep.schedules(),
      { name: 'cover-held-calls', everyMs: 60_000, run: () => due.holds.coverMissed() },
      { name: 'lock-held-objects', everyMs: 60_000, run: () => due.objectLocks.sweep() },
      { name: 'expire-legal-requests', everyMs: 15_000, run: () => due.requests.expire() },
      { name: 'tell-overdue-reviews', everyMs: 15_000, run: () => due.requests.tellOverdue() },
      { name: 'open-due-exports', everyMs: 2_000, run: () => due.exports.openDue() },
      { name: 'destroy-ended-exports', everyMs: 15_000, run: () => due.exports.sweep() },
      { name: 'retention', everyMs: 60_000, run: () => due.retention.run() },
      {
        name: 'find-restored-recordings',
        everyMs: 6 * 3_600_000,
        atOnce: true,
        run: () => due.restored.reconcileDue(),
      },
      { name: 'carry-heads', everyMs: 3_600_000, atOnce: true, run: () => due.heads.carry() },
      { name: 'open-due-mail', everyMs: 5_000, run: () => due.mail.openDue() },
      { name: 'forget-old-notifications', everyMs: 3_600_000, run: () => due.mail.forgetOld() },
      { name: 'fold-tallies', everyMs: 60_000, run: () => due.tallies.fold() },
      { name: 'forget-old-webhooks', everyMs: 3_600_000, run: () => due.webhooks.forgetOld() },
    ];
  }

  start(logger: Logger): void {
    const go = ({ name, run }: Schedule) =>
      void run().then(
        (count) => count > 0 && logger.info({ schedule: name, count }, 'swept'),
        (error: unknown) => logger.error({ schedule: name, err: error }, 'a sweep failed; trying again'),
      );
    this.timers = this.all.map((schedule) => setInterval(() => go(schedule), schedule.everyMs));
    this.all.filter(({ atOnce }) => atOnce).forEach(go);
  }

  onApplicationShutdown(): void {
    this.timers.forEach((timer) => clearInterval(timer));
  }
}
