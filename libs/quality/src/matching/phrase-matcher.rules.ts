import { Finds } from './finds.rules.js';
import { reachBack, reachOn, spansGap } from './gaps.rules.js';
import { Hits } from './hits.rules.js';
import { alignWithOneEdit } from './nearness.rules.js';
import { PhraseIndex, type Half, type PhraseEntry } from './phrase-index.rules.js';
import { Sounds, type Wear } from './degraded-words.rules.js';
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

export interface MatchOptions {
  /**
   * Also takes short phrases that only sound right, for a recogniser that was seen to err. `wholly`: whatever could be one of the phrases by its
   * sound alone, to ask about and never to decide by.
   */
  readonly bySound?: boolean | 'wholly';
  /** Is told how much of what was heard only sounds right. */
  readonly wear?: Wear;
}

/** A negation this near, in symbols, turns what follows it round. */
const NEGATION_REACH = 3;

/** Does a negation just before this symbol, in the same sentence, turn it round? */
export function isNegatedAt(symbols: Symbols, from: number): boolean {
  for (let at = from - 1; at >= Math.max(0, from - NEGATION_REACH); at--) {
    if (symbols.flags[at + 1]! & FLAG.afterStop) return false;
    if (symbols.flags[at]! & FLAG.negator) return true;
  }
  return false;
}

const FORGIVES = { nothing: 0, sounds: 1, words: 2 } as const;

/** Finds the phrases of a lexicon in turns. Compile once, use for every call: reading phrases is slow, matching is one pass. */
export class PhraseMatcher {
  private readonly index: PhraseIndex;
  /** By entry: its name, what it forgives, and whether a negation before it turns it round. */
  readonly names: readonly string[];
  private readonly numbers: ReadonlyMap<string, number>;
  private readonly forgive: Uint8Array;
  private readonly rejectsNegation: Uint8Array;
  private readonly hits = new Hits();
  private readonly finds: Finds;
  /** By piece, the number of the last text that it was heard in: a phrase is worth joining only where all its rare pieces are. */
  private readonly heardIn: Uint32Array;
  private text = 0;
  /** The rare pieces of the text at hand, each once. */
  private readonly heard: number[] = [];
  /** The phrases that may be in it, linked by first piece: the first of a piece, and the one after a phrase; −1 ends. */
  private readonly liveFirst: Int32Array;
  private readonly liveNext: Int32Array;
  /** By piece, the number of the last text that such a phrase starts with it in. */
  private readonly liveIn: Uint32Array;
  /** The text at hand. */
  private said: Symbols = { length: 0, ids: [], codes: [], fromChar: [], toChar: [], flags: [], words: [], keys: [] };
  private anyNear = false;
  private bySound: boolean | 'wholly' = false;
  private readonly sounds = new Sounds();
  private wear: Wear | undefined;

  /** @throws Error naming the phrase that cannot be read */
  constructor(entries: readonly PhraseEntry[], classes: WordClasses) {
    this.index = new PhraseIndex(entries, classes);
    this.names = entries.map(({ name }) => name);
    this.numbers = new Map(this.names.map((name, entry) => [name, entry]));
    this.forgive = Uint8Array.from(entries, ({ forgive }) => FORGIVES[forgive]);
    this.rejectsNegation = Uint8Array.from(entries, ({ negation }) => (negation === 'reject' ? 1 : 0));
    this.finds = new Finds(entries.length);
    const pieces = this.index.calledUpBy.from.length - 1;
    this.heardIn = new Uint32Array(pieces);
    this.liveIn = new Uint32Array(pieces);
    this.liveFirst = new Int32Array(pieces);
    this.liveNext = new Int32Array(this.index.phrases.entry.length);
  }

  /** The number of an entry; undefined where there is none of that name. */
  indexOf(name: string): number | undefined {
    return this.numbers.get(name);
  }

  /** The text as symbols, for checks that compare turns with one another. */
  symbols(text: string): Symbols {
    return this.index.alphabet.read(text);
  }

  /** Every occurrence in the text, overlapping ones included, ordered by place. */
  match(text: string, options: MatchOptions = {}): PhraseMatch[] {
    const finds = this.find(this.symbols(text), options);
    const matches = Array.from({ length: finds.size }, (_, find): PhraseMatch => ({
      entry: this.names[finds.entryOf(find)]!,
      fromChar: finds.fromOf(find),
      toChar: finds.toOf(find),
      exactness: finds.exactnessOf(find),
    }));
    return matches.sort((a, b) => a.fromChar - b.fromChar || b.toChar - a.toChar || b.exactness - a.exactness);
  }

