import { joins, legibleText, readUnits, type Unit } from './legible-text.rules.js';
import { readNumericUnits } from './numeric-text.rules.js';
import { tokensIn } from './tokens.rules.js';

/** One way in which a term may be written. */
interface Reading {
  /** As it is compared (`legibleText`). */
  readonly text: string;
  /** It begins (ends) with a word, which must then begin (end) there and not inside another. */
  readonly wordFirst: boolean;
  readonly wordLast: boolean;
}

/** One thing that must have been said: words or characters in a row. */
export interface Term {
  readonly plain: Reading;
  /** With its numbers in figures: 三零六八 as 3068. Null where it has none. */
  readonly numeric: Reading | null;
  /** A turn that holds the term has one of each list. */
  readonly tokens: readonly (readonly string[])[];
  /** The one token says it all: no transcript has to be opened to be sure. */
  readonly exact: boolean;
}

/** What a person looks for: terms that must all occur in one leg, in any turn. */
export type WordQuery =
  | { readonly terms: readonly Term[] }
  | { readonly refused: 'nothing' | 'single_character' | 'too_many' };

/** More would be a text and not a question. */
const MOST_TERMS = 6;
const CHUNKS = /["“”「」](?<quoted>[^"“”「」]*)["“”「」]?|(?<plain>[^\s"“”「」]+)/gu;

/** Reads what was typed: spaces part terms, quotation marks keep them together, and so do the words of a number. */
export function readQuery(typed: string): WordQuery {
  const chunks = [...typed.matchAll(CHUNKS)].map(({ groups }) => groups!.quoted ?? groups!.plain!);
  const rows = chunks.flatMap(rowsOf);
  if (rows.length === 0) return { refused: 'nothing' };
  if (rows.length > MOST_TERMS) return { refused: 'too_many' };
  if (rows.some(({ plain }) => plain.length === 1 && plain[0]!.han)) return { refused: 'single_character' };
  return { terms: rows.map(termOf) };
}

interface Row {
  readonly plain: readonly Unit[];
  readonly numeric: readonly Unit[] | null;
}

/** A sign parts terms too: "你好，再见" asks for both. Those inside a number, as in 1,280, do not. */
function rowsOf(chunk: string): Row[] {
  const plain = readUnits(chunk);
  const rows: Unit[][] = [];
  for (const unit of readNumericUnits(chunk, plain) ?? plain) {
    if (unit.after === 'start' || unit.after === 'sign') rows.push([unit]);
    else rows.at(-1)!.push(unit);
  }
  return rows.map((row) => {
    const [fromChar, toChar] = [row[0]!.fromChar, row.at(-1)!.toChar];
    const own = plain.filter((unit) => unit.fromChar >= fromChar && unit.toChar <= toChar);
    // Figures that stand for themselves may still be what numbers in words are found by.
    const same = own.length === row.length && own.every(({ text }, i) => text === row[i]!.text);
    return { plain: own, numeric: same && !row.some(({ text }) => /^\d/.test(text)) ? null : row };
  });
}

const isBesideHan = (units: readonly Unit[]): boolean => units.some((unit, i) => i > 0 && joins(units[i - 1]!, unit));

function readingOf(units: readonly Unit[], whole: boolean): Reading {
  return {
    text: legibleText(units).text,
    wordFirst: whole && !units[0]!.han,
    wordLast: whole && !units.at(-1)!.han,
  };
}

function termOf({ plain, numeric }: Row): Term {
  const besideHan = isBesideHan(plain);
  // Beside Han a word may be the end or the beginning of a longer one; alone it is whole.
  const tokens = [...tokensIn(plain)].filter((token) => !besideHan || token.startsWith('p:'));
  return {
    plain: readingOf(plain, !besideHan),
    numeric: numeric && readingOf(numeric, true),
    tokens: numeric ? eitherWay(tokens, numeric) : tokens.map((token) => [token]),
    exact: tokens.length === 1 && plain.length <= 2 && (plain.length === 1 || plain.every(({ han }) => han)),
  };
}

/**
 * All of the plain tokens, or all of the numeric ones: what both have must be there, and of the rest each plain one or the most telling
 * numeric one. The words themselves tell the rest.
 */
function eitherWay(plain: readonly string[], numeric: readonly Unit[]): string[][] {
  const besideHan = isBesideHan(numeric);
  const others = [...tokensIn(numeric)].filter((token) => !besideHan || /^p:|^w:\d{2}/.test(token));
  const both = plain.filter((token) => others.includes(token));
  const only = others.filter((token) => !plain.includes(token));
  const telling = only.find((token) => token.startsWith('w:')) ?? only[0];
  if (telling === undefined) return both.map((token) => [token]);
  return [
    ...both.map((token) => [token]),
    ...plain.filter((token) => !both.includes(token)).map((token) => [token, telling]),
  ];
}

/** A place in a turn's text; UTF-16 offsets, `toChar` exclusive. */
export interface Found {
  readonly fromChar: number;
  readonly toChar: number;
}

/** Where a term occurs in a text, from left to right, none overlapping another. */
export function findTerm(text: string, { plain, numeric }: Term): Found[] {
  const units = readUnits(text);
  const found = findReading(units, plain);
  const inFigures = numeric && readNumericUnits(text, units);
  if (!numeric || (!inFigures && numeric.text === plain.text)) return found;
  const both = [...found, ...findReading(inFigures ?? units, numeric)];
  return withoutOverlaps(both.sort((a, b) => a.fromChar - b.fromChar || b.toChar - a.toChar));
}

function withoutOverlaps(found: readonly Found[]): Found[] {
  const kept: Found[] = [];
  for (const one of found) if (one.fromChar >= (kept.at(-1)?.toChar ?? 0)) kept.push(one);
  return kept;
}

function findReading(units: readonly Unit[], { text: wanted, wordFirst, wordLast }: Reading): Found[] {
  const legible = legibleText(units);
  const found: Found[] = [];
  for (let at = legible.text.indexOf(wanted); at >= 0; at = legible.text.indexOf(wanted, at + wanted.length)) {
    const end = at + wanted.length;
    const first = unitAt(legible.startOf, at);
    const last = unitAt(legible.startOf, end - 1);
    const wholeFirst = !wordFirst || legible.startOf[first] === at;
    const wholeLast = !wordLast || legible.startOf[last]! + units[last]!.text.length === end;
    if (wholeFirst && wholeLast) found.push({ fromChar: units[first]!.fromChar, toChar: units[last]!.toChar });
  }
  return found;
}

/** The unit that covers a place of the legible text, by halving. */
function unitAt(startOf: readonly number[], at: number): number {
  let [low, high] = [0, startOf.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (startOf[middle]! <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
