import { type RecipientGroup } from '../kinds/recipient-groups.rules.js';

/** That a role of `account` reaches `leg` of `team`. */
const reaching = (role: string): string => `exists (select 1 from role_assignment given
  where given.account_id = account.id and given.role = '${role}' and (given.team_id = leg.team_id or given.client_id = team.client_id
    or (given.team_id is null and given.client_id is null)))`;

const LISTED = `from legal_request_recording listed join leg on leg.id = listed.leg_id join team on team.id = leg.team_id
  where listed.request_id = $1`;

/** People who work here, by an account that is open. */
const PEOPLE = `select distinct person.id as "personId", null::uuid as "callId" from person
  join account on account.person_id = person.id and account.disabled_at is null
  where person.left_at is null`;

const ofRole = (role: string): string => `${PEOPLE}
  and exists (select 1 from role_assignment where account_id = account.id and role = '${role}')
  and not exists (select 1 ${LISTED} and not ${reaching(role)})`;

const APPROVERS = ofRole('legal_approver');

/** Another person whose role is in force and reaches the team of the person `$1`. */
const reachingPerson = (roles: string): string => `${PEOPLE} and person.id <> $1
  and exists (select 1 from role_in_force held join person suspended on suspended.id = $1 join team on team.id = suspended.team_id
    where held.account_id = account.id and held.role in (${roles}) and (held.team_id = team.id or held.client_id = team.client_id
      or (held.team_id is null and held.client_id is null)))`;

/** A person with a role in force that satisfies the standing grant `one`, which is `$1`. */
const byGrant = (role: string): string => `${PEOPLE}
  and exists (select 1 from role_in_force held join standing_grant one on one.id = $1 where held.person_id = person.id and ${role})`;
const WHOLE = 'held.team_id is null and held.client_id is null';
const CLIENT_OF_GRANT = 'coalesce(one.client_id, (select team.client_id from team where team.id = one.team_id))';

/** That a person decides a dispute: a role in force reaches its leg, and they have no part in it. */
const decides = (role: string): string => `exists (select 1 from role_in_force held
  where held.account_id = account.id and held.role = '${role}' and (held.team_id = leg.team_id or held.client_id = team.client_id
    or (held.team_id is null and held.client_id is null))) and not decides_not_the_dispute(dispute.id, person.id, null)`;

/** People of a dispute's call, who are told with the call. */
const ofDispute = (who: string): string => `select distinct person.id as "personId", dispute.call_id as "callId"
  from dispute join leg on leg.id = dispute.leg_id join team on team.id = leg.team_id
  join person on person.left_at is null join account on account.person_id = person.id and account.disabled_at is null
  where dispute.id = $1 and ${who}`;

/** People of the retracted review `$1`, who are told with the call. */
const ofRetraction = (who: string): string => `select distinct person.id as "personId", back.call_id as "callId"
  from review_retraction back join leg on leg.id = back.leg_id
  join person on person.left_at is null join account on account.person_id = person.id and account.disabled_at is null
  where back.scorecard_id = $1 and ${who}`;

/** People of the published review `$1`, who are told with the call. */
const ofReview = (who: string): string => `select distinct person.id as "personId", leg.call_id as "callId"
  from scorecard card join leg on leg.id = card.leg_id
  join person on person.left_at is null join account on account.person_id = person.id and account.disabled_at is null
  where card.id = $1 and ${who}`;

/** People whose earlier answers the review changes. */
const OVERTURNED = `exists (select 1 from review_answer said
  join scorecard before on before.leg_id = card.leg_id and before.checklist_id = card.checklist_id and before.created_at < card.created_at
  join review_answer was on was.scorecard_id = before.id and was.item_id = said.item_id and was.to_outcome = said.from_outcome
  where said.scorecard_id = card.id and said.to_outcome <> said.from_outcome and before.author_person_id = person.id)`;

/** People of the correction `$1` that takes two, who are told with the call. */
const ofCorrection = (who: string): string => `select distinct person.id as "personId", said.call_id as "callId"
  from correction_proposal said join person on person.left_at is null
  join account on account.person_id = person.id and account.disabled_at is null
  where said.id = $1 and ${who}`;

