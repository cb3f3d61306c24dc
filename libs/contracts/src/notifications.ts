import { z } from 'zod';

/**
 * What a notification says. `team_opened`: recordings of a team that they lead were opened in an emergency; they see the call, not the
 * request. `opened`: what was opened waits for a review. `alarm_…`: the installation itself; it is about no request. `grant_…`: a standing
 * grant that others work by, or may renew. `rights_…` and `way_in_reset`: rights that wait for a second person, one's own or a colleague's.
 */
export const notificationKindSchema = z.enum([
  'submitted',
  'agreed',
  'approved',
  'rejected',
  'asked_back',
  'answered',
  'withdrawn',
  'expired',
  'revoked',
  'used_up',
  'opened',
  'team_opened',
  'reviewed',
  'review_overdue',
  'grant_ending',
  'grant_ended',
  'grant_revoked',
  'alarm_raised',
  'alarm_cleared',
  'rights_suspended',
  'rights_wait',
  'rights_confirmed',
  'way_in_reset',
]);
export type NotificationKind = z.infer<typeof notificationKindSchema>;

/** Kinds that are about a person, and not about a request or an alarm. */
export const RIGHTS_KINDS = ['rights_suspended', 'rights_wait', 'rights_confirmed', 'way_in_reset'] as const;
export type RightsKind = (typeof RIGHTS_KINDS)[number];
export const isRightsKind = (kind: NotificationKind): kind is RightsKind =>
  (RIGHTS_KINDS as readonly string[]).includes(kind);

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
