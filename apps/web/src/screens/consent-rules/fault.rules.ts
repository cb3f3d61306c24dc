import { consentRuleSetSchema, STRICTEST_CONSENT_RULE, unreachedRules, type ConsentRuleSet } from '#contracts';

const PARTS = ['id', 'regions', 'directions', 'accepts', 'acceptedExemptions', 'source'] as const;

/** What is wrong with a rule, 0-based: a field of it, that its id is taken, or that it never decides. */
export interface RuleFault {
  at: number;
  part: (typeof PARTS)[number] | 'taken' | 'unreached';
}

/** What keeps a draft of the rules from being proposed, where a person can put it right. */
export function faultsOf(draft: ConsentRuleSet): RuleFault[] {
  const issues = consentRuleSetSchema.safeParse(draft).error?.issues ?? [];
  const fields = issues.flatMap(({ path: [, at, part] }): RuleFault[] => {
    const known = PARTS.find((one) => one === part);
    return typeof at === 'number' && known ? [{ at, part: known }] : [];
  });
  const ids = draft.rules.map(({ id }) => id);
  const taken = ids.flatMap((id, at): RuleFault[] =>
    id !== '' && (ids.indexOf(id) < at || id === STRICTEST_CONSENT_RULE.id) ? [{ at, part: 'taken' }] : [],
  );
  // A rule without a region fits no call, and none is missing what it speaks for.
  const unreached = unreachedRules(draft.rules).filter(
    (at) => draft.rules[at]?.regions.length && draft.rules[at].directions.length,
  );
  return [...fields, ...taken, ...unreached.map((at): RuleFault => ({ at, part: 'unreached' }))];
}
