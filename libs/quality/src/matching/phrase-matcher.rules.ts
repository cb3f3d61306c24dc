import { reachBack, reachOn, spansGap } from './gaps.rules.js';
import { Hits } from './hits.rules.js';
import { alignWithOneEdit } from './nearness.rules.js';
import { PhraseIndex, type Half, type Phrase, type PhraseEntry } from './phrase-index.rules.js';
import { type Wear } from './wear.rules.js';
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
  /** Also takes short phrases that only sound right, for a recogniser that was seen to err. */
  readonly bySound?: boolean;
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

const EXACT = 1;
const BY_SOUND = 2;

/** Symbols of a stretch that are only near a word of the lexicon. */
function nearIn(symbols: Symbols, from: number, to: number): number {
  let near = 0;
  for (let at = from; at < to; at++) if (symbols.flags[at]! & FLAG.near) near++;
  return near;
}

/** Part of a phrase, or all of it, as it was heard. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly wrong: number;
  readonly unlike: number;
}

/** A short phrase with one symbol wrong is another phrase; a long one may be off by a third. */
function isForgiven(
  entry: PhraseEntry,
  symbols: Symbols,
  { from, to, wrong, unlike }: Stretch,
  bySound: boolean,
): boolean {
  const off = wrong + unlike;
  if (off === 0) return true;
  if (entry.forgive === 'nothing' || (wrong > 0 && entry.forgive !== 'words')) return false;
  const length = to - from;
  if (symbols.codes[from] === 0) return length > 1 && off <= Math.max(1, Math.floor(length / 3));
  if (bySound && wrong === 0) return (length > 2 || entry.forgive === 'sounds') && off * 2 <= length;
  return length > 3 && off <= Math.max(1, Math.floor(length / 3));
}

/** Finds the phrases of a lexicon in turns. Compile once, use for every call: reading phrases is slow, matching is one pass. */
export class PhraseMatcher {
  private readonly index: PhraseIndex;
  private readonly hits = new Hits();
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
  /** The matches of the text at hand, by entry and place: one number, which in most turns is a small one and costs no object. */
  private readonly found = new Map<number, PhraseMatch>();
  private places = 1;
  private bySound = false;
  /** By symbol of the text at hand: is it part of something known, exactly or only by sound? */
  private sounds = new Uint8Array(128);

  /** @throws Error naming the phrase that cannot be read */
  constructor(entries: readonly PhraseEntry[], classes: WordClasses) {
    this.index = new PhraseIndex(entries, classes);
    const pieces = this.index.calledUpBy.from.length - 1;
    this.heardIn = new Uint32Array(pieces);
    this.liveIn = new Uint32Array(pieces);
    this.liveFirst = new Int32Array(pieces);
    this.liveNext = new Int32Array(this.index.phrases.length);
  }

  /** The text as symbols, for checks that compare turns with one another. */
  symbols(text: string): Symbols {
    return this.index.alphabet.read(text);
  }

  /**
   * Every occurrence in the text, overlapping ones included, ordered by place. `symbols`: the text as read before.
   */
  match(
    text: string,
    symbols: Symbols = this.index.alphabet.read(text),
    { bySound = false, wear }: MatchOptions = {},
  ): PhraseMatch[] {
    this.bySound = bySound;
    this.findFragments(symbols);
    if (wear) this.countWear(symbols, wear);
    this.found.clear();
    this.places = text.length + 1;
    this.markPieces();
    this.linkLive();
    this.joinLive(symbols);
    const matches = [...this.found.values()];
    if (matches.length < 2) return matches;
    return matches.sort((a, b) => a.fromChar - b.fromChar || b.toChar - a.toChar || b.exactness - a.exactness);
  }

  private findFragments(symbols: Symbols): void {
    const { from, fragment, half } = this.index.uses;
    this.hits.clear(symbols.length);
    if (symbols.length > this.sounds.length) this.sounds = new Uint8Array(symbols.length * 2);
    this.sounds.fill(0, 0, symbols.length);
    this.text++;
    this.index.automaton.scan(symbols.ids, symbols.length, (pattern, end) => {
      for (let use = from[pattern]!; use < from[pattern + 1]!; use++) {
        const other = half[use]!;
        if (other === null) this.addWhole(symbols, fragment[use]!, end);
        else this.addHalf(symbols, fragment[use]!, other, end);
      }
    });
  }

  /** Adds a fragment found whole, unless it is one or two Chinese characters that only sound right, for those are other words. */
  private addWhole(symbols: Symbols, fragment: number, to: number): void {
    const { length, hasHan, codes, codesFrom } = this.index.table;
    const from = to - length[fragment]!;
    let homophones = 0;
    if (hasHan[fragment] === 1) {
      const shift = codesFrom[fragment]! - from;
      for (let at = from; at < to; at++) if (symbols.codes[at] !== codes[at + shift]) homophones++;
      if (to - from > 1 && homophones * 2 <= to - from) this.markSounds(symbols, from, to, shift);
      if (homophones * (this.bySound ? 2 : 3) > to - from) return;
    }
    this.hits.add(fragment, from, to, 0, homophones + nearIn(symbols, from, to));
  }