  /** Every occurrence, in no order. What is returned is used again for the next text. */
  find(symbols: Symbols, { bySound = false, wear }: MatchOptions = {}): Finds {
    this.said = symbols;
    this.bySound = bySound;
    this.wear = wear;
    this.text++;
    this.finds.clear();
    this.findFragments();
    this.takeWhole();
    this.markPieces();
    if (this.heard.length === 0) return this.finds;
    this.linkLive();
    this.joinLive();
    return this.finds;
  }

  private findFragments(): void {
    const { said: symbols, wear } = this;
    const { from, fragment, half, halves } = this.index.uses;
    this.hits.clear(symbols.length);
    this.anyNear = false;
    for (let at = 0; at < symbols.length; at++) if ((symbols.flags[at]! & FLAG.near) !== 0) this.anyNear = true;
    if (wear) this.sounds.clear(symbols.length);
    this.index.automaton.scan(symbols.ids, symbols.length, (pattern, end) => {
      for (let use = from[pattern]!; use < from[pattern + 1]!; use++) {
        const other = half[use]!;
        if (other < 0) this.addWhole(fragment[use]!, end);
        else this.addHalf(fragment[use]!, halves[other]!, end);
      }
    });
    if (wear) this.sounds.countInto(wear);
  }

  /** Adds a fragment found whole, unless it is one or two Chinese characters that only sound right, for those are other words. */
  private addWhole(fragment: number, to: number): void {
    const { length, hasHan, codes, codesFrom } = this.index.table;
    const from = to - length[fragment]!;
    let homophones = 0;
    if (hasHan[fragment] === 1) {
      const heard = this.said.codes;
      const shift = codesFrom[fragment]! - from;
      for (let at = from; at < to; at++) if (heard[at] !== codes[at + shift]) homophones++;
      if (this.wear && to - from > 1 && homophones * 2 <= to - from) this.sounds.mark(heard, codes, from, to, shift);
      // A syllable alone has too many homophones.
      if (homophones * (this.bySound === 'wholly' && to - from > 1 ? 1 : this.bySound ? 2 : 3) > to - from) return;
    }
    this.hits.add(fragment, from, to, 0, homophones + this.nearIn(from, to));
  }

  /** Adds a fragment of which one half was found, if the other is there with one symbol wrong. */
  private addHalf(fragment: number, { which, rest }: Half, end: number): void {
    const { said: symbols } = this;
    const start = end - (this.index.table.length[fragment]! - rest.ids.length);
    if (which === 'first') {
      const to = alignWithOneEdit(symbols, end, rest, 1);
      if (to !== null) this.hits.add(fragment, start, to, 1, this.nearIn(start, to));
      return;
    }
    const before = alignWithOneEdit(symbols, start - 1, rest, -1);
    if (before !== null) this.hits.add(fragment, before + 1, end, 1, this.nearIn(before + 1, end));
  }

  /** Symbols of a stretch that are only near a word of the lexicon. */
  private nearIn(from: number, to: number): number {
    if (!this.anyNear) return 0;
    const { flags } = this.said;
    let near = 0;
    for (let at = from; at < to; at++) if (flags[at]! & FLAG.near) near++;
    return near;
  }

  /** What is a phrase on its own needs no joining. */
  private takeWhole(): void {
    const { hits } = this;
    const { from, all } = this.index.alone;
    for (let hit = 0; hit < hits.size; hit++) {
      const fragment = hits.fragmentOf(hit);
      const end = from[fragment + 1]!;
      for (let at = from[fragment]!; at < end; at++)
        this.accept(all[at]!, hits.fromOf(hit), hits.toOf(hit), hits.wrongOf(hit), hits.unlikeOf(hit));
    }
  }

  private markPieces(): void {
    const { hits, heard, heardIn, text } = this;
    const { from, all } = this.index.rareOf;
    heard.length = 0;
    for (let hit = 0; hit < hits.size; hit++) {
      const fragment = hits.fragmentOf(hit);
      const end = from[fragment + 1]!;
      for (let at = from[fragment]!; at < end; at++) {
        const piece = all[at]!;
        if (heardIn[piece] === text) continue;
        heardIn[piece] = text;
        heard.push(piece);
      }
    }
  }

