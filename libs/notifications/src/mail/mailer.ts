import { type MailSettings } from '#platform';
import { MailSender, type Trust } from './mail-sender.js';

/** The company's mail server, where the settings name one. */
export class Mailer {
  private readonly sender: MailSender | null;

  constructor(
    private readonly settings: MailSettings | undefined,
    trust?: Trust,
  ) {
    this.sender = settings ? new MailSender(settings, trust) : null;
  }

  get isSet(): boolean {
    return this.sender !== null;
  }

  /** @throws when no server is set: nothing is sent then */
  ready(): { sender: MailSender; publicUrl: string } {
    if (!this.sender || !this.settings) throw new Error('mail is not set up');
    return { sender: this.sender, publicUrl: this.settings.publicUrl };
  }
}
