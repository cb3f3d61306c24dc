/** A tracked file of the project, as the count of the house sees it. */
export interface HouseFile {
  readonly path: string;
  readonly text: string;
}

/** What a file is for. Only `code` is counted as source: what is moved into tests, locales or data has not become less. */
export type FileKind = 'code' | 'test' | 'locale' | 'migration' | 'data';

const CODE = /\.(?:ts|tsx|mts|mjs|cjs|js|css)$/;
const KINDS: readonly (readonly [FileKind, RegExp])[] = [
  ['test', /^test\/|\.(?:spec|int-spec|journey|browser|fixture|fixtures)\.[a-z]+$|\/fixtures\//],
  ['locale', /\/locales\//],
  ['migration', /\/migrations\//],
];

export function kindOf(path: string): FileKind {
  if (!CODE.test(path)) return 'data';
  return KINDS.find(([, of]) => of.test(path))?.[0] ?? 'code';
}

/** `libs/quality`, `apps/web`, `measure/bench`: the first two folders; a file above them is in the room of its own folder. */
export function roomOf(path: string): string {
  const folders = path.split('/').slice(0, -1);
  return folders.slice(0, 2).join('/') || '.';
}

/** A file that is no longer than this is counted as short: many of them are found no sooner than one. */
export const SHORT_LINES = 20;

export interface Count {
  readonly lines: number;
  readonly files: number;
  /** Files of at most `SHORT_LINES` lines. */
  readonly short: number;
}

const NOTHING: Count = { lines: 0, files: 0, short: 0 };
export const linesOf = (text: string): number => text.split('\n').length - (text.endsWith('\n') ? 1 : 0);

const plus = (count: Count, { text }: HouseFile): Count => {
  const lines = linesOf(text);
  return {
    lines: count.lines + lines,
    files: count.files + 1,
    short: count.short + Number(lines <= SHORT_LINES),
  };
};

/** Counts of what `name` calls equal, by that name, the largest first. */
export function countBy(files: readonly HouseFile[], name: (path: string) => string): [string, Count][] {
  const counts = new Map<string, Count>();
  for (const file of files) counts.set(name(file.path), plus(counts.get(name(file.path)) ?? NOTHING, file));
  return [...counts].sort(([, a], [, b]) => b.lines - a.lines);
}

/** In how many files a thing is said, as whole words: the median of all things, and the one that is said in most. */
export interface Said {
  readonly things: number;
  readonly median: number;
  readonly most: readonly [name: string, files: number];
}

/** @param things each by the names that it has in code, as `holdListSchema` and `HoldList` */
export function said(files: readonly HouseFile[], things: readonly (readonly string[])[]): Said {
  const words = files.map(({ text }) => new Set(text.match(/[\w$]+/g)));
  const counts = things
    .map((names) => [names[0] ?? '', words.filter((of) => names.some((name) => of.has(name))).length] as const)
    .sort(([, a], [, b]) => a - b);
  return {
    things: counts.length,
    median: counts[Math.floor(counts.length / 2)]?.[1] ?? 0,
    most: counts.at(-1) ?? ['', 0],
  };
}

/** The things of one kind, by the names that `pattern`'s groups find in the text; a group that finds nothing names nothing. */
export function thingsIn(files: readonly HouseFile[], pattern: RegExp): string[][] {
  const found = files.flatMap(({ text }) => [...text.matchAll(pattern)].map(([, ...names]) => names.filter(Boolean)));
  return [...new Map(found.map((names) => [names[0], names])).values()];
}
