/** Columns of our tables that SQL of libraries downstream may read (decision 76). Change a column together with its readers. */
export const PUBLISHED = {
  review_retraction: ['scorecard_id', 'code', 'leg_id', 'call_id', 'author_person_id'],
  scorecard: [
    'id',
    'leg_id',
    'checklist_id',
    'checklist_version',
    'author',
    'author_person_id',
    'based_on_id',
    'items',
    'inputs',
    'points',
    'max_points',
    'created_at',
  ],
  counting_scorecard: ['leg_id', 'checklist_id', 'scorecard_id'],
  awaiting_person: ['id', 'leg_id', 'closed_at'],
  checklist_draft: ['checklist_id', 'asked_at', 'author_person_ids'],
  checklist_version: ['checklist_id', 'definition', 'version', 'published_at'],
  rescore_telling: ['id', 'person_id'],
};