/** A role in force reaches the leg as it is, and the agent whom the correction names; and they have no part in it. */
const CONFIRMS = `not has_part_in_correction(said.id, person.id, now()) and exists (select 1 from role_in_force held
  where held.account_id = account.id and held.role in ('supervisor', 'quality_manager') and not exists (
    select 1 from team where team.id in (select leg.team_id from leg where leg.id = said.leg_id
        union select agent.team_id from person agent where agent.id = said.agent_person_id)
      and not ((${WHOLE}) or held.team_id = team.id or coalesce(held.client_id = team.client_id, false))))`;

/** People of the call `$1`, who are told with it. */
const ofCall = (who: string): string => `select distinct person.id as "personId", leg.call_id as "callId"
  from leg join team on team.id = leg.team_id join person on person.left_at is null
  join account on account.person_id = person.id and account.disabled_at is null
  where leg.call_id = $1 and ${who}`;

/** Whom the mention `$1` names, with the call; none where the comment was withdrawn or ended meanwhile. */
const MENTIONED = `select distinct person.id as "personId", remark.call_id as "callId"
  from leg_comment_mention mention join leg_comment remark on remark.id = mention.comment_id
  join person on person.id = mention.person_id and person.left_at is null
  join account on account.person_id = person.id and account.disabled_at is null
  where mention.id = $1 and mention.ended_at is null`;

/** People of a calibration, who are told with the call. */
const ofCalibration = (who: string): string => `select distinct person.id as "personId", one.call_id as "callId"
  from calibration one join person on person.left_at is null join account on account.person_id = person.id and account.disabled_at is null
  where one.id = $1 and ${who}`;

/** People of the open draft of the checklist `$1`. */
const ofDraft = (who: string): string => `select distinct person.id as "personId", null::uuid as "callId"
  from checklist_draft draft join person on person.left_at is null
  join account on account.person_id = person.id and account.disabled_at is null
  where draft.checklist_id = $1 and ${who}`;

/** Of the best call `$1`. */
const ofBestCall = (who: string): string =>
  `${PEOPLE} and person.id = (select ${who} from best_call best where best.id = $1)`;

/** Another person whose role in force reaches its team. */
const BEST_CALL_PUBLISHERS = `${PEOPLE}
  and exists (select 1 from role_in_force held join best_call best on best.id = $1 join team on team.id = best.team_id
    where held.account_id = account.id and held.role in ('supervisor', 'quality_manager') and person.id <> best.nominated_by_person_id
      and person.id <> best.agent_person_id and (held.team_id = team.id or held.client_id = team.client_id or (${WHOLE})))`;

/** A person whose role in force reaches the team of the alert `$1`. */
const ofFigure = (role: string): string => `${PEOPLE}
  and exists (select 1 from role_in_force held join figure_alert alert on alert.id = $1 join team on team.id = alert.team_id
    where held.account_id = account.id and held.role = '${role}' and (held.team_id = team.id or held.client_id = team.client_id
      or (${WHOLE})))`;

/** That a role in force reaches a right of the round `$1`, as a person answers about it: its person is of their teams, and it reaches no further. */
const reachingRight = (roles: string, state: string): string => `${PEOPLE}
  and exists (select 1 from role_in_force held join recertification_item item on item.round_id = $1 and item.state = '${state}'
    left join team of_team on of_team.id = item.of_team_id left join team on team.id = item.team_id
    where held.account_id = account.id and held.role in (${roles}) and item.person_id is distinct from person.id and ((${WHOLE})
      or ((of_team.id is null or held.team_id = of_team.id or held.client_id = of_team.client_id)
        and (held.team_id = item.team_id or held.client_id = team.client_id or held.client_id = item.client_id
          or (item.role = 'agent' and item.person_id is not null)))))`;

/** People of the promise `$1`, who are told with its call. */
const ofPromise = (who: string): string => `select distinct person.id as "personId", promise.call_id as "callId"
  from commitment promise join leg on leg.id = promise.leg_id
  join person on person.left_at is null join account on account.person_id = person.id and account.disabled_at is null
  where promise.id = $1 and ${who}`;

