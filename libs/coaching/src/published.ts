/** What SQL of later libs may read of our tables (docs/decisions/0076). A column named here has readers elsewhere: change it with them. */
export const PUBLISHED = {
  coaching_session: ['id', 'code', 'agent_person_id', 'coach_person_id'],
};
