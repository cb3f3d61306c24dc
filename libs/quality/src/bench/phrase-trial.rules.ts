import { type ChecklistDraftDefinition, type DraftPhraseList, type Language, type OwnPhraseList } from '#contracts';
import { type CallView } from '../call-view/call-view.rules.js';
import { querySchema, type Heard, type Query } from '../call/heard-call.js';
import { prepareOwnLists, whyTooMuch, whyUnreadable, type OwnLists } from '../lexicons/own-lists.rules.js';

/** Where an item of the draft listens for the list. */
interface ListeningPlace {
  readonly itemId: string;
  readonly query: Query;
}

/** What a list heard in one call. */
export interface CallTried {
  /** By line of the list in the call's language: where it was heard first. */
  readonly lines: readonly { readonly line: number; readonly heard: Heard }[];
  readonly matches: boolean;
  /** Items that hear it where they listen. */
  readonly itemIds: readonly string[];
}

export type Trial = (call: CallView) => CallTried;

const ANYWHERE: Omit<Query, 'lookFor'> = { speaker: 'anyone', zone: 'anywhere', atStart: false, notWithin: [] };

/** Why a list cannot be tried as it is, in words; null where it can. */
export function whyNotTried(draft: ChecklistDraftDefinition, name: string) {
  const lists = draft.phraseLists ?? [];
  const list = lists.find((one) => one.name === name);
  if (!list) return { zh: '草稿里没有这个词表。', en: 'The draft has no such list.' };
  const tooMuch = whyTooMuch(lists);
  if (tooMuch) return tooMuch;
  const lines = [...list.zh, ...list.en].filter((line) => line.trim() !== '');
  if (lines.length === 0) return { zh: '词表还没有说法。', en: 'The list has no phrases yet.' };
  for (const line of lines) {
    const why = whyUnreadable(line);
    if (why) return { zh: `“${line}”无法识别：${why.zh}。`, en: `“${line}” cannot be read: ${why.en}.` };
  }
  return null;
}

/**
 * Readies a list of a draft for any number of calls. The other lists are heard beside it: how worn a recogniser's words are is told by all.
 * Ask `whyNotTried` first.
 */
export function prepareTrial(draft: ChecklistDraftDefinition, name: string): Trial {
  const lists = draft.phraseLists ?? [];
  const lines = linesOf(lists.find((one) => one.name === name)!);
  const own = prepareOwnLists([...lists.map(readable), ...lines.map(({ list }) => list)]) as OwnLists;
  const places = draft.sections
    .flatMap(({ items }) => items)
    .flatMap(({ id, check, appliesWhen }) =>
      queriesFor(name, [check, appliesWhen]).map((query): ListeningPlace => ({ itemId: id, query })),
    );
  return (listened) => {
    const call = listened.with(own);
    const heard = lines.flatMap(({ language, line, list }) => {
      if (language !== call.transcript.language) return [];
      const [first] = call.hear({ ...ANYWHERE, lookFor: [list.name] });
      return first ? [{ line, heard: first }] : [];
    });
    const itemIds = places.filter(({ query }) => call.hear(query).length > 0).map(({ itemId }) => itemId);
    return { lines: heard, matches: heard.length > 0, itemIds: [...new Set(itemIds)] };
  };
}

const titled = ({ title, name }: DraftPhraseList) => ({ zh: title.zh || name, en: title.en || name });

/** Lines of other lists that cannot be read yet do not hold this one up. */
export const readable = ({ zh, en, ...list }: DraftPhraseList): OwnPhraseList => ({
  ...list,
  title: titled(list as DraftPhraseList),
  zh: zh.filter((line) => whyUnreadable(line) === null),
  en: en.filter((line) => whyUnreadable(line) === null),
});

/** Each line as a list of its own, so that it is told which was heard. */
const linesOf = (list: DraftPhraseList): { language: Language; line: number; list: OwnPhraseList }[] =>
  (['zh', 'en'] as const).flatMap((language) =>
    list[language].flatMap((phrase, line) => {
      if (phrase.trim() === '') return [];
      const { exact } = list;
      const alone = { name: `line ${language} ${line}`, title: titled(list), zh: [], en: [], ...(exact && { exact }) };
      return [{ language, line, list: { ...alone, [language]: [phrase] } }];
    }),
  );

const NAMES = ['lookFor', 'against', 'doubtful'] as const;
const BOUNDS = ['after', 'before'];

/** Every question in checks and conditions that names the list, as it is asked of a call. */
function queriesFor(name: string, node: unknown): Query[] {
  if (Array.isArray(node)) return node.flatMap((one) => queriesFor(name, one));
  if (typeof node !== 'object' || node === null) return [];
  const fields = node as Record<string, unknown>;
  // What bounds a question, as `after` does, is not what it listens for.
  const inner = Object.entries(fields).flatMap(([key, one]) => (BOUNDS.includes(key) ? [] : queriesFor(name, one)));
  if (!NAMES.some((key) => Array.isArray(fields[key]) && fields[key].includes(name))) return inner;
  const known = Object.keys(querySchema.shape).filter((key) => key in fields && key !== 'loosely');
  const asked = { ...Object.fromEntries(known.map((key) => [key, fields[key]])), lookFor: [name] };
  const query = querySchema.safeParse(asked);
  return query.success ? [query.data, ...inner] : inner;
}
