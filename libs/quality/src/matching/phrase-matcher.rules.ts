import { reachBack, reachOn, spansGap } from './gaps.rules.js';
import { alignWithOneEdit } from './nearness.rules.js';
import { PhraseIndex, type Fragment, type Phrase, type PhraseEntry, type Use } from './phrase-index.rules.js';
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

/** Longer than any turn: entry and both offsets make one exact number below 2^53. */
const MOST_CHARS = 2 ** 22;

const isPlain = ({ pieces, lead, trail }: Phrase): boolean => pieces.length === 1 && !lead && !trail;

/** Does a negation just before this symbol, in the same sentence, turn it round? */
export function isNegatedAt(symbols: Symbols, from: number): boolean {
  for (let at = from - 1; at >= Math.max(0, from - NEGATION_REACH); at--) {
    if (symbols.flags[at + 1]! & FLAG.afterStop) return false;
    if (symbols.flags[at]! & FLAG.negator) return true;
  }
  return false;
}

/** A hit whose words are there, apart from `wrong` ones; each may still be a near word. */
function hitOf(symbols: Symbols, from: number, to: number, wrong: number): Hit {
  let unlike = 0;
  for (let at = from; at < to; at++) if (symbols.flags[at]! & FLAG.near) unlike++;
  return { from, to, wrong, unlike };
}

/** A fragment found whole; null where it is one or two Chinese characters that only sound right, for those are other words. */
function wholeHit(symbols: Symbols, { codes }: Fragment, to: number): Hit | null {
  const from = to - codes.length;
  let homophones = 0;
  for (let i = 0; i < codes.length; i++) if (symbols.codes[from + i] !== codes[i]) homophones++;
  if (homophones > 0 && homophones * 3 > codes.length) return null;
  const hit = hitOf(symbols, from, to, 0);
  return homophones === 0 ? hit : { ...hit, unlike: hit.unlike + homophones };
}

/** A fragment of which one half was found, with one symbol wrong in the other. */
function halfHit(symbols: Symbols, { fragment, half, rest }: Use, end: number): Hit | null {
  const found = fragment.ids.length - rest.ids.length;
  if (half === 'first') {
    const to = alignWithOneEdit(symbols, end, rest, 1);
    return to === null ? null : hitOf(symbols, end - found, to, 1);
  }
  const from = alignWithOneEdit(symbols, end - found - 1, rest, -1);
  return from === null ? null : hitOf(symbols, from + 1, end, 1);
}

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
    const hits = this.findPieces(symbols);
    const found = new Map<number, PhraseMatch>();
    for (const [piece, list] of hits) {
      for (const phrase of this.index.startingWith[piece]!) {
        for (const hit of list) {
          const whole = isPlain(phrase) ? hit : this.extend(symbols, phrase, hit, hits);
          if (whole) this.accept(symbols, phrase, whole, found);
        }
      }
    }
    return [...found.values()].sort(
      (a, b) => a.fromChar - b.fromChar || b.toChar - a.toChar || b.exactness - a.exactness,
    );
  }

  /** By piece, the places where one of its fragments was heard, in order. */
  private findPieces(symbols: Symbols): Map<number, Hit[]> {
    const hits = new Map<number, Hit[]>();
    const { automaton, uses } = this.index;
    automaton.scan(symbols.ids, symbols.length, (pattern, end) => {
      for (const use of uses[pattern]!) {
        const hit = use.half ? halfHit(symbols, use, end) : wholeHit(symbols, use.fragment, end);
        if (!hit) continue;
        for (const piece of use.fragment.pieces) {
          const list = hits.get(piece);
          if (list) list.push(hit);
          else hits.set(piece, [hit]);
        }
      }
    });
    for (const list of hits.values()) if (list.length > 1) list.sort((a, b) => a.from - b.from || a.to - b.to);
    return hits;
  }

  /** Joins a phrase's pieces over its gaps, starting from a hit of its first piece; where one way leads nowhere, the next is tried. */
  private extend(symbols: Symbols, phrase: Phrase, first: Hit, hits: Map<number, Hit[]>): Hit | null {
    const from = phrase.lead ? reachBack(symbols, first.from, phrase.lead) : first.from;
    const whole = from === null ? null : this.joined(symbols, phrase, first, 1, hits);
    return whole && { ...whole, from: from! };
  }

  private joined(symbols: Symbols, phrase: Phrase, so: Hit, piece: number, hits: Map<number, Hit[]>): Hit | null {
    if (piece === phrase.pieces.length) {
      const end = phrase.trail ? reachOn(symbols, so.to, phrase.trail) : so.to;
      return end === null ? null : { ...so, to: end };
    }
    const list = hits.get(phrase.pieces[piece]!);
    if (!list) return null;
    const gap = phrase.between[piece - 1]!;
    for (let i = firstFrom(list, so.to); i < list.length && list[i]!.from - so.to <= gap.most; i++) {
      const { from, to, wrong, unlike } = list[i]!;
      if (!spansGap(symbols, so.to, from, gap)) continue;
      const longer = { from: so.from, to, wrong: so.wrong + wrong, unlike: so.unlike + unlike };
      const whole = this.joined(symbols, phrase, longer, piece + 1, hits);
      if (whole) return whole;
    }
    return null;
  }

  private accept(symbols: Symbols, phrase: Phrase, hit: Hit, found: Map<number, PhraseMatch>): void {
    const entry = this.index.entries[phrase.entry]!;
    if (!isForgiven(entry, symbols, hit)) return;
    if (entry.negation === 'reject' && isNegatedAt(symbols, hit.from)) return;
    const [fromChar, toChar] = [symbols.fromChar[hit.from]!, symbols.toChar[hit.to - 1]!];
    const exactness = 1 - (hit.wrong + hit.unlike) / (hit.to - hit.from + 1);
    const key = (phrase.entry * MOST_CHARS + fromChar) * MOST_CHARS + toChar;
    if ((found.get(key)?.exactness ?? 0) < exactness)
      found.set(key, { entry: entry.name, fromChar, toChar, exactness });
  }
}
