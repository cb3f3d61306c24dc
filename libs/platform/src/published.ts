/** Columns of our tables that SQL of libraries downstream may read (decision 76). Change a column together with its readers. */
export const PUBLISHED = {
  work: ['id', 'job', 'subject_id', 'done_at', 'failed_at', 'created_at'],
};
