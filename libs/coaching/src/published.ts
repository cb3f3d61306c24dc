/** Columns of our tables that SQL of libraries downstream may read (decision 76). Change a column together with its readers. */
export const PUBLISHED = {
  best_call: ['id', 'code', 'agent_person_id', 'team_id', 'nominated_by_person_id', 'published_at', 'ended_at'],
  coaching_session: ['id', 'code', 'agent_person_id', 'coach_person_id'],
};
