import { type ChecklistDraftDefinition, type ChecklistFinding } from '#contracts';
import { SITUATIONS } from '../../conversation/situation.rules.js';
import { covers, isNode, listeningOf, nodesIn, type Node } from './read-checks.rules.js';
import { error, itemsOf, warning, WHOLE, type At, type Rule } from './told.rules.js';

/** The values that facts of a closed set can have; other facts are numbers. */
const VALUES: Readonly<Record<string, readonly unknown[]>> = {
  direction: ['inbound', 'outbound', 'internal'],
  hangupParty: ['agent', 'customer', 'system'],
  transfer: ['none', 'blind', 'warm'],
  noticeBy: ['announcement', 'agent', 'contract'],
  consulted: [true, false],
  noticeGiven: [true, false],
  quietHours: [true, false],
};

/** What a condition asks for a value of; null where it asks something else. */
const factOf = (condition: Node): unknown =>
  condition.kind === 'fact' ? condition['name'] : condition.kind === SITUATION ? SITUATION : null;

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const conditionsOf = (value: unknown): Node[] => (Array.isArray(value) ? value : [value]).filter(isNode);

/** What a customer can come with; conditions on it name some. */
const SITUATION = 'situation';

/** What a fact can still be under some conditions; null where its values are not a closed set. */
function possible(
  name: unknown,
  conditions: readonly Node[],
  directions: readonly unknown[],
): readonly unknown[] | null {
  const all = name === 'direction' ? directions : name === SITUATION ? SITUATIONS : VALUES[String(name)];
  if (!all) return null;
  const said = conditions.filter((one) => factOf(one) === name);
  return said.reduce<readonly unknown[]>((left, one) => left.filter((value) => list(one['in']).includes(value)), all);
}

const neverHolds = (at: At, place: string, what: ChecklistFinding['what']): ChecklistFinding =>
  error(at, {
    code: 'never_applies',
    place,
    what,
    remedy: { zh: '请改条件，或删除此项。', en: 'Change the conditions, or take the item out.' },
  });

function opposites(at: At, place: string, conditions: readonly Node[]): ChecklistFinding[] {
  const heard = conditions.filter(({ kind }) => kind === 'heard').map((one) => listeningOf(one['query']));
  const silent = conditions.filter(({ kind }) => kind === 'not_heard').map((one) => listeningOf(one['query']));
  const clash = heard.find((wanted) => wanted && silent.some((unwanted) => unwanted && covers(unwanted, wanted)));
  if (!clash) return [];
  const names = clash.lookFor.join(', ');
  const what = {
    zh: `条件互相矛盾：既要听到 ${names}，又要没有听到。`,
    en: `The conditions contradict each other: ${names} must be heard, and must not be heard.`,
  };
  return [neverHolds(at, place, what)];
}

function impossibleFacts(
  at: At,
  place: string,
  conditions: readonly Node[],
  directions: readonly unknown[],
): ChecklistFinding[] {
  const names = new Set(conditions.map(factOf));
  return [...names].flatMap((name) => {
    if (possible(name, conditions, directions)?.length !== 0) return [];
    const what =
      name === 'direction'
        ? {
            zh: `条件要求的通话方向，这份评分表不评：它只评 ${directions.join('、')}。`,
            en: `It is asked for in a direction that this checklist does not judge; it judges ${directions.join(', ')}.`,
          }
        : { zh: `关于 ${String(name)} 的条件不可能成立。`, en: `The conditions on ${String(name)} can never hold.` };
    return [neverHolds(at, place, what)];
  });
}

/** No condition shuts an item, or the whole checklist, out of every call. */
export const everythingCanApply: Rule = (draft) => {
  const directions = draft.judges?.directions ?? [];
  if (directions.length === 0) return [];
  const general = conditionsOf(draft.judges?.appliesWhen ?? []);
  const whole = [
    ...opposites(WHOLE, 'judges.appliesWhen', general),
    ...impossibleFacts(WHOLE, 'judges.appliesWhen', general, directions),
  ];
  // What shuts the whole list out is told once.
  if (whole.length > 0) return whole;
  return itemsOf(draft).flatMap(({ at, item }) => {
    const conditions = [...general, ...conditionsOf(item.appliesWhen ?? [])];
    return [...opposites(at, 'appliesWhen', conditions), ...impossibleFacts(at, 'appliesWhen', conditions, directions)];
  });
};

