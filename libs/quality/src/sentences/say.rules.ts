import { type Bilingual, type Language } from '#contracts';
import { CONDITION_SENTENCES } from './conditions.js';
import { FACT_VALUES, QUERY_SENTENCE } from './options.js';
import {
  isUnset,
  piecesOf,
  valueAt,
  type KindSentence,
  type Node,
  type Option,
  type SentenceField,
} from './sentence.js';
import { CONVERSATION_CHECKS } from './conversation-checks.js';
import { KNOWN_CHECKS } from './known-checks.js';
import { LEFT_CHECKS } from './left-to-others-checks.js';
import { SAID_CHECKS } from './said-checks.js';

/** How each kind of check is said and edited, in the order in which it is offered. A new kind is one row in one of these. */
export const CHECK_SENTENCES: readonly KindSentence[] = [
  ...SAID_CHECKS,
  ...KNOWN_CHECKS,
  ...LEFT_CHECKS,
  ...CONVERSATION_CHECKS,
];

/** What sentences are said with: the language, and how phrase lists are called. */
export interface Saying {
  readonly language: Language;
  readonly titleOf: (list: string) => Bilingual | undefined;
}

/** The row for a check or condition; undefined where its kind has none. */
export const sentenceOf = (rows: readonly KindSentence[], node: Node): KindSentence | undefined =>
  rows.find(({ kind, fits }) => kind === node.kind && (!fits || fits(node)));

/** The parameters that a row does not know: shown as they are, and kept. */
export function leftOver(
  { kind: _, ...node }: Node,
  row: Pick<KindSentence, 'fields' | 'start'>,
): Record<string, unknown> {
  const known = new Set([...Object.keys(row.fields).map((path) => path.split('.')[0]), ...hiddenOf(row)]);
  return Object.fromEntries(Object.entries(node).filter(([key]) => !known.has(key)));
}

/** What a row fixes by itself, as `fact` of a timing: neither asked for nor left over. */
const hiddenOf = ({ start }: Pick<KindSentence, 'start'>): string[] =>
  Object.entries(start).flatMap(([key, value]) => (typeof value === 'string' ? [key] : []));

const JOINED = { zh: '或', en: ' or ' } as const;
const AND = { zh: '，并且', en: ', and ' } as const;
const BETWEEN = { zh: '；', en: '; ' } as const;

const told = (options: readonly Option[], value: unknown, { language }: Saying): string =>
  options.find((one) => one.value === value)?.[language] ?? String(value);

function sayValue(field: SentenceField, value: unknown, node: unknown, by: Saying): string {
  const list = (Array.isArray(value) ? value : [value]) as unknown[];
  switch (field.type) {
    case 'lists':
      return list.map((name) => by.titleOf(String(name))?.[by.language] ?? String(name)).join(JOINED[by.language]);
    case 'number':
      return String(field.percent ? Math.round(Number(value) * 100) : value);
    case 'bound':
      return typeof value === 'object' && value !== null ? String((value as Bilingual)[by.language]) : String(value);
    case 'choice':
      return told(field.options, value, by);
    case 'choices':
      return list.map((one) => told(field.options, one, by)).join(JOINED[by.language]);
    case 'values':
      return list
        .map((one) => told(FACT_VALUES[String((node as Node)['name'])] ?? [], one, by))
        .join(JOINED[by.language]);
    case 'query':
      return sayQuery(value, by);
    case 'queries':
      return list.map((one) => sayQuery(one, by)).join(AND[by.language]);
    default:
      return '';
  }
}

const sayQuery = (query: unknown, by: Saying): string =>
  QUERY_SENTENCE.lines.map((line) => sayLine(line[by.language], query, QUERY_SENTENCE.fields, by)).join('');

const standardOf = (field: SentenceField | undefined): unknown =>
  field?.type === 'choice' || field?.type === 'choices' ? field.standard : undefined;

function sayLine(line: string, node: unknown, fields: Readonly<Record<string, SentenceField>>, by: Saying): string {
  return piecesOf(line)
    .map((piece) => {
      if ('text' in piece) return piece.text;
      const field = fields[piece.field];
      const value = valueAt(node, piece.field) ?? standardOf(field);
      if (!field || (piece.optional && isUnset(value))) return '';
      return piece.before + sayValue(field, value, node, by) + piece.after;
    })
    .join('');
}

/** Is there anything to say in this line: does one of its lists hold a name, one of its fields differ from what holds without being told? */
function isSaid({ quiet, ...line }: KindSentence['lines'][number], node: unknown, { fields }: KindSentence): boolean {
  const names = piecesOf(line.en).flatMap((piece) => ('field' in piece ? [piece.field] : []));
  const values = names.map((name) => ({ field: fields[name], value: valueAt(node, name) }));
  if (quiet) return values.some(({ field, value }) => !isUnset(value) && value !== standardOf(field));
  const asked = values.filter(({ field }) => field?.type === 'lists' || field?.type === 'values');
  return asked.length === 0 || asked.some(({ value }) => !isUnset(value));
}

/** A check or a condition in words; data where its kind has no sentence. */
export function sayNode(rows: readonly KindSentence[], node: Node, by: Saying): string {
  const row = sentenceOf(rows, node);
  if (!row) return JSON.stringify(node);
  const { language } = by;
  const lines = row.lines
    .filter((line) => isSaid(line, node, row))
    .map((line) => sayLine(line[language], node, row.fields, by));
  const nested = Object.entries(row.fields).flatMap(([path, field]) => sayNested(field, valueAt(node, path), by));
  const more = Object.entries(leftOver(node, row)).map(([key, value]) => `${key} ${JSON.stringify(value)}`);
  return [...lines.filter((line) => line !== ''), ...nested, ...more].join(BETWEEN[language]);
}

function sayNested(field: SentenceField, value: unknown, by: Saying): string[] {
  if (value === undefined) return [];
  const label = 'label' in field ? field.label[by.language] : '';
  const colon = by.language === 'zh' ? '：' : ': ';
  const check = (node: unknown): string => `(${sayCheck(node as Node, by)})`;
  if (field.type === 'check') return [label + colon + check(value)];
  if (field.type === 'words') {
    const text = (value as Bilingual)[by.language];
    return text ? [`${label}${colon}${by.language === 'zh' ? `“${text}”` : `“${text}”`}`] : [];
  }
  if (field.type === 'examples') {
    const { zh = [], en = [] } = value as Partial<Record<Language, string[]>>;
    return [label + colon + [...zh, ...en].map((one) => `“${one}”`).join(by.language === 'zh' ? '' : ' ')];
  }
  if (field.type === 'checks') return [(value as Node[]).map(check).join(' + ')];
  if (field.type !== 'cases') return [];
  return (value as { when: Node[]; check: Node }[]).map(
    ({ when, check: judge }) =>
      `${label}${colon}${when.map((one) => sayCondition(one, by)).join(AND[by.language])} → ${check(judge)}`,
  );
}

export const sayCheck = (check: Node, by: Saying): string => sayNode(CHECK_SENTENCES, check, by);
export const sayCondition = (condition: Node, by: Saying): string => sayNode(CONDITION_SENTENCES, condition, by);
