/** Whether those who agreed to `request` still hold the right to: looked at whenever its grant is used (design §5). */
export const APPROVALS_HOLD = `(select count(distinct decision.decided_by_person_id) >= request.approvals_needed
  from legal_decision decision
  where decision.request_id = request.id and decision.round = request.round and decision.decision = 'approve'
    and exists (select 1 from role_assignment join account on account.id = role_assignment.account_id
      where account.person_id = decision.decided_by_person_id and role = 'legal_approver' and disabled_at is null))`;
