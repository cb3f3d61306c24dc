import { isHan, syllableOf } from './syllables.rules.js';
import { isOneEditApart, stemKey, withoutOneLetter, wordsOf } from './words.rules.js';

/** What a symbol is besides its identity; bits of `Symbols.flags`. */
export const FLAG = { number: 1, negator: 2, notName: 4, near: 8, afterStop: 16, empty: 32, unit: 64 } as const;

/** A turn as the matcher sees it: one symbol for a Chinese character or an English word, each knowing its place in the text. */
export interface Symbols {
  length: number;
  /** Identity in the lexicon's alphabet; 0 when no phrase uses it. */
  ids: number[];
  /** The exact character (Chinese), or 0: tells a homophone from the character itself. */
  codes: number[];
  fromChar: number[];
  toChar: number[];
  flags: number[];
  /** The word in lower case; empty for a Chinese character. */
  words: string[];
  /** What makes two symbols the same when turns are compared, whether or not a phrase has them: the syllable, or the word's stem. */
  keys: number[];
}

/** Words with a role of their own, given by a lexicon. */
export interface WordClasses {
  numbers: readonly string[];
  negators: readonly string[];
  /** Words that cannot be a person's or a company's name, e.g. "how" after "thank you for calling". */
  notNames: readonly string[];
  /** Carry nothing when two turns are compared; of Chinese words each character. */
  empty?: readonly string[] | undefined;
  /** Come after numbers. */
  units?: readonly string[] | undefined;
}

interface KnownWord {
  id: number;
  word: string;
  flags: number;
  key: number;
}

/** Sounds of hesitation and sentence particles: they carry nothing and would cut phrases in two. */
const FILLERS = new Set([...'呃唉呢哦啊呀哟', 'uh', 'um', 'er', 'erm', 'uhm']);
/** Says nothing the matcher keeps: no text, or sounds of hesitation only. */
export const isSilent = (text: string): boolean =>
  text
    .trim()
    .split(isHan(text.trim().charCodeAt(0)) ? '' : /\s+/)
    .every((part) => part === '' || FILLERS.has(part));

const STOPS = new Set([...'。！？.!?；;\n'].map((c) => c.charCodeAt(0)));
/** Shorter words have too many neighbours: "cat" is one letter from "can", "call" from "all". */
const LEAST_LETTERS_TO_FORGIVE = 5;
/** No word is longer; comparing what is would cost its length squared. */
const MOST_LETTERS_TO_FORGIVE = 24;
/** Another digit is another number. */
const FIGURES = /^\d+$/;
const WORD_CACHE_LIMIT = 20_000;

const isWordCode = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x61 && code <= 0x7a) ||
  code === 0x27 ||
  code === 0x2019 ||
  (code >= 0xc0 && code <= 0x24f);

const unknown = (word: string): KnownWord => ({
  id: 0,
  word,
  flags: /^\d+(st|nd|rd|th|am|pm)?$/.test(word) ? FLAG.number : 0,
  key: stemKey(word),
});

/** Gives symbols to characters and words. Phrases are read first (they make the alphabet), then it is closed and texts are read. */
export class Alphabet {
  private readonly syllableIds = new Map<number, number>();
  private readonly words = new Map<string, KnownWord>();
  private readonly shortened = new Map<string, string[]>();
  private readonly hanFlags = new Map<number, number>();
  private readonly seen = new Map<string, readonly KnownWord[]>();
  private readonly characters = new Map<number, KnownWord>();
  private readonly spellings: string[] = [];
  private next = 1;
  private closed = false;

  constructor(classes: WordClasses) {
    const mark = (list: readonly string[], flag: number): void => {
      for (const entry of list) {
        if (isHan(entry.charCodeAt(0))) {
          if (entry.length === 1 || flag === FLAG.empty)
            for (const char of entry) this.hanFlags.set(char.charCodeAt(0), this.flagsOf(char) | flag);
        } else
          for (const word of wordsOf(entry))
            this.words.set(word, { ...this.wordOf(word), flags: this.wordOf(word).flags | flag });
      }
    };
    mark(classes.numbers, FLAG.number);
    mark(classes.negators, FLAG.negator | FLAG.notName);
    mark(classes.notNames, FLAG.notName);
    mark(classes.empty ?? [], FLAG.empty);
    mark(classes.units ?? [], FLAG.unit);
  }

