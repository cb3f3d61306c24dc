import { z } from 'zod';

/**
 * What a notification says. The rows of `events/` say of what events it tells; a kind that none of them tells, or one that is not here, does not
 * compile. Every screen reads notifications, and does without the table of events. `team_opened`: recordings of a team that they lead were opened in an emergency; they
 * see the call, not the request. `opened`: what was opened waits for a review. `alarm_…`: the installation itself; it is about no request.
 * `grant_…`: a standing grant that others work by, or may renew. `rights_…` and `way_in_reset`: rights that wait for a second person, one's own
 * or a colleague's. `chat_failing`: one's own chat address takes no messages.
 */
export const notificationKindSchema = z.enum([
  'absence_accepted',
  'absence_asked',
  'absence_begun',
  'absence_confirmed',
  'absence_declined',
  'absence_over',
  'absence_to_confirm',
  'agreed',
  'alarm_cleared',
  'alarm_raised',
  'answered',
  'approved',
  'approved_listening',
  'asked_back',
  'coaching_shared',
  'coaching_answered',
  'coaching_acknowledged',
  'coaching_evaluated',
  'coaching_closed',
  'coaching_goal',
  'best_call_asked',
  'best_call_agreed',
  'best_call_published',
  'best_call_ended',
  'coaching_goal_ended',
  'calibration_closed',
  'calibration_opened',
  'chat_failing',
  'checklist_sent_back',
  'checklist_waits',
  'comment_mentioned',
  'dispute_ended',
  'critical_many',
  'rings_few',
  'dispute_escalated',
  'dispute_filed',
  'dispute_granted',
  'dispute_kept',
  'expired',
  'grant_ended',
  'grant_ending',
  'grant_revoked',
  'opened',
  'promise_questioned',
  'promise_struck',
  'promise_upheld',
  'recertification_due',
  'recertification_overdue',
  'recertification_removal',
  'rejected',
  'review_assigned',
  'review_given',
  'review_handed_on',
  'review_overdue',
  'review_overturned',
  'review_retracted',
  'reviewed',
  'revoked',
  'rights_confirmed',
  'rights_suspended',
  'rights_wait',
  'score_reviewed',
  'sign_in_rules_agreed',
  'sign_in_rules_refused',
  'sign_in_rules_wait',
  'small_house_announced',
  'small_house_begun',
  'small_house_over',
  'small_house_waits',
  'submitted',
  'team_opened',
  'used_up',
  'way_in_reset',
  'withdrawn',
]);
export type NotificationKind = z.infer<typeof notificationKindSchema>;

/** Kinds that are about a person, and not about a request or an alarm. */
export const RIGHTS_KINDS = ['rights_suspended', 'rights_wait', 'rights_confirmed', 'way_in_reset'] as const;
export type RightsKind = (typeof RIGHTS_KINDS)[number];
export const isRightsKind = (kind: NotificationKind): kind is RightsKind =>
  (RIGHTS_KINDS as readonly string[]).includes(kind);
