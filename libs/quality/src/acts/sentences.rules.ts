import { type Language } from '#contracts';

/** A sentence of a turn, by UTF-16 offsets; `toChar` is exclusive. */
export interface Sentence {
  readonly fromChar: number;
  readonly toChar: number;
}

/** A full stop inside a number or an abbreviation ends nothing: white space has to follow. */
const ENDS: Record<Language, RegExp> = {
  en: /(?<![.?!…])[.?!…]+["')\]]*(?=\s|$)|[。？！；;\n]+/gu,
  zh: /[。？！…；?!;\n]+["”』」)）]*|\.(?=\s|$)/gu,
};
const TITLES = /(?:^|\s)(?:mr|mrs|ms|dr|st|no|a\.m|p\.m)\.$/iu;
/** More than the longest of them has, and white space before it. */
const TITLE_CHARS = 6;

/** Recognisers may write no stops: a run of words longer than this is cut at a comma, or where it is full. */
const LONGEST: Record<Language, number> = { en: 220, zh: 70 };
/** What is shorter belongs to what follows: "Okay." and "好的，" say little alone. */
const SHORTEST: Record<Language, number> = { en: 9, zh: 4 };

const trimmed = (text: string, fromChar: number, toChar: number): Sentence => {
  const piece = text.slice(fromChar, toChar);
  const start = fromChar + (piece.length - piece.trimStart().length);
  return { fromChar: start, toChar: start + piece.trim().length };
};

function cutLong(text: string, whole: Sentence, most: number): Sentence[] {
  const pieces: Sentence[] = [];
  let left = whole;
  while (left.toChar - left.fromChar > most) {
    const { fromChar, toChar } = left;
    const piece = text.slice(fromChar, fromChar + most);
    const comma = Math.max(...[',', '，', '、', ' '].map((mark) => piece.lastIndexOf(mark)));
    const cut = fromChar + (comma > most / 3 ? comma + 1 : most);
    pieces.push(trimmed(text, fromChar, cut));
    left = trimmed(text, cut, toChar);
  }
  return [...pieces, left];
}

/** The sentences of a turn, in order. */
export function sentencesOf(text: string, language: Language): Sentence[] {
  const pieces: Sentence[] = [];
  let from = 0;
  const ends = [...text.matchAll(ENDS[language])].map((end) => end.index + end[0].length);
  for (const end of [...ends, text.length]) {
    const isTitle = language === 'en' && TITLES.test(text.slice(Math.max(from, end - TITLE_CHARS), end));
    if (end < text.length && isTitle) continue;
    const piece = trimmed(text, from, end);
    if (piece.toChar === piece.fromChar) from = end;
    else if (end === text.length || piece.toChar - piece.fromChar > SHORTEST[language]) {
      pieces.push(piece);
      from = end;
    }
  }
  return pieces.flatMap((piece) => cutLong(text, piece, LONGEST[language]));
}
