/** The number of what a notification is about. */
export const CODE = `coalesce(request.code, standing.code, dispute.code, coaching.code, calibration.code, best.code, retraction.code, plan.code, round.code, case when given.id is not null then '' end, figure.day::text,
      case alarm when 'checklist' then alarm_subject end)`;

/** Whether what a notification says is waiting for its person waits no longer. */
export const OVER = `case
    when notification.kind in ('dispute_filed', 'dispute_escalated') then exists (select 1 from dispute one where one.id = notification.alarm_subject::uuid
      and (one.outcome is not null or one.closed_at is not null or one.slept_at is not null or (notification.kind = 'dispute_filed' and one.stage <> 'supervisor')))
    when notification.kind = 'calibration_opened' then exists (select 1 from calibration one where one.id = notification.alarm_subject::uuid and (one.closed_at is not null
      or exists (select 1 from calibration_reviewer mine where mine.calibration_id = one.id
        and mine.person_id = notification.person_id and mine.submitted_at is not null)))
    else false end`;

/** Joins `notification` with what it is about. */
export const ABOUT = `
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

/** What `ToldFacts` has of a notification. */
export const FACTS = `notification.kind, notification.request_id as "requestId", notification.call_id as "callId", ${CODE} as code,
    coaching.id as "coachingId", calibration.id as "calibrationId", alarm_subject as "alarmSubject",
    case when remark.at_ms is not null then jsonb_build_object('leg', of_leg.position + 1, 'atMs', remark.at_ms) end as comment,
    case when notification.kind in ('alarm_raised', 'alarm_cleared') then alarm end as alarm,
    coalesce((select language from account where person_id = person.id and disabled_at is null order by id limit 1), 'zh') as language`;

export const FACTS_FROM = `join person on person.id = notification.person_id ${ABOUT}`;
