/** Columns of our tables that SQL of libraries downstream may read (decision 76). Change a column together with its readers. */
export const PUBLISHED = {
  calibration: ['id', 'code', 'call_id', 'opened_by_person_id'],
  calibration_reviewer: ['calibration_id', 'person_id'],
  dispute: [
    'id',
    'code',
    'call_id',
    'leg_id',
    'filed_by_person_id',
    'judged_by_person_id',
    'due_at',
    'final_at',
    'slept_at',
    'closed_at',
  ],
  leg_comment: ['id', 'leg_id', 'call_id', 'at_ms'],
  leg_comment_mention: ['id', 'comment_id', 'person_id', 'ended_at'],
  review_assignment: ['id', 'draw_id', 'reviewer_person_id', 'state'],
  review_answer: ['scorecard_id', 'item_id', 'from_outcome', 'to_outcome'],
  sampling_draw: ['id', 'plan_id'],
  sampling_plan: ['id', 'code'],
  figure_alert: ['id', 'team_id', 'day'],
};
