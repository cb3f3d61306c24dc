import { Module } from '@nestjs/common';
import { JournalModule } from '#journal';
import { ENV, type Env } from '#platform';
import { WebhooksModule } from '#webhooks';
import { Alarms } from './alarms/alarms.service.js';
import { ChatAddresses } from './chat/chat-addresses.service.js';
import { ChatDrain } from './chat/chat-drain.service.js';
import { ChatSecrets } from './chat/chat-secrets.js';
import { ChatSender } from './chat/chat-sender.js';
import { ChatSweep } from './chat/chat-sweep.js';
import { ToldChoices } from './choices/told-choices.service.js';
import { MailDrain } from './mail/mail-drain.service.js';
import { MailSweep } from './mail/mail-sweep.js';
import { Mailer } from './mail/mailer.js';

const mailer = { provide: Mailer, useFactory: ({ mail }: Env) => new Mailer(mail), inject: [ENV] };

@Module({
  imports: [JournalModule, WebhooksModule],
  providers: [
    ...[mailer, MailDrain, MailSweep, Alarms],
    ...[ChatSecrets, ChatSender, ChatAddresses, ChatDrain, ChatSweep, ToldChoices],
  ],
  exports: [Mailer, MailDrain, MailSweep, Alarms, ChatAddresses, ChatSender, ChatDrain, ChatSweep, ToldChoices],
})
export class NotificationsModule {}
