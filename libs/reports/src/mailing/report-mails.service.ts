import { Injectable } from '@nestjs/common';
import { Mailer } from '#notifications';
import { DueCopies } from './due-copies.service.js';
import { SendCopies } from './send-copies.service.js';

/** What the clock does for reports by mail. */
@Injectable()
export class ReportMails {
  constructor(
    private readonly copies: DueCopies,
    private readonly sends: SendCopies,
    private readonly mailer: Mailer,
  ) {}

  /** Safe to run twice, and at once. Without a mail server nothing comes due. @returns how many copies were made and settled */
  async sendDue(): Promise<number> {
    if (!this.mailer.isSet) return 0;
    return (await this.copies.open()) + (await this.sends.send());
  }
}