  private markSounds(symbols: Symbols, from: number, to: number, shift: number): void {
    const { codes } = this.index.table;
    for (let at = from; at < to; at++) this.sounds[at]! |= symbols.codes[at] === codes[at + shift] ? EXACT : BY_SOUND;
  }

  private countWear(symbols: Symbols, wear: Wear): void {
    for (let at = 0; at < symbols.length; at++) {
      const how = this.sounds[at]!;
      if (how !== 0) wear.known++;
      if (how === BY_SOUND) wear.bySound++;
    }
  }

  /** Adds a fragment of which one half was found, if the other is there with one symbol wrong. */
  private addHalf(symbols: Symbols, fragment: number, { which, rest }: Half, end: number): void {
    const start = end - (this.index.table.length[fragment]! - rest.ids.length);
    if (which === 'first') {
      const to = alignWithOneEdit(symbols, end, rest, 1);
      if (to !== null) this.hits.add(fragment, start, to, 1, nearIn(symbols, start, to));
      return;
    }
    const before = alignWithOneEdit(symbols, start - 1, rest, -1);
    if (before !== null) this.hits.add(fragment, before + 1, end, 1, nearIn(symbols, before + 1, end));
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
        const first = phrases[phrase]!.pieces[0]!;
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

  private joinLive(symbols: Symbols): void {
    const { hits, liveFirst, liveNext, liveIn, text } = this;
    const { phrases, startsOf } = this.index;
    for (let hit = 0; hit < hits.size; hit++) {
      const fragment = hits.fragmentOf(hit);
      const end = startsOf.from[fragment + 1]!;
      for (let at = startsOf.from[fragment]!; at < end; at++) {
        const piece = startsOf.all[at]!;
        if (liveIn[piece] !== text) continue;
        for (let phrase = liveFirst[piece]!; phrase >= 0; phrase = liveNext[phrase]!) {
          this.extend(symbols, phrases[phrase]!, hit);
        }
      }
    }
  }

  /** Joins a phrase's pieces over its gaps, starting from a hit of its first piece. */
  private extend(symbols: Symbols, phrase: Phrase, first: number): void {
    const { hits } = this;
    const start = hits.fromOf(first);
    const from = phrase.lead ? reachBack(symbols, start, phrase.lead) : start;
    if (from === null) return;
    this.join(symbols, phrase, 1, from, hits.toOf(first), hits.wrongOf(first), hits.unlikeOf(first));
  }

  /** Goes on from `to`; where one way leads nowhere, the next is tried. True when the whole phrase was there. */
  // eslint-disable-next-line max-params -- an object for every step would be most of the work
  private join(
    symbols: Symbols,
    phrase: Phrase,
    piece: number,
    from: number,
    to: number,
    wrong: number,
    unlike: number,
  ): boolean {
    if (piece === phrase.pieces.length) {
      const end = phrase.trail ? reachOn(symbols, to, phrase.trail) : to;
      if (end !== null) this.accept(symbols, phrase, { from, to: end, wrong, unlike });
      return end !== null;
    }
    const { hits, index } = this;
    const wanted = phrase.pieces[piece]!;
    const gap = phrase.between[piece - 1]!;
    for (let at = to + gap.least; at <= to + gap.most && at < symbols.length; at++) {
      for (let hit = hits.firstAt(at); hit >= 0; hit = hits.after(hit)) {
        if (!index.isChoice(wanted, hits.fragmentOf(hit)) || !spansGap(symbols, to, at, gap)) continue;
        const nowWrong = wrong + hits.wrongOf(hit);
        const nowUnlike = unlike + hits.unlikeOf(hit);
        if (this.join(symbols, phrase, piece + 1, from, hits.toOf(hit), nowWrong, nowUnlike)) return true;
      }
    }
    return false;
  }

  private accept(symbols: Symbols, phrase: Phrase, heard: Stretch): void {
    const entry = this.index.entries[phrase.entry]!;
    if (!isForgiven(entry, symbols, heard, this.bySound)) return;
    if (entry.negation === 'reject' && isNegatedAt(symbols, heard.from)) return;
    const fromChar = symbols.fromChar[heard.from]!;
    const toChar = symbols.toChar[heard.to - 1]!;
    const exactness = 1 - (heard.wrong + heard.unlike) / (heard.to - heard.from + 1);
    const key = (phrase.entry * this.places + fromChar) * this.places + toChar;
    const known = this.found.get(key);
    if (known === undefined ? exactness > 0 : known.exactness < exactness) {
      this.found.set(key, { entry: entry.name, fromChar, toChar, exactness });
    }
  }
}
