import { buildAutomaton, type Automaton } from './aho-corasick.rules.js';
import { joinGaps, type Gap } from './gaps.rules.js';
import { type RestOfPhrase } from './nearness.rules.js';
import { parsePhrase, type PatternPart } from './pattern.rules.js';
import { isHan } from './syllables.rules.js';
import { Alphabet, type WordClasses } from './symbols.rules.js';

/** One thing that is looked for: a name and the phrases that say it. */
export interface PhraseEntry {
  readonly name: string;
  readonly phrases: readonly string[];
  /**
   * `nothing`: only exactly these words, where a near miss would accuse a person. `sounds`: characters that sound alike, one letter of a
   * long word. `words`: also one whole word of a long phrase, for formulae that are never said by halves.
   */
  readonly forgive: 'nothing' | 'sounds' | 'words';
  /** `reject`: "I have not arranged it" does not count. */
  readonly negation: 'reject' | 'ignore';
}

interface Fragment {
  readonly ids: readonly number[];
  readonly codes: readonly number[];
  /** The pieces that it is a choice of. */
  readonly pieces: number[];
  /** Some entry forgives a wrong word in it. */
  loose: boolean;
}

/** Literal pieces (each a choice of fragments) with the gaps around them: `between[i]` follows `pieces[i]`. */
interface Phrase {
  readonly entry: number;
  readonly lead: Gap | null;
  readonly pieces: readonly number[];
  readonly between: readonly Gap[];
  readonly trail: Gap | null;
}

/** What matching reads of phrases that have several pieces or a gap, by phrase. */
export interface PhraseTable {
  readonly entry: Int32Array;
  readonly lead: readonly (Gap | null)[];
  readonly trail: readonly (Gap | null)[];
  /** Its pieces in `pieces`, from `piecesFrom` of it to `piecesFrom` of the next; `gaps` has what comes before each but the first. */
  readonly piecesFrom: Int32Array;
  readonly pieces: Int32Array;
  readonly gaps: readonly (Gap | null)[];
}

/** What one half of a fragment means when it was found: the other must be near it. */
export interface Half {
  readonly which: 'first' | 'second';
  readonly rest: RestOfPhrase;
}

/** What the automaton's patterns mean, in flat tables: a busy line finds hundreds, and objects for them lie all over the memory. */
export interface Uses {
  /** By pattern: where its uses start; those of the last one end where the table does. */
  readonly from: Int32Array;
  /** By use: the fragment that it is, or is half of. */
  readonly fragment: Int32Array;
  /** By use: −1 for a whole fragment, else which of the halves. */
  readonly half: Int32Array;
  readonly halves: readonly Half[];
}

/** What matching reads of fragments, by fragment; `codes` starts at `codesFrom`, and is not worth reading where there is no Chinese character. */
export interface FragmentTable {
  readonly length: Int32Array;
  readonly codesFrom: Int32Array;
  readonly codes: Int32Array;
  readonly hasHan: Uint8Array;
  /** Its pieces in `pieces`, from `piecesFrom` of it to `piecesFrom` of the next. */
  readonly piecesFrom: Int32Array;
  readonly pieces: Int32Array;
}

const FEWEST_TO_FORGIVE = { han: 6, words: 4 };

const forgives = (fragment: Fragment): boolean => {
  const han = fragment.codes.some(isHan);
  return fragment.loose && fragment.ids.length >= (han ? FEWEST_TO_FORGIVE.han : FEWEST_TO_FORGIVE.words);
};

/** Numbers as a string to look them up by: one character each, for none is as large as the last code point. */
const keyOf = (values: readonly number[]): string => String.fromCodePoint(...values);

/** What has been seen while compiling, by content. */
interface Known {
  readonly fragments: Map<string, number>;
  readonly pieces: Map<string, number>;
}

/** Lists one after the other: those of the number `n` lie in `all` from `from[n]` to `from[n + 1]`. */
export interface Lists {
  readonly from: Int32Array;
  readonly all: Int32Array;
}

function flattened(lists: readonly (readonly number[])[]): Lists {
  const from = new Int32Array(lists.length + 1);
  lists.forEach((list, at) => (from[at + 1] = from[at]! + list.length));
  const all = new Int32Array(from[lists.length]!);
  lists.forEach((list, at) => all.set(list, from[at]));
  return { from, all };
}

