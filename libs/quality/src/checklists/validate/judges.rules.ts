import { type ChecklistFinding } from '#contracts';
import { error, warning, WHOLE, type Rule } from './told.rules.js';

/** The checklist says which calls it judges, and no other is main for them. */
export const judgesAreClear: Rule = (draft, { others }) => {
  const { judges, id } = draft;
  if (!judges || judges.directions.length === 0)
    return [error(WHOLE, { code: 'judges_nothing', place: 'judges', ...NOTHING })];
  return judges.directions.flatMap((direction): ChecklistFinding[] => {
    const main = others.find((other) => other.id !== id && other.mainFor.includes(direction));
    const words = DIRECTIONS[direction];
    if (judges.main && main) {
      const what = {
        zh: `${words.zh}通话已有主评分表：${main.title.zh}。`,
        en: `${words.en} calls have a main checklist already: ${main.title.en}.`,
      };
      const remedy = {
        zh: '请取消“主评分表”，或先停用另一份。',
        en: 'Do not make this one main, or retire the other first.',
      };
      return [error(WHOLE, { code: 'two_mains', place: 'judges.main', what, remedy })];
    }
    if (judges.main || main) return [];
    const what = {
      zh: `${words.zh}通话没有主评分表：列表显示评过它的那一份的总分。`,
      en: `${words.en} calls have no main checklist: lists show the points of the one that judged.`,
    };
    const remedy = { zh: '请把一份评分表设为主评分表。', en: 'Make one checklist main for them.' };
    return [warning(WHOLE, { code: 'no_main', place: 'judges.main', what, remedy })];
  });
};

const DIRECTIONS = {
  inbound: { zh: '呼入', en: 'Inbound' },
  outbound: { zh: '呼出', en: 'Outbound' },
  internal: { zh: '内部', en: 'Internal' },
} as const;

const NOTHING = {
  what: { zh: '没有说明评哪些通话。', en: 'It does not say which calls it judges.' },
  remedy: { zh: '请至少选择一个通话方向。', en: 'Choose at least one direction of calls.' },
};
