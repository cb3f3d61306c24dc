/** Columns of our tables that SQL of libraries downstream may read (decision 76). Change a column together with its readers. */
export const PUBLISHED = {
  legal_decision: ['request_id', 'decided_by_person_id'],
  legal_request: ['id', 'code', 'requested_by_person_id'],
  legal_request_recording: ['request_id', 'leg_id'],
  standing_grant: ['id', 'code', 'role', 'scope', 'team_id', 'client_id', 'expires_at', 'revoked_at'],
};
