import { reachBack, reachOn, spansGap, type Gap } from './gaps.rules.js';
import { alignWithOneEdit, type RestOfPhrase } from './nearness.rules.js';
import { PhraseIndex, type Phrase, type PhraseEntry, type Use } from './phrase-index.rules.js';
import { FLAG, type Symbols, type WordClasses } from './symbols.rules.js';

export { type PhraseEntry } from './phrase-index.rules.js';

/** An occurrence in one turn; `fromChar`/`toChar` are UTF-16 offsets into its text. */
export interface PhraseMatch {
  readonly entry: string;
  readonly fromChar: number;
  readonly toChar: number;
  /** 0–1: how much of it is exactly what the lexicon says. */
  readonly exactness: number;
}

interface Hit {
  readonly from: number;
  readonly to: number;
  /** Whole symbols replaced, put in or left out. */
  readonly wrong: number;
  /** Symbols that only sound right. */
  readonly unlike: number;
}

/** A negation this near, in symbols, turns what follows it round. */
const NEGATION_REACH = 3;

/** The index of the first hit at or after a position, by halving: a turn may hold thousands. */
function firstFrom(hits: readonly Hit[], from: number): number {
  let [low, high] = [0, hits.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (hits[middle]!.from < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A short phrase with one symbol wrong is another phrase; a long one may be off by a third. */
function isForgiven(entry: PhraseEntry, symbols: Symbols, { from, to, wrong, unlike }: Hit): boolean {
  const off = wrong + unlike;
  if (off === 0) return true;
  if (entry.forgive === 'nothing' || (wrong > 0 && entry.forgive !== 'words')) return false;
  const length = to - from;
  if (symbols.codes[from] === 0) return length > 1 && off <= Math.max(1, Math.floor(length / 3));
  return length > 3 && off <= Math.max(1, Math.floor(length / 3));
}

/** Finds the phrases of a lexicon in turns. Compile once, use for every call: reading phrases is slow, matching is one pass. */
export class PhraseMatcher {
  private readonly index: PhraseIndex;

  /** @throws Error naming the phrase that cannot be read */
  constructor(entries: readonly PhraseEntry[], classes: WordClasses) {
    this.index = new PhraseIndex(entries, classes);
  }

  /** The text as symbols, for checks that compare turns with one another. */
  symbols(text: string): Symbols {
    return this.index.alphabet.read(text);
  }

  /** Every occurrence in the text, overlapping ones included, ordered by place. `symbols`: the text as read before. */
  match(text: string, symbols: Symbols = this.index.alphabet.read(text)): PhraseMatch[] {
    const hits = this.findFragments(symbols);
    const found = new Map<string, PhraseMatch>();
    for (const [fragment, list] of hits) {
      for (const phrase of this.index.startingWith[fragment]!) {
        for (const hit of list) {
          const whole = this.extend(symbols, phrase, fragment, hit, hits);
          if (whole) this.accept(symbols, phrase, whole, found);
        }
      }
    }
    return [...found.values()].sort(
      (a, b) => a.fromChar - b.fromChar || b.toChar - a.toChar || b.exactness - a.exactness,
    );
  }

  private findFragments(symbols: Symbols): Map<number, Hit[]> {
    const hits = new Map<number, Hit[]>();
    this.index.automaton.scan(symbols.ids, symbols.length, (pattern, end) => {
      for (const use of this.index.uses[pattern]!) {
        const hit = use.half
          ? this.complete(symbols, use, end)
          : { from: end - this.index.fragments[use.fragment]!.ids.length, to: end, wrong: 0, unlike: 0 };
        if (!hit) continue;
        const list = hits.get(use.fragment);
        if (list) list.push(hit);
        else hits.set(use.fragment, [hit]);
      }
    });
    for (const list of hits.values()) list.sort((a, b) => a.from - b.from || a.to - b.to);
    return hits;
  }

  private complete(symbols: Symbols, { fragment, half }: Use, end: number): Hit | null {
    const { ids } = this.index.fragments[fragment]!;
    const middle = ids.length >> 1;
    if (half === 'first') {
      const to = alignWithOneEdit(symbols, end, this.restOf(ids.slice(middle)), 1);
      return to === null ? null : { from: end - middle, to, wrong: 1, unlike: 0 };
    }
    const before = end - (ids.length - middle) - 1;
    const from = alignWithOneEdit(symbols, before, this.restOf(ids.slice(0, middle).reverse()), -1);
    return from === null ? null : { from: from + 1, to: end, wrong: 1, unlike: 0 };
  }

  private restOf(ids: readonly number[]): RestOfPhrase {
    return { ids, words: ids.map((id) => this.index.alphabet.spelling(id)) };
  }

  /** Joins a phrase's pieces over its gaps, starting from a hit of its first piece. */
  private extend(symbols: Symbols, phrase: Phrase, fragment: number, first: Hit, hits: Map<number, Hit[]>): Hit | null {
    let { to, wrong } = first;
    let unlike = this.soundsOnly(symbols, fragment, first);
    for (let i = 1; i < phrase.pieces.length; i++) {
      const next = this.nextPiece(symbols, phrase.pieces[i]!, to, phrase.between[i - 1]!, hits);
      if (!next) return null;
      wrong += next.wrong;
      unlike += next.unlike;
      to = next.to;
    }
    const from = phrase.lead ? reachBack(symbols, first.from, phrase.lead) : first.from;
    const end = phrase.trail ? reachOn(symbols, to, phrase.trail) : to;
    return from === null || end === null ? null : { from, to: end, wrong, unlike };
  }

  private nextPiece(
    symbols: Symbols,
    piece: readonly number[],
    from: number,
    gap: Gap,
    hits: Map<number, Hit[]>,
  ): Hit | null {
    for (const fragment of piece) {
      const list = hits.get(fragment) ?? [];
      const start = firstFrom(list, from);
      const hit = list
        .slice(start, start + gap.most + 1)
        .find((candidate) => spansGap(symbols, from, candidate.from, gap));
      if (hit) return { ...hit, unlike: this.soundsOnly(symbols, fragment, hit) };
    }
    return null;
  }

  /** How many symbols of an aligned hit only sound right. Where a word is wrong, the codes no longer line up and only near words count. */
  private soundsOnly(symbols: Symbols, fragment: number, hit: Hit): number {
    const { codes } = this.index.fragments[fragment]!;
    let unlike = 0;
    for (let i = 0; i < codes.length && hit.from + i < hit.to; i++) {
      const at = hit.from + i;
      if (symbols.flags[at]! & FLAG.near) unlike++;
      else if (hit.wrong === 0 && symbols.codes[at] !== codes[i]) unlike++;
    }
    return unlike;
  }

  private accept(symbols: Symbols, phrase: Phrase, hit: Hit, found: Map<string, PhraseMatch>): void {
    const entry = this.index.entries[phrase.entry]!;
    if (!isForgiven(entry, symbols, hit)) return;
    if (entry.negation === 'reject' && this.isNegated(symbols, hit.from)) return;
    const [fromChar, toChar] = [symbols.fromChar[hit.from]!, symbols.toChar[hit.to - 1]!];
    const exactness = 1 - (hit.wrong + hit.unlike) / (hit.to - hit.from + 1);
    const key = `${phrase.entry}:${fromChar}:${toChar}`;
    if ((found.get(key)?.exactness ?? 0) < exactness)
      found.set(key, { entry: entry.name, fromChar, toChar, exactness });
  }

  private isNegated(symbols: Symbols, from: number): boolean {
    for (let at = from - 1; at >= Math.max(0, from - NEGATION_REACH); at--) {
      if (symbols.flags[at + 1]! & FLAG.afterStop) return false;
      if (symbols.flags[at]! & FLAG.negator) return true;
    }
    return false;
  }
}
