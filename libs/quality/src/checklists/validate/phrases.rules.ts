import { type ChecklistFinding } from '#contracts';
import { isNode, namesIn, nodesIn, strings, type Node } from './read-checks.rules.js';
import { error, itemsOf, warning, WHOLE, type At, type Rule, type ValidationContext } from './told.rules.js';

/** Every part of a draft that listens, with its place. */
const listeningParts: (draft: Parameters<Rule>[0]) => { at: At; value: unknown }[] = (draft) => [
  { at: WHOLE, value: { judges: { appliesWhen: draft.judges?.appliesWhen ?? [] } } },
  ...itemsOf(draft).map(({ at, item: { appliesWhen = [], check } }) => ({ at, value: { appliesWhen, check } })),
];

function unknownName(at: At, place: string, name: string, { phrases }: ValidationContext): ChecklistFinding[] {
  const [zh, en] = [name in phrases.zh, name in phrases.en];
  if (zh && en) return [];
  if (!zh && !en) {
    const what = { zh: `词表里没有 ${name}。`, en: `No phrase list is called ${name}.` };
    const remedy = { zh: '请从词表列表中选择。', en: 'Choose one from the list of phrases.' };
    return [error(at, { code: 'unknown_entry', place, what, remedy })];
  }
  const missing = zh ? { zh: '英文', en: 'English' } : { zh: '中文', en: 'Chinese' };
  const what = { zh: `${name} 没有${missing.zh}词条。`, en: `${name} has no ${missing.en} phrases.` };
  const remedy = {
    zh: `${missing.zh}通话里听不到它。请另选词表，或请维护人员补上。`,
    en: `It is never heard in ${missing.en} calls. Choose another list, or have the phrases added.`,
  };
  return [warning(at, { code: 'one_language', place, what, remedy })];
}

/** The lists of the product, and those of the draft's own. */
function withOwn({ phraseLists = [] }: Parameters<Rule>[0], context: ValidationContext): ValidationContext {
  if (phraseLists.length === 0) return context;
  const named = (language: 'zh' | 'en'): Record<string, readonly string[]> => ({
    ...context.phrases[language],
    ...Object.fromEntries(phraseLists.map((list) => [list.name, list[language]]).filter(([, all]) => all!.length > 0)),
  });
  return { ...context, phrases: { zh: named('zh'), en: named('en') } };
}

/** Every phrase list that is named exists, in both languages. */
export const phrasesExist: Rule = (draft, plain) => {
  const context = withOwn(draft, plain);
  return listeningParts(draft).flatMap(({ at, value }) =>
    namesIn(value, '').flatMap(({ name, path }) => unknownName(at, path, name, context)),
  );
};

const LISTS = ['lookFor', 'against', 'doubtful'] as const;

const NOTHING_TO_LOOK_FOR = {
  code: 'nothing_to_look_for',
  what: { zh: '没有选任何词表，没有要查找的内容。', en: 'No phrase list is chosen, so there is nothing to look for.' },
  remedy: {
    zh: '请至少选一个词表，或改用另一种检查。',
    en: 'Choose at least one phrase list, or another kind of check.',
  },
};

/** No check of phrases is left without any: it would find nothing in every call. */
export const phrasesAreChosen: Rule = (draft) =>
  itemsOf(draft).flatMap(({ at, item }) =>
    nodesIn(item.check, 'check').flatMap(({ node, path }) =>
      node.kind === 'phrase' && LISTS.every((list) => strings(node[list]).length === 0)
        ? [error(at, { ...NOTHING_TO_LOOK_FOR, place: `${path}.lookFor` })]
        : [],
    ),
  );

function bothSides(at: At, path: string, node: Node, { phrases }: ValidationContext): ChecklistFinding[] {
  const [lookFor, against, doubtful] = LISTS.map((list) => strings(node[list]));
  const found = lookFor!.filter((name) => against!.includes(name));
  if (found.length > 0) {
    const list = found.join(', ');
    const what = { zh: `${list} 既算达成又算未达成。`, en: `${list} speaks both for the item and against it.` };
    const remedy = { zh: '请只保留在一边。', en: 'Keep it on one side only.' };
    return [error(at, { code: 'contradiction', place: path, what, remedy })];
  }
  const findings: ChecklistFinding[] = [];
  const decided = doubtful!.filter((name) => lookFor!.includes(name) || against!.includes(name));
  if (decided.length > 0) {
    const list = decided.join(', ');
    const what = {
      zh: `${list} 已经决定结果，作为“存疑”不起作用。`,
      en: `${list} decides already; as a doubt it has no effect.`,
    };
    const remedy = {
      zh: '请从“存疑”中删去，或只放在“存疑”。',
      en: 'Take it out of the doubts, or leave it there only.',
    };
    findings.push(warning(at, { code: 'doubt_decided', place: path, what, remedy }));
  }
  const text = (names: readonly string[]): string[] =>
    names.flatMap((name) => [...(phrases.zh[name] ?? []), ...(phrases.en[name] ?? [])]);
  const opposite = new Set(text(against!));
  const same = text(lookFor!).find((phrase) => opposite.has(phrase));
  if (same !== undefined) {
    const what = {
      zh: `“${same}”同时在两边的词表里。`,
      en: `“${same}” is in lists on both sides.`,
    };
    const remedy = {
      zh: '请另选词表，或请维护人员修改词表。',
      en: 'Choose other lists, or have the phrase lists changed.',
    };
    findings.push(warning(at, { code: 'same_phrase', place: path, what, remedy }));
  }
  return findings;
}

/** Of several things that must all be so, one asks for what another speaks against. */
function partsAtOdds(at: At, path: string, node: Node): ChecklistFinding[] {
  if (node.kind !== 'all' || !Array.isArray(node['of'])) return [];
  const parts = node['of'].filter(isNode);
  const asked = parts.find((part) => {
    const lookFor = strings(part['lookFor']);
    const opposed = parts.filter((other) => other !== part).flatMap((other) => strings(other['against']));
    return lookFor.length > 0 && lookFor.every((name) => opposed.includes(name));
  });
  if (!asked) return [];
  const list = strings(asked['lookFor']).join(', ');
  const what = {
    zh: `一部分要求听到 ${list}，另一部分以它为未达成：不可能全部达成。`,
    en: `One part asks for ${list} and another speaks against it: they can never all be met.`,
  };
  const remedy = { zh: '请只保留其中一部分。', en: 'Keep one of the parts.' };
  return [error(at, { code: 'contradiction', place: path, what, remedy })];
}

/** No check hears the same thing as a reason for and against. */
export const nothingSpeaksBothWays: Rule = (draft, plain) => {
  const context = withOwn(draft, plain);
  return itemsOf(draft).flatMap(({ at, item }) =>
    nodesIn(item.check, 'check').flatMap(({ node, path }) => [
      ...bothSides(at, path, node, context),
      ...partsAtOdds(at, path, node),
    ]),
  );
};
