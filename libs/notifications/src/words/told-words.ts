import { isRightsKind, type AlarmKind, type Language, type NotificationKind } from '#contracts';
import { alarmMailText } from './alarm-mail.rules.js';
import { linkTo, mailText, type MailText } from './mail-words.rules.js';
import { rightsMailText } from './rights-mail.rules.js';

/** What is known of a notification when it is put into words: ids, closed words and the number of what it is about. */
export interface ToldFacts {
  kind: NotificationKind;
  requestId: string | null;
  callId: string | null;
  coachingId: string | null;
  bestCallId: string | null;
  /** Of a comment: its leg's place in the call, from 1, and its second. */
  leg: number | null;
  atMs: number | null;
  code: string | null;
  alarm: AlarmKind | null;
  subject: string | null;
  language: Language;
}

export const FACTS = `notification.kind, notification.request_id as "requestId", notification.call_id as "callId",
    coalesce(request.code, standing.code, dispute.code, coaching.code, calibration.code, best.code, retraction.code, plan.code, round.code, case when given.id is not null then '' end, figure.day::text,
      case alarm when 'checklist' then alarm_subject end) as code,
    coaching.id as "coachingId", best.id as "bestCallId", of_leg.position + 1 as leg, remark.at_ms as "atMs", alarm, alarm_subject as "subject",
    coalesce((select language from account where person_id = person.id and disabled_at is null order by id limit 1), 'zh') as language`;

/** Joins `notification` with `person` and with what it is about. */
export const FACTS_FROM = `join person on person.id = notification.person_id
  left join legal_request request on request.id = notification.request_id
  left join standing_grant standing on alarm = 'grant' and standing.id::text = alarm_subject
  left join dispute on alarm = 'dispute' and dispute.id::text = alarm_subject
  left join coaching_session coaching on alarm = 'coaching' and coaching.id::text = alarm_subject
  left join review_retraction retraction on alarm = 'retraction' and retraction.scorecard_id::text = alarm_subject
  left join review_assignment given on alarm = 'review' and given.id::text = alarm_subject
  left join sampling_draw draw on (alarm = 'draw' and draw.id::text = alarm_subject) or draw.id = given.draw_id
  left join sampling_plan plan on plan.id = draw.plan_id
  left join calibration on alarm = 'calibration' and calibration.id::text = alarm_subject
  left join best_call best on alarm = 'best_call' and best.id::text = alarm_subject
  left join leg_comment_mention mention on alarm = 'mention' and mention.id::text = alarm_subject
  left join leg_comment remark on remark.id = mention.comment_id left join leg of_leg on of_leg.id = remark.leg_id
  left join recertification_round round on alarm = 'recertification' and round.id::text = alarm_subject
  left join figure_alert figure on alarm = 'figure' and figure.id::text = alarm_subject`;

/** Where what is about no request and no call leads. */
const AT: Partial<Record<NotificationKind, string>> = {
  chat_failing: '/account',
  absence_asked: '/account',
  absence_accepted: '/account',
  absence_declined: '/account',
  absence_to_confirm: '/role-proposals',
  absence_confirmed: '/account',
  absence_begun: '/',
  absence_over: '/account',
  calls_rescored: '/calls',
  promise_questioned: '/promises?view=questioned',
  promise_struck: '/promises?view=done',
  promise_upheld: '/promises?view=open',
  sign_in_rules_wait: '/company/sign-in',
  sign_in_rules_agreed: '/company/sign-in',
  sign_in_rules_refused: '/company/sign-in',
  small_house_waits: '/company/small-house',
  small_house_announced: '/',
  small_house_begun: '/',
  small_house_over: '/',
  complete_few: '/completeness',
  recertification_due: '/recertification',
  recertification_overdue: '/recertification',
  recertification_removal: '/recertification',
};

/** The words of a notification, for mail and chat alike: no name, no customer, no word of a call. */
export function wordsOf({ kind, code, language, ...facts }: ToldFacts, publicUrl: string): MailText {
  if (isRightsKind(kind)) return rightsMailText({ kind, language, publicUrl });
  if (kind === 'alarm_raised' || kind === 'alarm_cleared')
    return alarmMailText({ kind, alarm: facts.alarm!, subject: facts.subject!, language, publicUrl });
  const at = kind.startsWith('checklist_') ? `/checklists/${code}?draft=1` : AT[kind];
  const link = at === undefined ? linkTo(publicUrl, facts) : `${publicUrl.replace(/\/+$/, '')}${at}`;
  return mailText({ kind, code: code ?? '', language, link });
}
