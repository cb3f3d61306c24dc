/** What SQL of later libs may read of our tables (docs/decisions/0076). A column named here has readers elsewhere: change it with them. */
export const PUBLISHED = {
  calibration: ['id', 'code', 'call_id', 'opened_by_person_id'],
  calibration_reviewer: ['calibration_id', 'person_id'],
  commitment: ['id', 'call_id', 'leg_id', 'team_id', 'owner_person_id', 'questioned_by_person_id'],
  commitment_event: ['id', 'commitment_id', 'at', 'action', 'by_person_id'],
  dispute: ['id', 'code', 'call_id', 'leg_id', 'filed_by_person_id', 'judged_by_person_id', 'due_at', 'final_at'],
  leg_comment: ['id', 'leg_id', 'call_id', 'at_ms'],
  leg_comment_mention: ['id', 'comment_id', 'person_id', 'ended_at'],
  review_assignment: ['id', 'draw_id', 'reviewer_person_id', 'state'],
  review_answer: ['scorecard_id', 'item_id', 'from_outcome', 'to_outcome'],
  review_retraction: ['scorecard_id', 'code', 'leg_id', 'call_id', 'author_person_id'],
  scorecard: ['id', 'leg_id', 'checklist_id', 'author_person_id', 'created_at'],
  sampling_draw: ['id', 'plan_id'],
  sampling_plan: ['id', 'code'],
  checklist_draft: ['checklist_id', 'asked_at', 'author_person_ids'],
  checklist_version: ['definition', 'version', 'published_at'],
  figure_alert: ['id', 'team_id', 'day'],
};
