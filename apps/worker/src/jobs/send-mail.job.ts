import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { MailDrain } from '#notifications';
import { WorkService, type JobContext, type JobHandler, type Lease } from '#platform';

/** Sends the mail that is due. What a server does not take is no failed job: it is recorded and has a schedule of its own. */
@Injectable()
export class SendMailJob implements JobHandler {
  constructor(
    private readonly source: DataSource,
    private readonly work: WorkService,
    private readonly service: MailDrain,
  ) {}

  run(_mailboxId: string, context: JobContext): Promise<void> {
    return this.service.drain(context);
  }

  async giveUp(_mailboxId: string, lease: Lease): Promise<void> {
    await this.source.transaction((tx) => this.work.giveUp(tx, lease, 'internal_error'));
  }
}
