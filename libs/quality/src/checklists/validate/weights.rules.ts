import { type ChecklistFinding } from '#contracts';
import { error, itemsOf, warning, WHOLE, type Rule } from './told.rules.js';

const sumOf = (items: readonly { weight: number }[]): number => items.reduce((sum, { weight }) => sum + weight, 0);

/** What sections and the checklist say they weigh is what their items weigh. */
export const statedSumsHold: Rule = (draft) => {
  const findings: ChecklistFinding[] = draft.sections.flatMap(({ weight, items }, section) => {
    const sum = sumOf(items);
    if (weight === undefined || weight === sum) return [];
    const what = {
      zh: `环节标明 ${weight} 分，各项相加是 ${sum} 分。`,
      en: `The section says that it weighs ${weight}; its items sum to ${sum}.`,
    };
    return [error({ section, item: null, itemId: null }, { code: 'section_sum', place: 'weight', what, remedy: SUM })];
  });
  const total = sumOf(itemsOf(draft).map(({ item }) => item));
  if (draft.totalWeight !== undefined && draft.totalWeight !== total) {
    const what = {
      zh: `标明总分 ${draft.totalWeight}，各项相加是 ${total}。`,
      en: `The checklist says that it weighs ${draft.totalWeight}; its items sum to ${total}.`,
    };
    findings.push(error(WHOLE, { code: 'total_sum', place: 'totalWeight', what, remedy: SUM }));
  }
  if (total === 0) findings.push(error(WHOLE, { code: 'no_weight', ...NO_WEIGHT }));
  return findings;
};

const SUM = { zh: '请修改各项分值，或修改标明的总和。', en: 'Change the weights, or the stated sum.' };
const NO_WEIGHT = {
  what: { zh: '所有项目都是 0 分，永远得不出总分。', en: 'All items weigh nothing: there can never be a total.' },
  remedy: { zh: '请给至少一项分值。', en: 'Give at least one item a weight.' },
};

/** An item without weight and without a penalty is judged for nothing. */
export const everyItemMatters: Rule = (draft) =>
  itemsOf(draft).flatMap(({ at, item: { weight, critical = false } }) => {
    if (weight === 0 && critical === false)
      return [warning(at, { code: 'weighs_nothing', place: 'weight', ...NOTHING })];
    const cap = typeof critical === 'object' && critical.effect === 'cap' ? critical.capPercent : undefined;
    return cap === 100 ? [warning(at, { code: 'caps_nothing', place: 'critical', ...CAPS_NOTHING })] : [];
  });

const NOTHING = {
  what: {
    zh: '此项 0 分，也不是关键项：怎样判定都不影响结果。',
    en: 'It weighs 0 and is not critical: its outcome changes nothing.',
  },
  remedy: { zh: '请给分值，或设为关键项，或删除。', en: 'Give it a weight, make it critical, or take it out.' },
};
const CAPS_NOTHING = {
  what: { zh: '上限 100% 不起作用。', en: 'A cap of 100 % caps nothing.' },
  remedy: { zh: '请降低上限，或取消关键项。', en: 'Lower the cap, or do not make it critical.' },
};

/** Kinds that only a person, or a model that is off by default, answers. */
const ASKS_PERSON = new Set(['human', 'model']);

/** With everything judged that can be judged automatically, is the required coverage reached? */
export const coverageCanBeReached: Rule = (draft) => {
  const items = itemsOf(draft).map(({ item }) => item);
  const total = sumOf(items);
  const byItself = sumOf(items.filter(({ check }) => !ASKS_PERSON.has(check.kind)));
  if (total === 0 || byItself / total >= draft.requiredCoverage) return [];
  const [can, needed] = [byItself / total, draft.requiredCoverage].map((share) => Math.floor(share * 100));
  const what = {
    zh: `能自动判定的分值只占 ${can}%，要求 ${needed}%：没有人补判之前，永远不给出总分。`,
    en: `Only ${can} % of the weight can be judged automatically, ${needed} % is required: until a person answers the rest, there is never a total.`,
  };
  const remedy = { zh: '请降低要求，或减少由人判定的分值。', en: 'Require less, or leave less to people.' };
  return [warning(WHOLE, { code: 'coverage_unreachable', place: 'requiredCoverage', what, remedy })];
};
