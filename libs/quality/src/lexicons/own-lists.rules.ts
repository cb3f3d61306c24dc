import { type Bilingual, type DraftPhraseList, type OwnPhraseList } from '#contracts';
import { parsePhrase } from '../matching/pattern.rules.js';
import { PhraseMatcher } from '../matching/phrase-matcher.rules.js';
import { type CompiledLexicon } from './lexicon.rules.js';

/** A checklist's own phrase lists, ready to match in one language. */
export interface OwnPhrases {
  readonly matcher: PhraseMatcher;
  /** @returns undefined for a list that is not the checklist's own */
  titleOf(list: string): Bilingual | undefined;
  /** It is the checklist's own and has phrases in the other language only. */
  isUnlisted(list: string): boolean;
}

export type OwnLists = (lexicon: CompiledLexicon) => OwnPhrases;

/** Readies a checklist's own lists; each language is compiled with the first call in it. Null where there are none. */
export function prepareOwnLists(lists: readonly OwnPhraseList[] | undefined): OwnLists | null {
  if (!lists || lists.length === 0) return null;
  const titles = new Map(lists.map(({ name, title }) => [name, title]));
  const compiled = new WeakMap<CompiledLexicon, OwnPhrases>();
  return (lexicon) => {
    const known = compiled.get(lexicon);
    if (known) return known;
    const here = lexicon.language;
    const empty = new Set(lists.filter((list) => list[here].length === 0).map(({ name }) => name));
    const own = {
      matcher: matcherOf(lists, lexicon),
      titleOf: (list: string) => titles.get(list),
      isUnlisted: (list: string) => empty.has(list),
    };
    compiled.set(lexicon, own);
    return own;
  };
}

/** @throws Error naming the phrase that cannot be read */
export function matcherOf(
  lists: readonly OwnPhraseList[],
  { language, classes }: Pick<CompiledLexicon, 'language' | 'classes'>,
): PhraseMatcher {
  const entries = lists.map((list) => ({
    name: list.name,
    phrases: list[language],
    forgive: list.exact ? ('nothing' as const) : ('sounds' as const),
    negation: 'ignore' as const,
  }));
  return new PhraseMatcher(entries, classes);
}

/** So many ways of saying one phrase are read; a person who needs more writes a second line. */
const MOST_WAYS = 400;
/** Of all lists of a checklist together: they are read with every save, and matched in every call. */
export const MOST_OWN_WAYS = 50_000;

const BRACKETS: Bilingual = {
  zh: '括号没有配对，或括号里又有括号',
  en: 'its brackets do not match, or there are brackets in brackets',
};
const TOO_MANY: Bilingual = {
  zh: `说法太多（超过 ${MOST_WAYS} 种），请分成几行`,
  en: `it stands for more than ${MOST_WAYS} ways of saying it: write several lines`,
};
const NOTHING: Bilingual = { zh: '没有具体的词语', en: 'it holds no words of its own' };

/** How many ways of saying it a line stands for; one choice of each pair of brackets is said. */
const waysOf = (phrase: string): number =>
  (phrase.match(/\([^()]*\)/g) ?? []).reduce((ways, choice) => ways * choice.split('|').length, 1);

/** Why the lists are too much together, told without reading them line by line; null where they are not. */
export function whyTooMuch(lists: readonly DraftPhraseList[]): Bilingual | null {
  const lines = lists.flatMap(({ zh, en }) => [...zh, ...en]);
  const ways = lines.reduce((sum, line) => sum + Math.min(waysOf(line), MOST_WAYS), 0);
  if (ways <= MOST_OWN_WAYS) return null;
  return {
    zh: `所有词表合计 ${ways} 种说法，最多 ${MOST_OWN_WAYS} 种`,
    en: `the lists stand for ${ways} ways of saying something together; ${MOST_OWN_WAYS} is the most`,
  };
}

/** Why a line cannot be looked for, in words; null where it can. */
export function whyUnreadable(phrase: string): Bilingual | null {
  if (!/[\p{L}\p{N}]/u.test(phrase.replaceAll(/<n>|<name>/g, ''))) return NOTHING;
  if (/[()|]/.test(phrase.replaceAll(/\([^()]*\)/g, ''))) return BRACKETS;
  if (waysOf(phrase) > MOST_WAYS) return TOO_MANY;
  try {
    parsePhrase(phrase);
    return null;
  } catch {
    return NOTHING;
  }
}

/** The first line of a list that cannot be looked for, and why; no line where they are too much together. */
export function firstUnreadable(lists: readonly DraftPhraseList[]): { phrase: string; why: Bilingual } | null {
  const tooMuch = whyTooMuch(lists);
  if (tooMuch) return { phrase: '', why: tooMuch };
  for (const phrase of lists.flatMap(({ zh, en }) => [...zh, ...en])) {
    const why = whyUnreadable(phrase);
    if (why) return { phrase, why };
  }
  return null;
}