/** A supervisor of its owner's team, or of the team in whose call it was made, and neither its owner nor who asked. */
const SETTLES = `person.id not in (promise.owner_person_id, promise.questioned_by_person_id)
  and exists (select 1 from role_in_force held join team on team.id in (promise.team_id, leg.team_id) where held.account_id = account.id
    and held.role = 'supervisor' and (held.team_id = team.id or held.client_id = team.client_id or (${WHOLE})))`;

/** Who asked last whether it is a promise: the question itself is gone once it is settled. */
const ASKED = `person.id = (select asked.by_person_id from commitment_event asked where asked.commitment_id = promise.id and asked.action = 'questioned'
  order by asked.at desc, asked.id desc limit 1)`;

/** Of the version `$1` of the rules for signing in. */
const SIGN_IN_ADMINISTRATORS = `${PEOPLE} and $1::text is not null
  and exists (select 1 from role_in_force held where held.account_id = account.id and held.role = 'administrator' and ${WHOLE})`;
const SIGN_IN_PROPOSER = `${PEOPLE} and person.id = (select proposed_by_person_id from sign_in_policy where version::text = $1)`;

/** Of the absence `$1`. */
const ofAbsence = (who: string): string => `${PEOPLE} and person.id = (select ${who} from absence where id = $1)`;

/** Who agrees to roles of the person who is away, and is neither of the two. */
const ABSENCE_CONFIRMERS = `${PEOPLE} and exists (select 1 from absence join person away on away.id = absence.person_id
  join team on team.id = away.team_id join role_in_force held on held.account_id = account.id and held.role in ('legal_approver', 'administrator')
  where absence.id = $1 and person.id not in (absence.person_id, absence.deputy_person_id)
    and (held.team_id = team.id or held.client_id = team.client_id or (${WHOLE})))`;

