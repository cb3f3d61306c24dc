import {
  type ConsentKeys,
  type ConsentRule,
  type ConsentRuleSet,
  consentRuleSetSchema,
  STRICTEST_CONSENT_RULE,
  unreachedRules,
} from '#contracts';

export const RULE_PARTS = ['regions', 'directions', 'accepts', 'acceptedExemptions', 'source'] as const;
export type RulePart = (typeof RULE_PARTS)[number];

/** One difference between two versions. `at` is the place of a rule, from 1. */
export type RuleChange =
  | { kind: 'internalCalls'; after: ConsentRuleSet['internalCalls'] }
  | { kind: 'keys'; before: readonly ConsentKeys[]; after: readonly ConsentKeys[] }
  | { kind: 'added' | 'removed'; at: number; rule: ConsentRule }
  | { kind: 'changed'; part: RulePart; before: ConsentRule; after: ConsentRule }
  | { kind: 'order'; before: readonly string[]; after: readonly string[] };

/** Is a rule for internal calls alone, of which none is recorded whatever the rules say? */
export const neverTried = ({ directions }: ConsentRule, internalCalls: ConsentRuleSet['internalCalls']): boolean =>
  internalCalls === 'never' && directions.every((one) => one === 'internal');

/** In what two versions differ, in the order of the later one; rules are the same rule by their id. */
export function changesOf(before: ConsentRuleSet, after: ConsentRuleSet): RuleChange[] {
  const [earlier, later] = [byId(before), byId(after)];
  const stays = (rules: ConsentRuleSet, others: Map<string, ConsentRule>) =>
    rules.rules.map(({ id }) => id).filter((id) => others.has(id));
  const [was, is] = [stays(before, later), stays(after, earlier)];
  return [
    ...(before.internalCalls === after.internalCalls
      ? []
      : [{ kind: 'internalCalls' as const, after: after.internalCalls }]),
    ...keysChange(before.keys ?? [], after.keys ?? []),
    ...after.rules.flatMap((rule, at): RuleChange[] => {
      const found = earlier.get(rule.id);
      if (!found) return [{ kind: 'added', at: at + 1, rule }];
      const parts = RULE_PARTS.filter((part) => wordOf(found, part) !== wordOf(rule, part));
      return parts.map((part) => ({ kind: 'changed', part, before: found, after: rule }));
    }),
    ...before.rules.flatMap((rule, at): RuleChange[] =>
      later.has(rule.id) ? [] : [{ kind: 'removed', at: at + 1, rule }],
    ),
    ...(was.join() === is.join() ? [] : [{ kind: 'order' as const, before: was, after: is }]),
  ];
}

const keysChange = (before: readonly ConsentKeys[], after: readonly ConsentKeys[]): RuleChange[] =>
  JSON.stringify(before) === JSON.stringify(after) ? [] : [{ kind: 'keys', before, after }];

const byId = ({ rules }: ConsentRuleSet) => new Map(rules.map((rule) => [rule.id, rule]));

/** In which order the values of a list are written does not matter. */
function wordOf(rule: ConsentRule, part: RulePart): string {
  const value = rule[part];
  return typeof value === 'string' ? value : value.toSorted().join();
}

/** A rule's place is changed by one; at either end it stays. */
export function moved<T>(all: readonly T[], at: number, by: -1 | 1): T[] {
  const to = at + by;
  if (to < 0 || to >= all.length) return [...all];
  return all.map((one, i) => (i === at ? all[to] : i === to ? all[at] : one)) as T[];
}

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
