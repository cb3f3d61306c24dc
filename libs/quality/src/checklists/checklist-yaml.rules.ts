import { parseDocument, stringify, type Document } from 'yaml';
import { checklistDraftSchema, MOST_CHECKLIST_CHARS, type ChecklistDraftDefinition } from '#contracts';
import { checklistFileSchema, problemsOf, type ChecklistFile, type FileProblem } from './file-over.rules.js';

export type ReadYaml = { readonly file: ChecklistFile } | { readonly problems: readonly FileProblem[] };

/** The shipped files share a condition or two; a bomb repeats thousands. */
const MOST_ALIASES = 50;
/** Lists in lists, maps in maps. Checks nest three or four deep. */
const DEEPEST = 30;
/** Brackets in each other, those in texts counted too. */
const MOST_BRACKETS = 200;
const MOST_NODES = 20_000;
const MOST_PROBLEMS = 30;

/** How people read a check: what it is, what it looks for, where, and what follows. The database keeps no order of keys. */
const ORDER = ['kind', 'name', 'in', 'query', 'trigger', 'start', 'lookFor', 'against', 'doubtful', 'speaker', 'zone'];
const LAST = ['otherwise', 'unknown', 'noTrigger', 'noStart', 'explain'];

const rank = (key: string): number => {
  const [first, last] = [ORDER.indexOf(key), LAST.indexOf(key)];
  return first >= 0 ? first : last >= 0 ? 1000 + last : 100;
};

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  if ('zh' in value && 'en' in value) return { zh: value.zh, en: value.en };
  const entries = Object.entries(value).sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, one]) => [key, inOrder(one)]));
}

/**
 * A checklist as a file, for people to read and to bring back: the same content gives the same text. It also says what there is none of, so that
 * bringing it back over another draft takes that away.
 */
export function toYaml(definition: ChecklistDraftDefinition): string {
  // Reading it once more puts the parts in the order of the schema.
  const { sections, judges, phraseLists = [], ...rest } = checklistDraftSchema.parse(definition);
  const listed = sections.map(({ items, ...section }) => ({
    ...section,
    items: items.map(({ appliesWhen, check, ...item }) => ({
      ...item,
      ...(appliesWhen && appliesWhen.length > 0 && { appliesWhen: inOrder(appliesWhen) }),
      check: inOrder(check),
    })),
  }));
  const { format, id, title, ...more } = rest;
  const heading = { format, id, title, ...(judges && { judges: inOrderOf(judges) }), ...more };
  return stringify({ ...heading, phraseLists, sections: listed }, { lineWidth: 120, aliasDuplicateObjects: false });
}

const inOrderOf = ({ directions, main, appliesWhen = [] }: NonNullable<ChecklistDraftDefinition['judges']>) => ({
  directions,
  main,
  appliesWhen: inOrder(appliesWhen),
});

const whole = (zh: string, en: string): ReadYaml => ({ problems: [{ path: '', message: { zh, en } }] });

/**
 * Reads a file that a person brings. It may be anything: its size, depth and aliases are bounded before it is taken for a checklist, and
 * what does not fit is told, not dropped.
 */
export function fromYaml(text: string): ReadYaml {
  if (text.length > MOST_CHECKLIST_CHARS) {
    return whole(
      `文件过大：最多 ${MOST_CHECKLIST_CHARS} 个字符。`,
      `The file is too large: ${MOST_CHECKLIST_CHARS} characters at most.`,
    );
  }
  if (deepest(text) > MOST_BRACKETS) return whole('文件的层次太深。', 'The file is nested too deeply.');
  let value: unknown;
  try {
    const document = parseDocument(text, { version: '1.2', schema: 'core', uniqueKeys: true, prettyErrors: true });
    if (document.errors.length > 0) return { problems: syntaxProblems(document) };
    value = document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch {
    return whole('文件里的引用（*别名）太多，或层次太深。', 'The file has too many aliases, or is nested too deeply.');
  }
  if (!isBounded(value))
    return whole('文件里的内容太多，或层次太深。', 'The file holds too much, or is nested too deeply.');
  const read = checklistFileSchema.safeParse(value);
  return read.success ? { file: read.data } : { problems: problemsOf(read.error) };
}

const syntaxProblems = ({ errors }: Document.Parsed): FileProblem[] =>
  errors.slice(0, MOST_PROBLEMS).map(({ linePos, code }) => {
    const line = linePos?.[0].line ?? 1;
    return {
      path: `${line}`,
      message: {
        zh: `第 ${line} 行不是正确的 YAML（${code}）。`,
        en: `Line ${line} is not valid YAML (${code}).`,
      },
    };
  });

/** How deep brackets go: the parser would follow them until its stack ends. */
function deepest(text: string): number {
  let [depth, most] = [0, 0];
  for (const character of text) {
    if (character === '[' || character === '{') most = Math.max(most, ++depth);
    else if ((character === ']' || character === '}') && depth > 0) depth -= 1;
  }
  return most;
}

/** Counts a value as it would be written out, aliases and all, and stops as soon as it is too much. */
function isBounded(value: unknown): boolean {
  let nodes = 0;
  const walk = (one: unknown, depth: number): boolean => {
    nodes += 1;
    if (nodes > MOST_NODES || depth > DEEPEST) return false;
    if (typeof one !== 'object' || one === null) return true;
    return Object.values(one).every((inner) => walk(inner, depth + 1));
  };
  return walk(value, 0);
}