  private flagsOf(char: string): number {
    return this.hanFlags.get(char.charCodeAt(0)) ?? 0;
  }

  private wordOf(word: string): KnownWord {
    return this.words.get(word) ?? unknown(word);
  }

  /** The largest symbol given out, plus one. */
  get size(): number {
    return this.next;
  }

  /** No phrase follows: from now on unknown words are compared with the known ones. */
  close(): void {
    this.closed = true;
    this.seen.clear();
    for (const [word, { id }] of this.words) {
      if (id === 0 || word.length < LEAST_LETTERS_TO_FORGIVE) continue;
      for (const short of [word, ...withoutOneLetter(word)]) {
        const words = this.shortened.get(short);
        if (words) words.push(word);
        else this.shortened.set(short, [word]);
      }
    }
  }

  read(text: string): Symbols {
    const symbols: Symbols = {
      length: 0,
      ids: [],
      codes: [],
      fromChar: [],
      toChar: [],
      flags: [],
      words: [],
      keys: [],
    };
    let stop = 0;
    const push = ({ id, word, flags, key }: KnownWord, code: number, from: number, to: number): void => {
      symbols.length++;
      symbols.ids.push(id);
      symbols.words.push(word);
      symbols.keys.push(key);
      symbols.codes.push(code);
      symbols.fromChar.push(from);
      symbols.toChar.push(to);
      symbols.flags.push(flags | stop);
      stop = 0;
    };
    for (let i = 0; i < text.length;) {
      const code = text.charCodeAt(i);
      const from = i++;
      if (isHan(code)) {
        if (!FILLERS.has(text[from]!)) push(this.han(code), code, from, i);
      } else if (isWordCode(code)) {
        while (i < text.length && isWordCode(text.charCodeAt(i))) i++;
        for (const word of this.wordsAt(text.slice(from, i))) push(word, 0, from, i);
      } else if (STOPS.has(code)) stop = FLAG.afterStop;
    }
    return symbols;
  }

  /** How the word of a symbol is written; empty for a Chinese syllable. */
  spelling(id: number): string {
    return this.spellings[id] ?? '';
  }

  private han(code: number): KnownWord {
    const seen = this.characters.get(code);
    if (seen) return seen;
    const syllable = syllableOf(code);
    let id = this.syllableIds.get(syllable) ?? 0;
    if (id === 0 && !this.closed) this.syllableIds.set(syllable, (id = this.next++));
    const character = { id, word: '', flags: this.hanFlags.get(code) ?? 0, key: syllable };
    if (id > 0 || this.closed) this.characters.set(code, character);
    return character;
  }

  private wordsAt(token: string): readonly KnownWord[] {
    if (token.length > MOST_LETTERS_TO_FORGIVE) return this.resolve(token);
    const seen = this.seen.get(token);
    if (seen) return seen;
    if (this.seen.size >= WORD_CACHE_LIMIT) this.seen.clear();
    const found = this.resolve(token);
    this.seen.set(token, found);
    return found;
  }

  private resolve(token: string): readonly KnownWord[] {
    const words = wordsOf(token).filter((word) => !FILLERS.has(word));
    return words.map((word) => (this.closed ? this.lookUp(word) : this.admit(word)));
  }

  private admit(word: string): KnownWord {
    const known = this.wordOf(word);
    if (known.id === 0) known.id = this.next++;
    this.spellings[known.id] = word;
    this.words.set(word, known);
    return known;
  }

  private lookUp(word: string): KnownWord {
    return this.words.get(word) ?? this.nearest(word) ?? unknown(word);
  }

  /** The known word that is one letter away; of several the first in the lexicon. */
  private nearest(word: string): KnownWord | undefined {
    if (FIGURES.test(word)) return undefined;
    if (word.length < LEAST_LETTERS_TO_FORGIVE - 1 || word.length > MOST_LETTERS_TO_FORGIVE) return undefined;
    for (const short of [word, ...withoutOneLetter(word)]) {
      const near = this.shortened.get(short)?.find((known) => isOneEditApart(known, word));
      if (near) {
        // "Matteo" is near "matter", and a name all the same.
        const flags = (this.words.get(near)!.flags & ~FLAG.notName) | FLAG.near;
        return { ...this.words.get(near)!, word, key: stemKey(word), flags };
      }
    }
    return undefined;
  }
}
