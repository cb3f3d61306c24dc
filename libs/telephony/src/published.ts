/** Columns of our tables that SQL of libraries downstream may read (decision 76). Change a column together with its readers. */
export const PUBLISHED = {
  telephony_record: ['call_id', 'key_id'],
  telephony_source: ['id', 'name', 'team_ids', 'folder', 'last_received_at', 'ended_at'],
};
