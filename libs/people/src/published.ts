/** What SQL of later libs may read of our tables (docs/decisions/0076). A column named here has readers elsewhere: change it with them. */
export const PUBLISHED = {
  person: ['id', 'staff_number', 'name_zh', 'name_en', 'team_id', 'email', 'left_at'],
  account: ['id', 'person_id', 'language', 'disabled_at'],
  company: ['id', 'profile'],
  sign_in_policy: ['version', 'proposed_by_person_id'],
  sign_in_policy_in_force: ['idle_minutes'],
  session: ['id', 'account_id', 'expires_at', 'last_seen_at', 'ended_at'],
  team: ['id', 'client_id', 'name_zh', 'name_en'],
  client: ['id', 'name_zh', 'name_en'],
  role_assignment: ['id', 'account_id', 'person_id', 'role', 'team_id', 'client_id'],
  absence: [
    'id',
    'person_id',
    'deputy_person_id',
    'works',
    'confirmed_at',
    'begins_at',
    'ends_at',
    'accepted_at',
    'ended_at',
  ],
  role_in_force: ['account_id', 'person_id', 'role', 'team_id', 'client_id'],
};
