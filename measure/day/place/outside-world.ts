import { Receiver } from '../../../test/support/receiver.js';
import { MailServer } from './mail-server.js';

/** What the product talks to: a mail server, and a customer's server that webhooks are sent to. */
export class OutsideWorld {
  private constructor(
    readonly mail: MailServer,
    readonly receiver: Receiver,
  ) {}

  static async open(): Promise<OutsideWorld> {
    return new OutsideWorld(await new MailServer().open(), await new Receiver().listen());
  }

  get webhookUrl(): string {
    return this.receiver.url();
  }

  /** What lets the product reach them. */
  get settings(): Record<string, string> {
    return {
      SHOUWEN_WEBHOOK_ALLOW_RANGES: '127.0.0.1',
      SHOUWEN_SMTP_HOST: '127.0.0.1',
      SHOUWEN_SMTP_PORT: String(this.mail.port),
      SHOUWEN_SMTP_TLS: 'none',
      SHOUWEN_SMTP_FROM: 'Shouwen <shouwen@green-valley.example>',
      SHOUWEN_PUBLIC_URL: 'http://shouwen.green-valley.example',
    };
  }

  async close(): Promise<void> {
    await Promise.all([this.mail.close(), this.receiver.close()]);
  }
}
