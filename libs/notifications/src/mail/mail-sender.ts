import nodemailer, { type Transporter } from 'nodemailer';
import { type MailReason } from '#contracts';
import { type MailSettings } from '#platform';
import { reasonOf } from './mail-retry.rules.js';
import { type MailText } from '../words/mail-words.rules.js';

/** One address and nothing else: no list, no name, no line end that a header could go on after. Internationalised parts are taken. */
const ADDRESS = /^[^\s@<>"(),:;\\\p{Cc}]+@[^\s@<>"(),:;\\\p{Cc}]+$/u;

export const isAddress = (text: string): boolean => text.length <= 254 && ADDRESS.test(text);

/** A name as it may be written before an address: on one line, without what begins another address. */
export const safeName = (name: string): string =>
  name
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
    .replace(/[<>"@,;:\\]+/g, ' ')
    .trim()
    .slice(0, 120);

/** A server that answers nothing for this long is away. */
const PATIENCE_MS = 15_000;

export interface Letter extends Omit<MailText, 'said'> {
  mailId: string;
  to: { name: string; address: string };
  /** A file that goes with it. */
  attachment?: { name: string; type: string; content: Uint8Array };
}

/** Whose certificate is believed, and under which name. */
export interface Trust {
  ca: string;
  servername: string;
}

/** Hands mail to the company's server. Encrypted, unless the settings say that the server cannot. */
export class MailSender {
  private readonly transport: Transporter;

  /** @param trust instead of the authorities that Node knows, and of the host's own name: for tests */
  constructor(
    private readonly settings: MailSettings,
    trust?: Trust,
  ) {
    const { host, port, tls, user, password } = settings;
    this.transport = nodemailer.createTransport({
      ...{ host, port, secure: tls === 'tls', requireTLS: tls === 'starttls', ignoreTLS: tls === 'none' },
      ...{ connectionTimeout: PATIENCE_MS, greetingTimeout: PATIENCE_MS, socketTimeout: PATIENCE_MS },
      ...(user !== undefined && { auth: { user, pass: password ?? '' } }),
      ...(trust !== undefined && { tls: trust }),
      // Nothing is ever read from files or fetched: letters are what we wrote.
      ...{ disableFileAccess: true, disableUrlAccess: true },
    });
  }

  /** @returns null when the server took it */
  async send({ mailId, to, subject, text, html, attachment }: Letter): Promise<MailReason | null> {
    if (!isAddress(to.address)) return 'recipient_refused';
    try {
      await this.transport.sendMail({
        from: this.settings.from,
        to: { name: safeName(to.name), address: to.address },
        // The address it is sent to, independent of any header.
        envelope: { from: this.settings.from.address, to: [to.address] },
        messageId: `<${mailId}@${new URL(this.settings.publicUrl).hostname}>`,
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        ...{ subject, text, html },
        ...(attachment && { attachments: [fileOf(attachment)] }),
      });
      return null;
    } catch (error) {
      return reasonIn(error);
    }
  }

  /** Connects and signs in, and sends nothing. @returns null when that goes well */
  async probe(): Promise<MailReason | null> {
    try {
      await this.transport.verify();
      return null;
    } catch (error) {
      return reasonIn(error);
    }
  }
}

const fileOf = ({ name, type, content }: NonNullable<Letter['attachment']>) => ({
  filename: name,
  contentType: type,
  content: Buffer.from(content),
});

function reasonIn(error: unknown): MailReason {
  const { code, responseCode, command } = error as { code?: string; responseCode?: number; command?: string };
  return reasonOf({
    ...(code !== undefined && { code }),
    ...(responseCode !== undefined && { status: responseCode }),
    ...(command !== undefined && { command }),
  });
}
