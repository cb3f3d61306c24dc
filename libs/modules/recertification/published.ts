/** What SQL of later libs may read of our tables (docs/decisions/0076). */
export const PUBLISHED = {
  recertification_round: ['id', 'code'],
  recertification_item: ['round_id', 'kind', 'person_id', 'of_team_id', 'role', 'team_id', 'client_id', 'state'],
};
