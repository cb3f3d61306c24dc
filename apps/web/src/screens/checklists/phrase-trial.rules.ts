import {
  type DraftPhraseList,
  type HeardPhrase,
  type Language,
  type PhrasePieceAnswer,
  outcomeSchema,
  type ItemPieceAnswer,
  type JudgedPlace,
  type VariedExamples,
} from '#contracts';

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

/** What a trial of an item has found so far. */
export interface Judged {
  readonly read: number;
  readonly without: number;
  readonly outcomes: ItemPieceAnswer['outcomes'];
  readonly places: readonly JudgedPlace[];
}

const NONE: Judged = {
  ...{ read: 0, without: 0, places: [] },
  outcomes: { met: 0, not_met: 0, not_applicable: 0, insufficient: 0 },
};
/** Accusations are looked at first, then what a person is asked. */
const ORDER = ['not_met', 'insufficient', 'met', 'not_applicable'] as const;

export function judgedSoFar(pieces: readonly ItemPieceAnswer[]): Judged {
  const sum = pieces.reduce<Judged>(
    (all, piece) => ({
      read: all.read + piece.read.zh + piece.read.en,
      without: all.without + piece.without,
      outcomes: {
        ...all.outcomes,
        ...Object.fromEntries(outcomeSchema.options.map((one) => [one, all.outcomes[one] + piece.outcomes[one]])),
      },
      places: [...all.places, ...piece.places],
    }),
    NONE,
  );
  return { ...sum, places: ORDER.flatMap((outcome) => sum.places.filter((one) => one.outcome === outcome)) };
}

/** The languages in which an item from examples has any; none for an item of another kind. */
export function exampleLanguages(check: { readonly kind: string; readonly [parameter: string]: unknown }): Language[] {
  if (check.kind !== 'examples') return [];
  const sides = [check['met'], check['notMet']] as (Partial<Record<Language, string[]>> | undefined)[];
  return (['zh', 'en'] as const).filter((one) =>
    sides.some((side) => side?.[one]?.some((sentence) => sentence.trim() !== '')),
  );
}

type Variant = VariedExamples['variants'][number];

/** Taken for what it is not: turned round and still taken for its own side, or said otherwise and taken for the other. */
export function isWrong({ side, variant, taken }: Variant): boolean {
  const [own, other] = side === 'met' ? ['met', 'not_met'] : ['not_met', 'met'];
  return variant === 'negated' ? taken === own : taken === other;
}

/** Says how many sentences that say an example in other words are taken for its side. */
export function recognisedOf(variants: readonly Variant[]): { n: number; of: number } {
  const same = variants.filter(({ variant }) => variant !== 'negated');
  const own = same.filter(({ side, taken }) => taken === (side === 'met' ? 'met' : 'not_met'));
  return { n: own.length, of: same.length };
}

export interface PastedTurn {
  speaker: 'agent' | 'customer';
  text: string;
}

const SPEAKERS: readonly [RegExp, PastedTurn['speaker']][] = [
  [/^\s*(坐席|客服|员工|agent|a)\s*[:：]\s*/i, 'agent'],
  [/^\s*(客户|顾客|用户|customer|caller|c)\s*[:：]\s*/i, 'customer'],
];

/** A pasted dialogue as turns: every line names its speaker; a line that does not goes on with the turn before it. */
export function turnsOf(text: string): PastedTurn[] {
  const turns: PastedTurn[] = [];
  for (const line of text.split('\n')) {
    const named = SPEAKERS.find(([pattern]) => pattern.test(line));
    const said = named ? line.replace(named[0], '').trim() : line.trim();
    const last = turns.at(-1);
    if (said === '') continue;
    if (named) turns.push({ speaker: named[1], text: said });
    else if (last) last.text = `${last.text} ${said}`;
  }
  return turns;
}

/** Mostly Chinese characters, or not. */
export const languageOf = (text: string): 'zh' | 'en' => (/[\u4e00-\u9fff]/.test(text) ? 'zh' : 'en');

const WORDS = {
  zh: {
    says: '匹配：',
    oneOf: (options: string[]) => `（${options.join(' 或 ')}）`,
    maybe: (options: string[]) => `（${options.join(' 或 ')}，可以没有）`,
    '...': '〔最多隔 6 个字〕',
    '..': '〔最多隔 2 个字〕',
    '<n>': '〔数字〕',
    '<name>': '〔名称〕',
  },
  en: {
    says: 'Matches: ',
    oneOf: (options: string[]) => `(${options.join(' or ')})`,
    maybe: (options: string[]) => `(${options.join(' or ')}, or nothing)`,
    '...': '[up to 6 words between]',
    '..': '[up to 2 words between]',
    '<n>': '[a number]',
    '<name>': '[a name]',
  },
} as const;

type Explained = keyof typeof WORDS;

const signs = (text: string, language: Explained): string =>
  text.replaceAll(/\.\.\.|\.\.|<n>|<name>/g, (sign) => ` ${WORDS[language][sign as '...' | '..' | '<n>' | '<name>']} `);

/** What a pattern stands for, in words; null for plain words, which say it themselves. */
export function explainPhrase(phrase: string, language: Explained): string | null {
  if (!/[()|<]|\.\./.test(phrase)) return null;
  const said = phrase
    .split(/(\([^()]*\))/)
    .map((part) => {
      if (!part.startsWith('(') || !part.endsWith(')')) return signs(part, language);
      const options = part
        .slice(1, -1)
        .split('|')
        .map((one) => one.trim());
      const named = options.filter((one) => one !== '').map((one) => signs(one, language).trim());
      return ` ${options.includes('') ? WORDS[language].maybe(named) : WORDS[language].oneOf(named)} `;
    })
    .join('');
  const tidy = said.replaceAll(/\s+/g, ' ').trim();
  return WORDS[language].says + (language === 'zh' ? tidy.replaceAll(/ ?([（〔）〕]) ?/g, '$1') : tidy);
}
