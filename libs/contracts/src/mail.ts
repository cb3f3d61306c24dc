import { z } from 'zod';

/** What became of a mail. `dropped`: its person left, or has no address any more. */
export const mailStateSchema = z.enum(['waiting', 'sent', 'failed', 'dropped']);
export type MailState = z.infer<typeof mailStateSchema>;

/** Why a mail was not taken. */
export const mailReasonSchema = z.enum([
  'unreachable',
  'sign_in_refused',
  'not_encrypted',
  'recipient_refused',
  'message_refused',
  'try_later',
  'no_address',
]);
export type MailReason = z.infer<typeof mailReasonSchema>;
