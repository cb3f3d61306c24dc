/** What SQL of later libs may read of our tables (docs/decisions/0076). A column named here has readers elsewhere: change it with them. */
export const PUBLISHED = {
  call: [
    ...['id', 'matter_id', 'direction', 'classification', 'region', 'customer', 'purpose', 'outcome'],
    ...['language', 'stage', 'started_at'],
  ],
  leg: ['id', 'call_id', 'position', 'person_id', 'team_id', 'queue', 'answered_at'],
  listed_leg: [
    'leg_id',
    'call_id',
    'team_id',
    'person_id',
    'started_at',
    'stage',
    'queue',
    'reviewer_person_id',
    'points_percent',
    'counted',
    'results',
    'clauses',
  ],
};
