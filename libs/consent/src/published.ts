/** Columns of our tables that SQL of libraries downstream may read (decision 76). Change a column together with its readers. */
export const PUBLISHED = {
  consent_decision: ['id', 'call_id', 'state', 'rule_id', 'rules_version', 'may_record', 'decided_at'],
  consent_rule_set: ['version', 'sha256', 'decided_at'],
};
