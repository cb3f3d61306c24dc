/** What SQL of later libs may read of our tables (docs/decisions/0076). A column named here has readers elsewhere: change it with them. */
export const PUBLISHED = {
  telephony_record: ['call_id', 'key_id'],
  telephony_source: ['id', 'name', 'team_ids', 'folder', 'last_received_at', 'ended_at'],
};
