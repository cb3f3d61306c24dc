import { Converter } from 'opencc-js/t2cn';

/**
 * Text as search reads it: a Han character or a whole word at a time, in small letters, full-width forms folded (NFKC), traditional
 * characters as simplified ones. Spaces between Han characters are a recogniser's and say nothing; any other sign, also a masked
 * character, parts what is on its two sides.
 */
export interface Unit {
  readonly text: string;
  readonly han: boolean;
  /** UTF-16 offsets into the text that was read; `toChar` is exclusive. */
  readonly fromChar: number;
  readonly toChar: number;
  /** What parts it from the unit before: nothing or a space, or a sign. */
  readonly after: 'start' | 'nothing' | 'space' | 'sign';
}

const PIECES = /(\p{Script=Han})|([\p{L}\p{N}][\p{L}\p{N}\p{M}'’]*)|(\s+)|(.)/gsu;
const HAN_IN_WORD = /\p{Script=Han}/u;

const toSimplified = Converter({ from: 't', to: 'cn' });
const simplified = new Map<string, string>();

/** One character, so that offsets stay: what a phrase would become as a whole is not asked. */
function simplify(character: string): string {
  const known = simplified.get(character);
  if (known !== undefined) return known;
  const made = toSimplified(character.normalize('NFKC'));
  simplified.set(character, made);
  return made;
}

/** Reads a text into units. Characters outside the basic plane are units like others, two UTF-16 places wide. */
export function readUnits(text: string): Unit[] {
  const units: Unit[] = [];
  let between: Unit['after'] = 'start';
  const add = (piece: string, han: boolean, fromChar: number, toChar: number): void => {
    units.push({ text: piece, han, fromChar, toChar, after: between });
    between = 'nothing';
  };
  for (const match of text.matchAll(PIECES)) {
    const at = match.index;
    const [whole, character, word, space] = match;
    if (character !== undefined) add(simplify(character), true, at, at + whole.length);
    else if (word !== undefined) addWord(word, at, add);
    else if (units.length === 0) continue;
    else if (space === undefined) between = 'sign';
    else if (between !== 'sign') between = 'space';
  }
  return units;
}

/** Japanese, Korean and the like are words here; Han inside a run of letters is taken out as the characters it is. */
function addWord(
  word: string,
  at: number,
  add: (text: string, han: boolean, fromChar: number, toChar: number) => void,
): void {
  let from = 0;
  const flush = (to: number): void => {
    const text = word.slice(from, to).normalize('NFKC').toLowerCase().replaceAll('’', "'").replace(/'+$/, '');
    if (text !== '') add(text, false, at + from, at + to);
  };
  for (let i = 0; i < word.length;) {
    const character = String.fromCodePoint(word.codePointAt(i)!);
    if (HAN_IN_WORD.test(character)) {
      flush(i);
      add(simplify(character), true, at + i, at + i + character.length);
      from = i + character.length;
    }
    i += character.length;
  }
  flush(word.length);
}

/** Do two neighbours belong together, so that something looked for may reach over both? Words part at a space; Han does not. */
export const joins = (left: Unit, right: Unit): boolean =>
  right.after === 'nothing' || (right.after === 'space' && (left.han || right.han));

/** What search compares: units in a row, a space between two words, a bar where a sign parts them. */
export function legibleText(units: readonly Unit[]): { text: string; startOf: number[] } {
  let text = '';
  const startOf: number[] = [];
  units.forEach((unit, i) => {
    const before = units[i - 1];
    if (before && !joins(before, unit)) text += unit.after === 'sign' ? '|' : ' ';
    startOf.push(text.length);
    text += unit.text;
  });
  return { text, startOf };
}