  /** Once for a piece, however often it was heard. */
  private linkLive(): void {
    const { heard, liveFirst, liveNext, liveIn, text } = this;
    const { calledUpBy, phrases } = this.index;
    for (let i = 0; i < heard.length; i++) {
      const piece = heard[i]!;
      const end = calledUpBy.from[piece + 1]!;
      for (let at = calledUpBy.from[piece]!; at < end; at++) {
        const phrase = calledUpBy.all[at]!;
        if (!this.mayBeThere(phrase)) continue;
        const first = phrases.pieces[phrases.piecesFrom[phrase]!]!;
        liveNext[phrase] = liveIn[first] === text ? liveFirst[first]! : -1;
        liveIn[first] = text;
        liveFirst[first] = phrase;
      }
    }
  }

  private mayBeThere(phrase: number): boolean {
    const { from, all } = this.index.rareIn;
    const end = from[phrase + 1]!;
    for (let at = from[phrase]!; at < end; at++) if (this.heardIn[all[at]!] !== this.text) return false;
    return true;
  }

  private joinLive(): void {
    const { hits, liveFirst, liveNext, liveIn, text } = this;
    const { from, all } = this.index.startsOf;
    for (let hit = 0; hit < hits.size; hit++) {
      const fragment = hits.fragmentOf(hit);
      const end = from[fragment + 1]!;
      for (let at = from[fragment]!; at < end; at++) {
        const piece = all[at]!;
        if (liveIn[piece] !== text) continue;
        for (let phrase = liveFirst[piece]!; phrase >= 0; phrase = liveNext[phrase]!) this.extend(phrase, hit);
      }
    }
  }

  /** Joins a phrase's pieces over its gaps, starting from a hit of its first piece. */
  private extend(phrase: number, first: number): void {
    const { hits } = this;
    const { lead, piecesFrom } = this.index.phrases;
    const start = hits.fromOf(first);
    const gap = lead[phrase]!;
    const from = gap ? reachBack(this.said, start, gap) : start;
    if (from === null) return;
    this.join(phrase, piecesFrom[phrase]! + 1, from, hits.toOf(first), hits.wrongOf(first), hits.unlikeOf(first));
  }

  /** Goes on from `to`; where one way leads nowhere, the next is tried. True when the whole phrase was there. */
  // eslint-disable-next-line max-params -- an object for every step would be most of the work
  private join(phrase: number, piece: number, from: number, to: number, wrong: number, unlike: number): boolean {
    const { hits, index, said: symbols } = this;
    const { piecesFrom, pieces, gaps, trail, entry } = index.phrases;
    if (piece === piecesFrom[phrase + 1]) {
      const last = trail[phrase]!;
      const end = last ? reachOn(symbols, to, last) : to;
      if (end !== null) this.accept(entry[phrase]!, from, end, wrong, unlike);
      return end !== null;
    }
    const wanted = pieces[piece]!;
    const gap = gaps[piece]!;
    for (let at = to + gap.least; at <= to + gap.most && at < symbols.length; at++) {
      for (let hit = hits.firstAt(at); hit >= 0; hit = hits.after(hit)) {
        if (!index.isChoice(wanted, hits.fragmentOf(hit)) || !spansGap(symbols, to, at, gap)) continue;
        const nowWrong = wrong + hits.wrongOf(hit);
        const nowUnlike = unlike + hits.unlikeOf(hit);
        if (this.join(phrase, piece + 1, from, hits.toOf(hit), nowWrong, nowUnlike)) return true;
      }
    }
    return false;
  }

  /** `wrong`: whole symbols replaced, put in or left out; `unlike`: symbols that only sound right. */
  private accept(entry: number, from: number, to: number, wrong: number, unlike: number): void {
    const { said: symbols } = this;
    if (wrong + unlike > 0 && !this.isForgiven(this.forgive[entry]!, from, to, wrong, wrong + unlike)) return;
    if (this.rejectsNegation[entry] === 1 && isNegatedAt(symbols, from)) return;
    const exactness = 1 - (wrong + unlike) / (to - from + 1);
    this.finds.add(entry, symbols.fromChar[from]!, symbols.toChar[to - 1]!, exactness);
  }

  /** A short phrase with one symbol wrong is another phrase; a long one may be off by a third. */
  private isForgiven(forgive: number, from: number, to: number, wrong: number, off: number): boolean {
    if (this.bySound === 'wholly' && wrong === 0) return to - from > 1;
    if (forgive === FORGIVES.nothing || (wrong > 0 && forgive !== FORGIVES.words)) return false;
    const length = to - from;
    if (this.said.codes[from] === 0) return length > 1 && off <= Math.max(1, Math.floor(length / 3));
    if (this.bySound && wrong === 0) return (length > 2 || forgive === FORGIVES.sounds) && off * 2 <= length;
    return length > 3 && off <= Math.max(1, Math.floor(length / 3));
  }
}
