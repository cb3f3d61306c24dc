import { type MailReason } from '#contracts';

/** Seconds between one try and the next: ten tries over about a day. */
export const MAIL_RETRY_SECONDS = [15, 60, 300, 900, 3_600, 7_200, 14_400, 28_800, 28_800] as const;

/** What no other try would change. */
const FOR_GOOD: readonly MailReason[] = ['recipient_refused', 'message_refused'];

/** When a mail that was not taken is tried again, after so many tries; null: it is given up. */
export function nextMailTry(reason: MailReason, tries: number, now: Date): Date | null {
  const seconds = MAIL_RETRY_SECONDS[tries - 1];
  return FOR_GOOD.includes(reason) || seconds === undefined ? null : new Date(now.getTime() + seconds * 1000);
}

/** Does it say something about the server, so that the next mail would fare the same? */
export const ofTheServer = (reason: MailReason): boolean =>
  reason === 'unreachable' || reason === 'sign_in_refused' || reason === 'not_encrypted';

/** What a server's refusal means. `code` and `status` are nodemailer's and SMTP's. */
export function reasonOf({
  code = '',
  status = 0,
  command = '',
}: {
  code?: string;
  status?: number;
  command?: string;
}): MailReason {
  if (code === 'EAUTH') return 'sign_in_refused';
  if (code === 'ETLS' || command === 'STARTTLS') return 'not_encrypted';
  if (status >= 500)
    return code === 'EENVELOPE' || /^(?:MAIL|RCPT)/.test(command) ? 'recipient_refused' : 'message_refused';
  return status >= 400 ? 'try_later' : 'unreachable';
}
