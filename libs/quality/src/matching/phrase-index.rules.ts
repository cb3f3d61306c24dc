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
   * `nothing`: only exactly these words, where a near miss would accuse somebody. `sounds`: characters that sound alike, one letter of a long
   * word. `words`: also one whole word of a long phrase, for formulae that nobody says by halves.
   */
  readonly forgive: 'nothing' | 'sounds' | 'words';
  /** `reject`: "I have not arranged it" does not count. */
  readonly negation: 'reject' | 'ignore';
}

export interface Fragment {
  readonly index: number;
  readonly ids: readonly number[];
  readonly codes: readonly number[];
  /** The pieces that it is a choice of. */
  readonly pieces: number[];
  /** Some entry forgives a wrong word in it. */
  loose: boolean;
}

/** Literal pieces (each a choice of fragments) with the gaps around them: `between[i]` follows `pieces[i]`. */
export interface Phrase {
  readonly entry: number;
  readonly lead: Gap | null;
  readonly pieces: readonly number[];
  readonly between: readonly Gap[];
  readonly trail: Gap | null;
}

/** What an automaton's pattern means: a whole fragment, or one of its halves and the rest that must be near it. */
export interface Use {
  readonly fragment: Fragment;
  readonly half: 'first' | 'second' | null;
  readonly rest: RestOfPhrase;
}

const FEWEST_TO_FORGIVE = { han: 6, words: 4 };

const forgives = (fragment: Fragment): boolean => {
  const han = fragment.codes.some(isHan);
  return fragment.loose && fragment.ids.length >= (han ? FEWEST_TO_FORGIVE.han : FEWEST_TO_FORGIVE.words);
};

/** What has been seen while compiling, by content. */
interface Known {
  readonly fragments: Map<string, number>;
  readonly pieces: Map<string, number>;
}

/** A lexicon's phrases made ready for one pass over a text: what the automaton finds, and what each find can be part of. */
export class PhraseIndex {
  readonly alphabet: Alphabet;
  private readonly fragments: Fragment[] = [];
  /** By piece: the phrases that start with it. */
  readonly startingWith: Phrase[][] = [];
  /** By pattern of the automaton. */
  readonly uses: Use[][] = [];
  /** By fragment: the phrases that may start with it. */
  readonly startingWithFragment: (readonly Phrase[])[] = [];
  /** By fragment: the pieces that it is a choice of. */
  readonly piecesOf: Int32Array[] = [];
  /** Which fragments a piece is a choice of, as `piece × fragments + fragment`. */
  private readonly choices = new Set<number>();
  readonly automaton: Automaton;

  /** @throws Error naming the phrase that cannot be read */
  constructor(
    readonly entries: readonly PhraseEntry[],
    classes: WordClasses,
  ) {
    this.alphabet = new Alphabet(classes);
    const known = { fragments: new Map<string, number>(), pieces: new Map<string, number>() };
    entries.forEach((entry, index) => {
      for (const phrase of entry.phrases) {
        for (const parts of parsePhrase(phrase)) this.addPhrase(index, parts, known);
      }
    });
    this.alphabet.close();
    this.fragments.forEach(({ pieces }, fragment) => {
      for (const piece of pieces) this.choices.add(piece * this.fragments.length + fragment);
      this.piecesOf.push(Int32Array.from(pieces));
      this.startingWithFragment.push(pieces.flatMap((piece) => this.startingWith[piece]!));
    });
    this.automaton = this.buildPatterns();
  }

  /** May this fragment stand for this piece? */
  isChoice(piece: number, fragment: number): boolean {
    return this.choices.has(piece * this.fragments.length + fragment);
  }

  private addPhrase(entry: number, parts: readonly PatternPart[], known: Known): void {
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
    this.startingWith[pieces[0]!]!.push({ entry, lead, pieces, between, trail: gap });
  }

  private pieceOf(texts: readonly string[], loose: boolean, known: Known): number {
    const fragments = [...new Set(texts.map((text) => this.fragmentOf(text, known.fragments)))];
    if (loose) for (const fragment of fragments) this.fragments[fragment]!.loose = true;
    const key = fragments.join();
    const existing = known.pieces.get(key);
    if (existing !== undefined) return existing;
    const piece = this.startingWith.push([]) - 1;
    known.pieces.set(key, piece);
    for (const fragment of fragments) this.fragments[fragment]!.pieces.push(piece);
    return piece;
  }

  private fragmentOf(text: string, known: Map<string, number>): number {
    const symbols = this.alphabet.read(text);
    if (symbols.length === 0) throw new Error(`nothing to look for in "${text}"`);
    const { ids, codes } = symbols;
    const key = ids.join() + '/' + codes.join();
    const existing = known.get(key);
    if (existing !== undefined) return existing;
    known.set(key, this.fragments.length);
    return this.fragments.push({ index: this.fragments.length, ids, codes, pieces: [], loose: false }) - 1;
  }

  private buildPatterns(): Automaton {
    const patterns: (readonly number[])[] = [];
    const indexOf = new Map<string, number>();
    const use = (ids: readonly number[], meaning: Use): void => {
      const index = indexOf.get(ids.join()) ?? patterns.push(ids) - 1;
      indexOf.set(ids.join(), index);
      (this.uses[index] ??= []).push(meaning);
    };
    const restOf = (ids: readonly number[]): RestOfPhrase => ({
      ids,
      words: ids.map((id) => this.alphabet.spelling(id)),
    });
    for (const fragment of this.fragments) {
      use(fragment.ids, { fragment, half: null, rest: restOf([]) });
      if (!forgives(fragment)) continue;
      const middle = fragment.ids.length >> 1;
      const [first, second] = [fragment.ids.slice(0, middle), fragment.ids.slice(middle)];
      use(first, { fragment, half: 'first', rest: restOf(second) });
      use(second, { fragment, half: 'second', rest: restOf(first.toReversed()) });
    }
    return buildAutomaton(patterns, this.alphabet.size);
  }
}
