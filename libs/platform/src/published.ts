/** What SQL of later libs may read of our tables (docs/decisions/0076). A column named here has readers elsewhere: change it with them. */
export const PUBLISHED = {
  work: ['id', 'job', 'subject_id', 'done_at', 'failed_at', 'created_at'],
};
