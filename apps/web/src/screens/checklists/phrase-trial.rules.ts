import type { DraftPhraseList, HeardPhrase, Language, PhrasePieceAnswer } from '#contracts';

/** What a trial has found so far: of a list as it was when the trial began. */
export interface Tried {
  readonly list: DraftPhraseList;
  readonly drawn: number;
  readonly read: Record<Language, number>;
  readonly without: number;
  readonly matching: Record<Language, number>;
  /** By line, as `lineKey` names it. */
  readonly lines: ReadonlyMap<string, number>;
  readonly items: ReadonlyMap<string, number>;
  readonly heard: readonly HeardPhrase[];
}

/** A line by its words: it keeps its figures when others are put before it, and has none once it is changed. */
export const lineKey = (language: Language, phrase: string): string => `${language} ${phrase}`;

export const nothingTried = (list: DraftPhraseList, drawn: number): Tried => ({
  ...{ list, drawn, without: 0, read: { zh: 0, en: 0 }, matching: { zh: 0, en: 0 } },
  ...{ lines: new Map(), items: new Map(), heard: [] },
});

const plus = (a: Record<Language, number>, b: Record<Language, number>) => ({ zh: a.zh + b.zh, en: a.en + b.en });

function added(to: ReadonlyMap<string, number>, more: readonly (readonly [string, number])[]): Map<string, number> {
  const sums = new Map(to);
  for (const [key, calls] of more) sums.set(key, (sums.get(key) ?? 0) + calls);
  return sums;
}

export function withPiece(tried: Tried, piece: PhrasePieceAnswer): Tried {
  const { list } = tried;
  // A line that stands twice is heard twice in the same calls.
  const first = piece.lines.filter(({ language, line }) => list[language].indexOf(list[language][line]!) === line);
  return {
    ...tried,
    read: plus(tried.read, piece.read),
    without: tried.without + piece.without,
    matching: plus(tried.matching, piece.matching),
    lines: added(
      tried.lines,
      first.map(({ language, line, calls }) => [lineKey(language, list[language][line]!), calls]),
    ),
    items: added(
      tried.items,
      piece.items.map(({ itemId, calls }) => [itemId, calls]),
    ),
    heard: [...tried.heard, ...piece.heard],
  };
}

export const bothOf = ({ zh, en }: Record<Language, number>): number => zh + en;

/** From so many calls on a share of them says something. */
const ENOUGH = 20;

export type LineVerdict = 'none' | 'most' | null;

/** How many calls a line was heard in, and whether that is none of them or most; null for a line that was not tried as it is. */
export function lineTried(
  tried: Tried,
  language: Language,
  phrase: string,
): { calls: number; verdict: LineVerdict } | null {
  const read = tried.read[language];
  if (read === 0 || !tried.list[language].includes(phrase) || phrase.trim() === '') return null;
  const calls = tried.lines.get(lineKey(language, phrase)) ?? 0;
  const verdict = calls === 0 ? 'none' : read >= ENOUGH && calls * 2 > read ? 'most' : null;
  return { calls, verdict };
}

/** Languages of which the list has phrases and no call was read: of those phrases nothing is known. */
export const unread = ({ list, read }: Tried): Language[] =>
  (['zh', 'en'] as const).filter((language) => read[language] === 0 && list[language].some((one) => one.trim() !== ''));

/** Places to show of the list, or of one line: of different calls as long as there are any. */
export function placesOf(tried: Tried, line: string | null): HeardPhrase[] {
  const wanted = tried.heard.filter(
    (one) => line === null || lineKey(one.language, tried.list[one.language][one.line] ?? '') === line,
  );
  const seen = new Set<string>();
  const [first, rest]: [HeardPhrase[], HeardPhrase[]] = [[], []];
  for (const one of wanted) {
    (seen.has(one.legId) ? rest : first).push(one);
    seen.add(one.legId);
  }
  return [...first, ...rest];
}
