/** Columns of our tables that SQL of libraries downstream may read (decision 76). Change a column together with its readers. */
export const PUBLISHED = {
  commitment: ['id', 'call_id', 'leg_id', 'team_id', 'owner_person_id', 'state', 'questioned_by_person_id'],
  commitment_event: ['id', 'commitment_id', 'at', 'action', 'by_person_id'],
};
