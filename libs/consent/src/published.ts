/** What SQL of later libs may read of our tables (docs/decisions/0076). A column named here has readers elsewhere: change it with them. */
export const PUBLISHED = {
  consent_decision: ['id', 'call_id', 'state', 'rule_id', 'rules_version', 'may_record', 'decided_at'],
  consent_rule_set: ['version', 'sha256', 'decided_at'],
};
