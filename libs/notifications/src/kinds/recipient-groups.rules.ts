import { type Role } from '#contracts';

/**
 * Groups of people that an event concerns. `deciders`: approvers who may decide a request: not a person who was recorded, nor a member of a
 * recorded team. `decided`: who has decided in it. `approvers`, `auditors`: everyone whose role reaches its whole list. `supervisors`: of a
 * recorded team. `administrators`: all of them, always. Of an invitation its `inviter`. Of a person whose rights wait: the `person`, `role_approvers` whose right reaches
 * their team, and `other_administrators`. Of a standing grant, `grant_legal`: people of legal who may renew it; `grant_holders`: people who
 * work by it. Of a dispute: `dispute_supervisors` of the team and `dispute_managers` of quality who may decide it, the `dispute_agent` who contests, and the
 * `dispute_judge` who gave the contested result.
 * Of a correction that takes two: `correction_deciders`, who may confirm it, the `correction_proposer`, and the `correction_agents` who lose and get the call.
 * Of a call whose recording was shut: the `shut_agents` who took it and the `shut_managers` of quality whose role reaches it.
 * Of a coaching session: its `coaching_agent` and its `coaching_coach`.
 * Of a draw its `draw_reviewers`, of a drawn call that is handed on its `review_holder`, of a retracted review the `retracted_agent` of the leg and the `retracted_author`.
 * Of a published review the `reviewed_agent` of the leg, and `overturned_reviewers`, colleagues whose answer it changes.
 * Of a comment the `mentioned_person`.
 * Of a calibration, the `calibration_reviewers`, and its `calibration_opener`.
 * Of a draft of a checklist: `checklist_publishers` of the whole company who did not write in it, and its `checklist_authors`.
 * Of a best call: its `best_call_agent`, its `best_call_nominator`, and `best_call_publishers`, others who may publish it.
 * Of a figure that passed its line: `figure_supervisors` and `figure_managers` whose role reaches the team.
 * Of a promise of which its owner, or a reviewer, asks whether it is one: `commitment_supervisors` who may settle it, and the `commitment_asker`.
 * Of a change of the rules for signing in: `sign_in_administrators` of the whole company, who may agree, and its `sign_in_proposer`.
 * Of an absence: the `absence_person` who is away, the `absence_deputy`, and `absence_confirmers` who agree to roles and are neither.
 * Of a small house: `everyone` who works here, and `company_approvers`, who approve roles of the whole company.
 * Of a review of rights: `recertifiers` who have still to answer, `recertification_overseers` of the whole company, and `recertification_removers` who can take away what is not needed.
 */
export type RecipientGroup =
  | 'draw_reviewers'
  | 'review_holder'
  | 'retracted_agent'
  | 'retracted_author'
  | 'reviewed_agent'
  | 'rescored_agent'
  | 'overturned_reviewers'
  | 'mentioned_person'
  | 'calibration_reviewers'
  | 'checklist_publishers'
  | 'checklist_authors'
  | 'calibration_opener'
  | 'figure_supervisors'
  | 'figure_managers'
  | 'dispute_supervisors'
  | 'dispute_managers'
  | 'dispute_agent'
  | 'dispute_judge'
  | 'correction_deciders'
  | 'correction_proposer'
  | 'correction_agents'
  | 'shut_agents'
  | 'shut_managers'
  | 'commitment_supervisors'
  | 'commitment_asker'
  | 'coaching_agent'
  | 'coaching_coach'
  | 'best_call_agent'
  | 'best_call_nominator'
  | 'best_call_publishers'
  | 'requester'
  | 'deciders'
  | 'decided'
  | 'approvers'
  | 'auditors'
  | 'supervisors'
  | 'administrators'
  | 'person'
  | 'inviter'
  | 'role_approvers'
  | 'other_administrators'
  | 'grant_legal'
  | 'grant_holders'
  | 'absence_person'
  | 'absence_deputy'
  | 'absence_confirmers'
  | 'sign_in_administrators'
  | 'sign_in_proposer'
  | 'everyone'
  | 'company_approvers'
  | 'recertifiers'
  | 'recertification_overseers'
  | 'recertification_removers';

/** Roles by which a person can be in a group; `anyone` can be in the others. What a person is offered to choose depends on it, and nothing else. */
export const ROLES_OF_GROUP: Record<RecipientGroup, readonly Role[] | 'anyone'> = {
  draw_reviewers: ['supervisor', 'quality_analyst', 'quality_manager'],
  review_holder: ['supervisor', 'quality_analyst', 'quality_manager'],
  retracted_agent: ['agent'],
  retracted_author: ['supervisor', 'quality_analyst', 'quality_manager'],
  reviewed_agent: ['agent'],
  rescored_agent: ['agent'],
  overturned_reviewers: ['supervisor', 'quality_analyst', 'quality_manager'],
  mentioned_person: ['agent', 'supervisor', 'quality_analyst', 'quality_manager'],
  calibration_reviewers: ['supervisor', 'quality_analyst', 'quality_manager'],
  calibration_opener: ['supervisor', 'quality_analyst', 'quality_manager'],
  checklist_publishers: ['quality_analyst', 'quality_manager'],
  checklist_authors: ['quality_manager'],
  figure_supervisors: ['supervisor'],
  figure_managers: ['quality_manager'],
  dispute_supervisors: ['supervisor'],
  dispute_managers: ['quality_manager'],
  dispute_agent: ['agent'],
  dispute_judge: ['supervisor', 'quality_analyst', 'quality_manager'],
  correction_deciders: ['supervisor', 'quality_manager'],
  correction_proposer: ['supervisor', 'quality_manager'],
  correction_agents: ['agent'],
  shut_agents: ['agent'],
  shut_managers: ['quality_manager'],
  commitment_supervisors: ['supervisor'],
  commitment_asker: ['agent', 'supervisor', 'quality_analyst', 'quality_manager'],
  coaching_agent: ['agent'],
  coaching_coach: ['supervisor', 'quality_analyst', 'quality_manager'],
  best_call_agent: ['agent'],
  best_call_nominator: ['supervisor', 'quality_analyst', 'quality_manager'],
  best_call_publishers: ['supervisor', 'quality_manager'],
  requester: ['legal_requester'],
  deciders: ['legal_approver'],
  decided: ['legal_approver'],
  approvers: ['legal_approver'],
  auditors: ['auditor'],
  supervisors: ['supervisor'],
  administrators: ['administrator'],
  person: 'anyone',
  inviter: ['administrator'],
  role_approvers: ['legal_approver', 'administrator'],
  other_administrators: ['administrator'],
  grant_legal: ['legal_requester', 'legal_approver'],
  grant_holders: 'anyone',
  absence_person: 'anyone',
  absence_deputy: 'anyone',
  absence_confirmers: ['administrator', 'legal_approver'],
  sign_in_administrators: ['administrator'],
  sign_in_proposer: ['administrator'],
  everyone: 'anyone',
  company_approvers: ['administrator', 'legal_approver'],
  recertifiers: ['supervisor', 'administrator'],
  recertification_overseers: ['administrator', 'auditor'],
  recertification_removers: ['administrator', 'legal_requester', 'legal_approver'],
};
