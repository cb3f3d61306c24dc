/** What SQL of later libs may read of our tables (docs/decisions/0076). A column named here has readers elsewhere: change it with them. */
export const PUBLISHED = {
  best_call: ['id', 'code', 'agent_person_id', 'team_id', 'nominated_by_person_id', 'published_at', 'ended_at'],
  coaching_session: ['id', 'code', 'agent_person_id', 'coach_person_id'],
};
