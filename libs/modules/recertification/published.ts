/** Columns of our tables that SQL of libraries downstream may read (decision 76). */
export const PUBLISHED = {
  recertification_round: ['id', 'code'],
  recertification_item: ['round_id', 'kind', 'person_id', 'of_team_id', 'role', 'team_id', 'client_id', 'state'],
};
