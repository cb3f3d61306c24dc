import type { NotificationKind } from '#contracts';

/** How the kinds lie on the screen. A kind that lies nowhere does not compile. */
export const TOLD_TOPICS = {
  account: [
    'rights_suspended',
    'rights_confirmed',
    'rights_wait',
    'way_in_reset',
    'email_changed',
    'invitation_guessed',
    'chat_failing',
    'absence_asked',
    'absence_accepted',
    'absence_declined',
    'absence_to_confirm',
    'absence_confirmed',
    'absence_begun',
    'absence_over',
    'sign_in_rules_wait',
    'sign_in_rules_agreed',
    'sign_in_rules_refused',
    'small_house_waits',
    'small_house_announced',
    'small_house_begun',
    'small_house_over',
    'recertification_due',
    'recertification_overdue',
    'recertification_removal',
  ],
  installation: ['alarm_raised', 'alarm_cleared'],
  emergency: ['opened', 'team_opened', 'review_overdue', 'reviewed'],
  requests: [
    'submitted',
    'agreed',
    'approved',
    'approved_listening',
    'rejected',
    'asked_back',
    'answered',
    'withdrawn',
    'expired',
    'revoked',
    'used_up',
  ],
  grants: ['grant_ending', 'grant_ended', 'grant_revoked'],
  reviews: [
    'review_assigned',
    'review_given',
    'review_handed_on',
    'review_retracted',
    'review_overturned',
    'score_reviewed',
    'calls_rescored',
    'comment_mentioned',
  ],
  disputes: [
    'dispute_filed',
    'dispute_escalated',
    'dispute_granted',
    'dispute_kept',
    'dispute_kept_filed',
    'dispute_suspended',
    'dispute_resumed',
    'dispute_closed',
    'dispute_ended',
  ],
  corrections: [
    'correction_waits',
    'correction_confirmed',
    'correction_refused',
    'correction_lapsed',
    'call_handed_over',
    'call_shut',
  ],
  promises: ['promise_questioned', 'promise_struck', 'promise_upheld'],
  calibrations: ['calibration_opened', 'calibration_closed'],
  checklists: ['checklist_waits', 'checklist_sent_back'],
  coaching: [
    'coaching_shared',
    'coaching_answered',
    'coaching_acknowledged',
    'coaching_evaluated',
    'coaching_goal',
    'coaching_goal_ended',
    'coaching_closed',
  ],
  bestCalls: ['best_call_asked', 'best_call_agreed', 'best_call_published', 'best_call_ended'],
  figures: ['critical_many', 'rings_few', 'complete_few'],
} as const satisfies Record<string, readonly NotificationKind[]>;
export type ToldTopic = keyof typeof TOLD_TOPICS;

type Placed = (typeof TOLD_TOPICS)[ToldTopic][number];
true satisfies [NotificationKind] extends [Placed] ? true : { missing: Exclude<NotificationKind, Placed> };

/** The topics of what a person may be told, each with its kinds in order. */
export function topicsOf<T extends { kind: NotificationKind }>(
  kinds: readonly T[],
): { topic: ToldTopic; kinds: T[] }[] {
  return (Object.keys(TOLD_TOPICS) as ToldTopic[])
    .map((topic) => ({
      topic,
      kinds: TOLD_TOPICS[topic].flatMap((kind) => kinds.filter((one) => one.kind === kind)),
    }))
    .filter(({ kinds: some }) => some.length > 0);
}
