/** What SQL of later libs may read of our tables (docs/decisions/0076). A column named here has readers elsewhere: change it with them. */
export const PUBLISHED = {
  legal_decision: ['request_id', 'decided_by_person_id'],
  legal_request: ['id', 'code', 'requested_by_person_id'],
  legal_request_recording: ['request_id', 'leg_id'],
  standing_grant: ['id', 'code', 'role', 'scope', 'team_id', 'client_id', 'expires_at', 'revoked_at'],
};
