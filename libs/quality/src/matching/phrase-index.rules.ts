import { buildAutomaton, type Automaton } from './aho-corasick.rules.js';
import { joinGaps, type Gap } from './gaps.rules.js';
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
  readonly ids: readonly number[];
  readonly codes: readonly number[];
  /** Some entry forgives a wrong word in it. */
  loose: boolean;
}

/** Literal pieces, each one of several fragments, with the gaps around them: `between[i]` follows `pieces[i]`. */
export interface Phrase {
  readonly entry: number;
  readonly lead: Gap | null;
  readonly pieces: readonly (readonly number[])[];
  readonly between: readonly Gap[];
  readonly trail: Gap | null;
}

/** What an automaton's pattern means: a whole fragment, or one of its halves. */
export interface Use {
  readonly fragment: number;
  readonly half: 'first' | 'second' | null;
}

const FEWEST_TO_FORGIVE = { han: 6, words: 4 };

const forgives = (fragment: Fragment): boolean => {
  const han = fragment.codes.some(isHan);
  return fragment.loose && fragment.ids.length >= (han ? FEWEST_TO_FORGIVE.han : FEWEST_TO_FORGIVE.words);
};

/** A lexicon's phrases made ready for one pass over a text: what the automaton finds, and what each find can be part of. */
export class PhraseIndex {
  readonly alphabet: Alphabet;
  readonly fragments: Fragment[] = [];
  /** By fragment: the phrases whose first piece it can be. */
  readonly startingWith: Phrase[][] = [];
  /** By pattern of the automaton. */
  readonly uses: Use[][] = [];
  readonly automaton: Automaton;

  /** @throws Error naming the phrase that cannot be read */
  constructor(
    readonly entries: readonly PhraseEntry[],
    classes: WordClasses,
  ) {
    this.alphabet = new Alphabet(classes);
    const known = new Map<string, number>();
    entries.forEach((entry, index) => {
      for (const phrase of entry.phrases) {
        for (const parts of parsePhrase(phrase)) this.addPhrase(index, parts, known);
      }
    });
    this.alphabet.close();
    this.automaton = this.buildPatterns();
  }

  private addPhrase(entry: number, parts: readonly PatternPart[], known: Map<string, number>): void {
    const pieces: number[][] = [];
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
      pieces.push([...new Set(part.texts.map((text) => this.fragmentOf(text, known)))]);
    }
    const phrase = { entry, lead, pieces, between, trail: gap };
    if (this.entries[entry]!.forgive === 'words')
      for (const fragment of pieces.flat()) this.fragments[fragment]!.loose = true;
    for (const fragment of pieces[0]!) this.startingWith[fragment]!.push(phrase);
  }

  private fragmentOf(text: string, known: Map<string, number>): number {
    const symbols = this.alphabet.read(text);
    if (symbols.length === 0) throw new Error(`nothing to look for in "${text}"`);
    const ids = [...symbols.ids.subarray(0, symbols.length)];
    const codes = [...symbols.codes.subarray(0, symbols.length)];
    const key = ids.join() + '/' + codes.join();
    const existing = known.get(key);
    if (existing !== undefined) return existing;
    known.set(key, this.fragments.length);
    this.startingWith.push([]);
    return this.fragments.push({ ids, codes, loose: false }) - 1;
  }

  private buildPatterns(): Automaton {
    const patterns: (readonly number[])[] = [];
    const indexOf = new Map<string, number>();
    const use = (ids: readonly number[], meaning: Use): void => {
      const index = indexOf.get(ids.join()) ?? patterns.push(ids) - 1;
      indexOf.set(ids.join(), index);
      (this.uses[index] ??= []).push(meaning);
    };
    this.fragments.forEach((fragment, index) => {
      use(fragment.ids, { fragment: index, half: null });
      if (!forgives(fragment)) return;
      const middle = fragment.ids.length >> 1;
      use(fragment.ids.slice(0, middle), { fragment: index, half: 'first' });
      use(fragment.ids.slice(middle), { fragment: index, half: 'second' });
    });
    return buildAutomaton(patterns, this.alphabet.size);
  }
}
