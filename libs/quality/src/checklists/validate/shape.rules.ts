import { z } from 'zod';
import {
  checklistSchema,
  fieldWords,
  type Bilingual,
  type ChecklistDraftDefinition,
  type ChecklistFinding,
  type CheckDefinition,
  type ConditionDefinition,
} from '#contracts';
import { prepareCondition } from '../../checks/condition.rules.js';
import { checkIdOf, prepareCheck } from '../../checks/index.js';
import { error, itemsOf, WHOLE, type At, type Rule } from './told.rules.js';

type Issue = z.core.$ZodIssue;

/** Whose item, and where in it. */
function placeOf(draft: ChecklistDraftDefinition, path: readonly PropertyKey[]): { at: At; place: string } {
  const [top, section, list, item, ...rest] = path;
  const text = (parts: readonly PropertyKey[]): string => parts.map(String).join('.');
  if (top !== 'sections' || typeof section !== 'number') return { at: WHOLE, place: text(path) };
  if (list !== 'items' || typeof item !== 'number') {
    return { at: { section, item: null, itemId: null }, place: text(path.slice(2)) };
  }
  return { at: { section, item, itemId: draft.sections[section]?.items[item]?.id ?? null }, place: text(rest) };
}

const PUT_RIGHT: Bilingual = { zh: '请改正这里。', en: 'Put this right.' };

const MISSING_TITLE = {
  code: 'missing_title',
  what: { zh: '缺少标题。', en: 'The title is missing.' },
  remedy: { zh: '请填写中文或英文标题。', en: 'Write the title in Chinese or in English.' },
};

function shapeFinding(draft: ChecklistDraftDefinition, issue: Issue): ChecklistFinding {
  const { at, place } = placeOf(draft, issue.path);
  if (issue.code === 'custom' && place === 'title') return error(at, { ...MISSING_TITLE, place: 'title.zh' });
  if (place.startsWith('critical')) return error(at, { ...BAD_CRITICAL, place: 'critical' });
  const words = fieldWords(issue);
  const what = { zh: `${place || '这里'}：${words.zh}。`, en: `${place || 'This'} ${words.en}.` };
  return error(at, { code: 'malformed', place, what, remedy: PUT_RIGHT });
}

const BAD_CRITICAL = {
  code: 'bad_critical',
  what: {
    zh: '关键项的后果有误：上限须写明，且在 0 到 100 之间。',
    en: 'What failing it costs is not well said: a cap needs a percentage from 0 to 100.',
  },
  remedy: {
    zh: '请选择清零或上限，作用于环节或整张表，上限填百分比。',
    en: 'Choose zero or cap, of section or form; give the cap in percent.',
  },
};

/** Does the draft have the shape of a checklist? The double ids are told by a rule that names them. */
export const hasShape: Rule = (draft) => {
  const read = checklistSchema.safeParse({ ...draft, version: 1 });
  if (read.success) return [];
  const issues = read.error.issues.filter(({ code, path }) => code !== 'custom' || path.join() !== 'sections');
  return issues.map((issue) => shapeFinding(draft, issue));
};

function readable(at: At, place: string, read: () => unknown): ChecklistFinding[] {
  try {
    read();
    return [];
  } catch (cause) {
    const issue = cause instanceof z.ZodError ? cause.issues[0] : undefined;
    if (!issue) return [error(at, { code: 'unknown_kind', place, ...UNKNOWN_KIND })];
    const within = [place, ...issue.path.map(String)].join('.');
    const words = fieldWords(issue);
    const what = { zh: `${within}：${words.zh}。`, en: `${within} ${words.en}.` };
    return [error(at, { code: 'bad_parameters', place: within, what, remedy: PUT_RIGHT })];
  }
}

const UNKNOWN_KIND = {
  what: { zh: '没有这种检查。', en: 'There is no such kind of check.' },
  remedy: { zh: '请从列表中选择一种检查。', en: 'Choose one of the kinds in the list.' },
};

const conditionsReadable = (at: At, place: string, conditions: readonly unknown[] = []): ChecklistFinding[] =>
  conditions.flatMap((one, i) => readable(at, `${place}.${i}`, () => prepareCondition(one as ConditionDefinition)));

/** Are all checks and conditions of a known kind, with the parameters of their kind? */
export const checksCanBeRead: Rule = (draft) => [
  ...conditionsReadable(WHOLE, 'judges.appliesWhen', draft.judges?.appliesWhen),
  ...itemsOf(draft).flatMap(({ at, item }) => [
    ...conditionsReadable(at, 'appliesWhen', item.appliesWhen),
    ...readable(at, 'check', () => {
      checkIdOf(item.check as CheckDefinition);
      prepareCheck(item.check as CheckDefinition);
    }),
  ]),
];

/** No id twice, of items in the whole checklist and of sections. */
export const idsAreUnique: Rule = (draft) => {
  const seen = new Set<string>();
  const twice = itemsOf(draft).filter(({ item }) => seen.size === seen.add(item.id).size);
  const sections = draft.sections.map(({ id }) => id);
  const remedy = { zh: '请换一个编号。', en: 'Give it another id.' };
  return [
    ...twice.map(({ at, item }) =>
      error(at, {
        code: 'duplicate_item',
        place: 'id',
        what: { zh: `评分项编号 ${item.id} 出现了两次。`, en: `The item id ${item.id} occurs twice.` },
        remedy,
      }),
    ),
    ...sections.flatMap((id, section) =>
      sections.indexOf(id) === section
        ? []
        : [
            error(
              { section, item: null, itemId: null },
              {
                code: 'duplicate_section',
                place: 'id',
                what: { zh: `环节编号 ${id} 出现了两次。`, en: `The section id ${id} occurs twice.` },
                remedy,
              },
            ),
          ],
    ),
  ];
};
