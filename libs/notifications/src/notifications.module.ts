import { Module } from '@nestjs/common';
import { JournalModule } from '#journal';
import { ENV, type Env } from '#platform';
import { Alarms } from './alarms/alarms.service.js';
import { MailDrain } from './mail/mail-drain.service.js';
import { MailSweep } from './mail/mail-sweep.js';
import { Mailer } from './mail/mailer.js';

const mailer = { provide: Mailer, useFactory: ({ mail }: Env) => new Mailer(mail), inject: [ENV] };

@Module({
  imports: [JournalModule],
  providers: [mailer, MailDrain, MailSweep, Alarms],
  exports: [Mailer, MailDrain, MailSweep, Alarms],
})
export class NotificationsModule {}
