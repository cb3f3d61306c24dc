/**
 * Whether those who agreed to `request` still hold the right to: as many as all that it asks for takes, or one who gave the listening alone. An
 * emergency opening has no approvers.
 */
const APPROVALS_HOLD = `(request.break_glass or (select
    count(distinct decision.decided_by_person_id) >= case when bool_or(decision.decision = 'approve_listening') then 1 else request.approvals_needed end
  from legal_decision decision
  where decision.request_id = request.id and decision.round = request.round and decision.decision in ('approve','approve_listening')
    and exists (select 1 from role_in_force held
      where held.person_id = coalesce(decision.for_person_id, decision.decided_by_person_id) and held.role = 'legal_approver')))`;

/** Whether who asked is a requester still: what a request gave is theirs in that role, not for good. */
const REQUESTER_HOLDS = `exists (select 1 from role_in_force held
  where held.person_id = request.requested_by_person_id and held.role = 'legal_requester')`;

/** Whether everyone on whom the grant of `request` rests still holds their right: looked at whenever it is used. */
export const RIGHTS_HOLD = `(${APPROVALS_HOLD} and ${REQUESTER_HOLDS})`;