function tableOf(fragments: readonly Fragment[]): FragmentTable {
  const codes = flattened(fragments.map((fragment) => fragment.codes));
  const pieces = flattened(fragments.map((fragment) => fragment.pieces));
  return {
    length: Int32Array.from(fragments, ({ ids }) => ids.length),
    codesFrom: codes.from,
    codes: codes.all,
    hasHan: Uint8Array.from(fragments, (fragment) => (fragment.codes.some((code) => code !== 0) ? 1 : 0)),
    piecesFrom: pieces.from,
    pieces: pieces.all,
  };
}

function phraseTableOf(phrases: readonly Phrase[]): PhraseTable {
  const pieces = flattened(phrases.map((phrase) => phrase.pieces));
  return {
    entry: Int32Array.from(phrases, ({ entry }) => entry),
    lead: phrases.map(({ lead }) => lead),
    trail: phrases.map(({ trail }) => trail),
    piecesFrom: pieces.from,
    pieces: pieces.all,
    gaps: phrases.flatMap(({ between }) => [null, ...between]),
  };
}

function aloneOf(phrases: readonly Phrase[], fragments: readonly Fragment[]): Lists {
  const entriesOf = new Map<number, number[]>();
  for (const { entry, pieces } of phrases) entriesOf.set(pieces[0]!, [...(entriesOf.get(pieces[0]!) ?? []), entry]);
  return flattened(fragments.map(({ pieces }) => [...new Set(pieces.flatMap((piece) => entriesOf.get(piece) ?? []))]));
}

/**
 * By phrase: that piece of it which the least is heard of. A piece is as common as its most common fragment, and a fragment as the number of
 * pieces that it is in: "you" is in hundreds.
 */
function rarestPieces(phrases: readonly Phrase[], fragments: readonly Fragment[]): number[] {
  const common: number[] = [];
  for (const { pieces } of fragments) {
    for (const piece of pieces) common[piece] = Math.max(common[piece] ?? 0, pieces.length);
  }
  return phrases.map(({ pieces }) => pieces.reduce((best, one) => (common[one]! < common[best]! ? one : best)));
}

/** A lexicon's phrases made ready for one pass over a text: what the automaton finds, and what each find can be part of. */
export class PhraseIndex {
  readonly alphabet: Alphabet;
  private readonly fragments: Fragment[] = [];
  private readonly gaps = new Map<string, Gap>();
  readonly phrases: PhraseTable;
  /** By fragment: the entries of which it is a whole phrase on its own. Most phrases are of this kind, and need no joining. */
  readonly alone: Lists;
  /** By fragment: those of its pieces that are the rarest of some phrase. Only these are worth marking when they are heard. */
  readonly rareOf: Lists;
  /** By fragment: those of its pieces that some phrase starts with. */
  readonly startsOf: Lists;
  /** By phrase: its pieces that are the rarest of some phrase, of this one or another. */
  readonly rareIn: Lists;
  /** By piece: the phrases of which it is the rarest, so that "i" and "you" call up none that have anything better. */
  readonly calledUpBy: Lists;
  readonly uses: Uses;
  readonly table: FragmentTable;
  readonly automaton: Automaton;

  /** @throws Error naming the phrase that cannot be read */
  constructor(
    readonly entries: readonly PhraseEntry[],
    classes: WordClasses,
  ) {
    this.alphabet = new Alphabet(classes);
    const known = { fragments: new Map<string, number>(), pieces: new Map<string, number>() };
    const all = entries.flatMap((entry, index) =>
      entry.phrases.flatMap((phrase) => parsePhrase(phrase).map((parts) => this.phraseOf(index, parts, known))),
    );
    this.alphabet.close();
    const isAlone = ({ lead, pieces, trail }: Phrase): boolean => pieces.length === 1 && !lead && !trail;
    const phrases = all.filter((phrase) => !isAlone(phrase));
    this.phrases = phraseTableOf(phrases);
    this.alone = aloneOf(all.filter(isAlone), this.fragments);
    const rarest = rarestPieces(phrases, this.fragments);
    const [rare, starts] = [new Set(rarest), new Set(phrases.map(({ pieces }) => pieces[0]!))];
    const piecesIn = (of: readonly { readonly pieces: readonly number[] }[], wanted: ReadonlySet<number>): Lists =>
      flattened(of.map(({ pieces }) => pieces.filter((piece) => wanted.has(piece))));
    this.rareOf = piecesIn(this.fragments, rare);
    this.startsOf = piecesIn(this.fragments, starts);
    this.rareIn = piecesIn(phrases, rare);
    const calledUpBy = Array.from(known.pieces, (): number[] => []);
    rarest.forEach((piece, phrase) => calledUpBy[piece]!.push(phrase));
    this.calledUpBy = flattened(calledUpBy);
    this.table = tableOf(this.fragments);
    ({ automaton: this.automaton, uses: this.uses } = this.buildPatterns());
  }