/** Whom each group names, for the request `$1`, the person whose rights wait, the standing grant, the dispute, the coaching session, or the checklist. */
export const GROUPS: Record<RecipientGroup, string> = {
  requester: `${PEOPLE} and person.id = (select requested_by_person_id from legal_request where id = $1)`,
  decided: `${PEOPLE} and person.id in (select decided_by_person_id from legal_decision where request_id = $1)`,
  approvers: APPROVERS,
  deciders: `${APPROVERS} and person.id <> (select requested_by_person_id from legal_request where id = $1)
    and not exists (select 1 ${LISTED} and (leg.person_id = person.id or leg.team_id = person.team_id))`,
  auditors: ofRole('auditor'),
  administrators: `${PEOPLE} and $1::uuid is null
    and exists (select 1 from role_assignment where account_id = account.id and role = 'administrator')`,
  person: `${PEOPLE} and person.id = $1`,
  inviter: `${PEOPLE} and person.id in (select created_by_person_id from invitation join account invited on invited.id = account_id
    where invited.person_id = $1 and used_at is null and revoked_at is null)`,
  role_approvers: reachingPerson(`'legal_approver', 'administrator'`),
  other_administrators: `${PEOPLE} and person.id <> $1
    and exists (select 1 from role_assignment where account_id = account.id and role = 'administrator')`,
  grant_legal: byGrant(`held.role in ('legal_requester', 'legal_approver')
    and (${WHOLE} or held.client_id = ${CLIENT_OF_GRANT} or held.team_id = one.team_id)`),
  grant_holders: byGrant(`held.role = one.role and (one.scope in ('own', 'company') or ${WHOLE}
    or held.client_id = ${CLIENT_OF_GRANT} or held.team_id = one.team_id
    or held.team_id in (select team.id from team where team.client_id = one.client_id))`),
  supervisors: `select person.id as "personId", (array_agg(leg.call_id order by leg.id))[1] as "callId" from person
    join account on account.person_id = person.id and account.disabled_at is null
    join legal_request_recording listed on listed.request_id = $1 join leg on leg.id = listed.leg_id join team on team.id = leg.team_id
    where person.left_at is null and ${reaching('supervisor')} group by person.id`,
  figure_supervisors: ofFigure('supervisor'),
  figure_managers: ofFigure('quality_manager'),
  dispute_supervisors: ofDispute(decides('supervisor')),
  dispute_managers: ofDispute(decides('quality_manager')),
  draw_reviewers: `${PEOPLE} and person.id in (select reviewer_person_id from review_assignment where draw_id = $1 and state = 'open')`,
  review_holder: `${PEOPLE} and person.id = (select reviewer_person_id from review_assignment where id = $1)`,
  retracted_agent: ofRetraction('person.id = leg.person_id'),
  retracted_author: ofRetraction('person.id = back.author_person_id'),
  reviewed_agent: ofReview('person.id = leg.person_id'),
  rescored_agent: `${PEOPLE} and person.id = (select person_id from rescore_telling where id = $1)`,
  overturned_reviewers: ofReview(OVERTURNED),
  mentioned_person: MENTIONED,
  calibration_reviewers: ofCalibration(
    'person.id in (select person_id from calibration_reviewer where calibration_id = $1)',
  ),
  calibration_opener: ofCalibration('person.id = one.opened_by_person_id'),
  checklist_publishers:
    ofDraft(`draft.asked_at is not null and not person.id = any(draft.author_person_ids) and exists (select 1 from role_in_force held
    where held.account_id = account.id and held.role in ('quality_analyst', 'quality_manager') and ${WHOLE})`),
  checklist_authors: ofDraft('person.id = any(draft.author_person_ids)'),
  correction_deciders: ofCorrection(CONFIRMS),
  correction_proposer: ofCorrection('person.id = said.proposed_by_person_id'),
  correction_agents: ofCorrection(
    'said.agent_person_id is not null and person.id in (said.former_person_id, said.agent_person_id)',
  ),
  shut_agents: ofCall('person.id = leg.person_id'),
  shut_managers:
    ofCall(`exists (select 1 from role_in_force held where held.account_id = account.id and held.role = 'quality_manager'
    and ((${WHOLE}) or held.team_id = team.id or held.client_id = team.client_id))`),
  dispute_agent: ofDispute('person.id = dispute.filed_by_person_id'),
  commitment_supervisors: ofPromise(SETTLES),
  commitment_asker: ofPromise(ASKED),
  coaching_agent: `${PEOPLE} and person.id = (select agent_person_id from coaching_session where id = $1)`,
  coaching_coach: `${PEOPLE} and person.id = (select coach_person_id from coaching_session where id = $1)`,
  best_call_agent: ofBestCall('best.agent_person_id'),
  best_call_nominator: ofBestCall('best.nominated_by_person_id'),
  best_call_publishers: BEST_CALL_PUBLISHERS,
  absence_person: ofAbsence('person_id'),
  absence_deputy: ofAbsence('deputy_person_id'),
  absence_confirmers: ABSENCE_CONFIRMERS,
  sign_in_administrators: SIGN_IN_ADMINISTRATORS,
  sign_in_proposer: SIGN_IN_PROPOSER,
  everyone: `${PEOPLE} and $1::uuid is not null`,
  company_approvers: `${PEOPLE} and $1::uuid is not null and exists (select 1 from role_in_force held
    where held.account_id = account.id and held.role in ('administrator', 'legal_approver') and ${WHOLE})`,
  recertifiers: reachingRight(`'supervisor', 'administrator'`, 'open'),
  recertification_overseers: `${PEOPLE} and $1::uuid is not null and exists (select 1 from role_in_force held
    where held.account_id = account.id and held.role in ('administrator', 'auditor') and ${WHOLE})`,
  recertification_removers: `${reachingRight(`'administrator'`, 'removal_asked')}
    union ${PEOPLE} and exists (select 1 from role_in_force held join recertification_item item on item.round_id = $1
      and item.state = 'removal_asked' and item.kind = 'grant'
      where held.account_id = account.id and held.role in ('legal_requester', 'legal_approver'))`,
  dispute_judge: ofDispute('person.id = dispute.judged_by_person_id'),
};