/** How a check ends in every call that its conditions let through; null where that is open. */
function fixedOutcome(
  check: Node,
  conditions: readonly Node[],
  directions: readonly unknown[],
): 'never_met' | 'always_met' | null {
  const heard = conditions.filter(({ kind }) => kind === 'heard').map((one) => listeningOf(one['query']));
  const silent = conditions.filter(({ kind }) => kind === 'not_heard').map((one) => listeningOf(one['query']));
  const surelyHeard = (what: unknown, wanted: unknown): boolean => {
    const listening = listeningOf(what, wanted);
    return listening !== null && heard.some((one) => one !== null && covers(listening, one));
  };
  const surelyNot = (what: unknown, wanted: unknown): boolean => {
    const listening = listeningOf(what, wanted);
    return listening !== null && silent.some((one) => one !== null && covers(one, listening));
  };
  if (check.kind === 'phrase') {
    const [lookFor, against] = [list(check['lookFor']), list(check['against'])];
    const absentIsMet = check['whenAbsent'] === 'met';
    if (lookFor.length > 0 && !absentIsMet && surelyNot(check, lookFor)) return 'never_met';
    // Nothing speaks for it, and silence speaks against it: it would accuse in every call.
    const named = against.length + list(check['doubtful']).length;
    if (lookFor.length === 0 && named > 0 && (check['whenAbsent'] ?? 'not_met') === 'not_met') return 'never_met';
    if (lookFor.length === 0 && surelyHeard(check, against)) return 'never_met';
    if (against.length === 0 && surelyHeard(check, lookFor)) return 'always_met';
  }
  const start = check.kind === 'sequence' && !check['responseSuffices'] ? check['trigger'] : check['start'];
  if (surelyNot(start, (start as Node | undefined)?.['lookFor'])) return 'never_met';
  if (check.kind === 'fact') {
    if (list(check['met']).length === 0 && !check['whenUnknown']) return 'never_met';
    const left = possible(check['name'], conditions, directions);
    if (left && left.length > 0 && !left.some((value) => list(check['met']).includes(value))) return 'never_met';
  }
  return null;
}

/** The conditions of an item leave its check a way to be met, and a way not to be. */
export const checksCanBeMet: Rule = (draft) => {
  const directions = draft.judges?.directions ?? [];
  return itemsOf(draft).flatMap(({ at, item }) => {
    const conditions = [...conditionsOf(draft.judges?.appliesWhen ?? []), ...conditionsOf(item.appliesWhen ?? [])];
    const fixed = fixedOutcome(item.check, conditions, directions);
    if (fixed === 'never_met') return [error(at, { code: fixed, place: 'check', ...NEVER_MET })];
    return fixed === 'always_met' ? [warning(at, { code: fixed, place: 'check', ...ALWAYS_MET })] : [];
  });
};

const NEVER_MET = {
  what: {
    zh: '条件成立的通话里，这项检查永远不会达成。',
    en: 'In the calls that its conditions let through, this check can never be met.',
  },
  remedy: { zh: '请改条件，或改检查。', en: 'Change the conditions, or the check.' },
};
const ALWAYS_MET = {
  what: {
    zh: '条件成立的通话里，这项检查总是达成。',
    en: 'In the calls that its conditions let through, this check is always met.',
  },
  remedy: { zh: '请改条件，或改检查。', en: 'Change the conditions, or the check.' },
};

interface Case {
  readonly conditions: readonly Node[];
  readonly path: string;
}

const casesOf = (node: Node, path: string): Case[] =>
  list(node['cases']).map((one, i) => ({
    conditions: conditionsOf((one as Record<string, unknown> | null)?.['when'] ?? []),
    path: `${path}.cases.${i}`,
  }));

/** A case is always taken when it asks nothing, or only what is so in every call that is judged. */
const alwaysTaken = ({ conditions }: Case, draft: ChecklistDraftDefinition): boolean =>
  conditions.every(
    (one) =>
      one.kind === 'fact' &&
      one['name'] === 'direction' &&
      (draft.judges?.directions ?? []).length > 0 &&
      draft.judges!.directions.every((direction) => list(one['in']).includes(direction)),
  );

/** A case that asks no more than a later one takes everything that the later one would. */
const takesAllOf = (earlier: Case, later: Case): boolean => {
  const asked = ({ conditions }: Case): string[] =>
    conditions.map(({ otherwise: _, unknown: __, ...rest }) => JSON.stringify(rest));
  const all = asked(later);
  return asked(earlier).every((condition) => all.includes(condition));
};

/** Every case of a branching check can be come to. */
export const casesCanBeReached: Rule = (draft) =>
  itemsOf(draft).flatMap(({ at, item }) =>
    nodesIn(item.check, 'check').flatMap(({ node, path }) => {
      const cases = casesOf(node, path);
      const before = (i: number): boolean =>
        cases.slice(0, i).some((earlier) => alwaysTaken(earlier, draft) || takesAllOf(earlier, cases[i]!));
      return cases.flatMap((one, i) => {
        const fact = impossibleFacts(at, one.path, one.conditions, draft.judges?.directions ?? []);
        if (before(i)) return [error(at, { code: 'unreachable_case', place: one.path, ...UNREACHABLE })];
        return fact.length > 0 ? [error(at, { code: 'unreachable_case', place: one.path, ...UNREACHABLE })] : [];
      });
    }),
  );

const UNREACHABLE = {
  what: {
    zh: '这个分支永远不会执行：前面的分支已经包括它，或它的条件不可能成立。',
    en: 'This case is never come to: an earlier one takes everything that it would, or its conditions can never hold.',
  },
  remedy: { zh: '请删除它，或把它移到前面，或改条件。', en: 'Take it out, move it forward, or change its conditions.' },
};
