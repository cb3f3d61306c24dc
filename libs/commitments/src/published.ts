/** What SQL of later libs may read of our tables (docs/decisions/0076). A column named here has readers elsewhere: change it with them. */
export const PUBLISHED = {
  commitment: ['id', 'call_id', 'leg_id', 'team_id', 'owner_person_id', 'state', 'questioned_by_person_id'],
  commitment_event: ['id', 'commitment_id', 'at', 'action', 'by_person_id'],
};