  /** May this fragment stand for this piece? Its pieces lie in their order, for they were numbered as they were met. */
  isChoice(piece: number, fragment: number): boolean {
    const { piecesFrom, pieces } = this.table;
    let [low, high] = [piecesFrom[fragment]!, piecesFrom[fragment + 1]!];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pieces[middle]! < piece) low = middle + 1;
      else high = middle;
    }
    return low < piecesFrom[fragment + 1]! && pieces[low] === piece;
  }

  private phraseOf(entry: number, parts: readonly PatternPart[], known: Known): Phrase {
    const pieces: number[] = [];
    const between: Gap[] = [];
    let lead: Gap | null = null;
    let gap: Gap | null = null;
    for (const part of parts) {
      if (part.kind === 'gap') {
        gap = joinGaps(gap, part);
        continue;
      }
      if (pieces.length === 0) lead = gap;
      else between.push(gap!);
      gap = null;
      pieces.push(this.pieceOf(part.texts, this.entries[entry]!.forgive === 'words', known));
    }
    return {
      entry,
      lead: this.same(lead),
      pieces,
      between: between.map((one) => this.same(one)!),
      trail: this.same(gap),
    };
  }

  /** Gaps of one kind are one object: there are a dozen, and they stay at hand. */
  private same(gap: Gap | null): Gap | null {
    if (!gap) return null;
    const key = JSON.stringify(gap);
    const known = this.gaps.get(key) ?? gap;
    this.gaps.set(key, known);
    return known;
  }

  private pieceOf(texts: readonly string[], loose: boolean, known: Known): number {
    const fragments = [...new Set(texts.map((text) => this.fragmentOf(text, known.fragments)))];
    if (loose) for (const fragment of fragments) this.fragments[fragment]!.loose = true;
    const key = keyOf(fragments);
    const existing = known.pieces.get(key);
    if (existing !== undefined) return existing;
    const piece = known.pieces.size;
    known.pieces.set(key, piece);
    for (const fragment of fragments) this.fragments[fragment]!.pieces.push(piece);
    return piece;
  }

  private fragmentOf(text: string, known: Map<string, number>): number {
    const symbols = this.alphabet.read(text);
    if (symbols.length === 0) throw new Error(`nothing to look for in "${text}"`);
    const { ids, codes } = symbols;
    const key = keyOf(ids) + keyOf(codes);
    const existing = known.get(key);
    if (existing !== undefined) return existing;
    known.set(key, this.fragments.length);
    return this.fragments.push({ ids, codes, pieces: [], loose: false }) - 1;
  }

  private buildPatterns(): { automaton: Automaton; uses: Uses } {
    const patterns: (readonly number[])[] = [];
    const indexOf = new Map<string, number>();
    const usesOf: number[][] = [];
    const meanings: { fragment: number; half: Half | null }[] = [];
    const use = (ids: readonly number[], fragment: number, half: Half | null): void => {
      const key = keyOf(ids);
      let index = indexOf.get(key);
      if (index === undefined) indexOf.set(key, (index = patterns.push(ids) - 1));
      (usesOf[index] ??= []).push(meanings.push({ fragment, half }) - 1);
    };
    this.fragments.forEach((fragment, index) => {
      use(fragment.ids, index, null);
      if (!forgives(fragment)) return;
      const middle = fragment.ids.length >> 1;
      const [first, second] = [fragment.ids.slice(0, middle), fragment.ids.slice(middle)];
      use(first, index, { which: 'first', rest: this.restOf(second) });
      use(second, index, { which: 'second', rest: this.restOf(first.toReversed()) });
    });
    const { from, all } = flattened(usesOf);
    const halves: Half[] = [];
    const half = all.map((meaning) => (meanings[meaning]!.half ? halves.push(meanings[meaning]!.half) - 1 : -1));
    const uses = { from, fragment: all.map((meaning) => meanings[meaning]!.fragment), half, halves };
    return { automaton: buildAutomaton(patterns, this.alphabet.size), uses };
  }

  private restOf(ids: readonly number[]): RestOfPhrase {
    return { ids, words: ids.map((id) => this.alphabet.spelling(id)) };
  }
}
