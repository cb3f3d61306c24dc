import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, WorkService } from '#platform';
import { MAILBOX_ID } from './mail-drain.service.js';
import { Mailer } from './mailer.js';

const KEPT_MS = 90 * 24 * 3_600_000;
const BATCH = 5_000;

/** What the clock does for what people are told: opens work for mail that is due, and forgets what is old. */
@Injectable()
export class MailSweep {
  constructor(
    private readonly source: DataSource,
    private readonly work: WorkService,
    private readonly clock: Clock,
    private readonly mailer: Mailer,
  ) {}

  /** @returns 1 when mail became due and no work was open */
  async openDue(): Promise<number> {
    if (!this.mailer.isSet) return 0;
    const due: unknown[] = await this.source.query(
      `select 1 from mail where state = 'waiting' and due_at <= $1 limit 1`,
      [this.clock.now()],
    );
    if (due.length === 0) return 0;
    return (await this.work.open(this.source.manager, 'send-mail', MAILBOX_ID)) === null ? 0 : 1;
  }

  /** Deletes what was told more than ninety days ago, read or not, and its mail. @returns how many */
  async forgetOld(): Promise<number> {
    const before = new Date(this.clock.now().getTime() - KEPT_MS);
    let forgotten = 0;
    for (let batch = BATCH; batch === BATCH; forgotten += batch) {
      const [, count] = await this.source.query<[unknown[], number]>(
        `delete from notification where id in (select id from notification where at < $1 order by at limit ${BATCH})`,
        [before],
      );
      batch = count;
    }
    return forgotten;
  }
}
