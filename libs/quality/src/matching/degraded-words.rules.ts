/**
 * How worn words are: of the Chinese characters that belong to something the lexicon knows, how many only sound like it. People who write, and
 * recognisers that hear well, put some two in a hundred otherwise than the lexicon does; of words whose every tenth character was replaced by a
 * homophone or lost it is seven, of every fifth eleven.
 */
export interface Wear {
  known: number;
  bySound: number;
}

/** From here on a short phrase that sounds right is more likely misheard than another word: measured, see ADR 0026. */
const WORN = 0.055;
/** One or two may be anything. */
const FEWEST = 3;

export const isDegraded = ({ known, bySound }: Wear): boolean => bySound >= FEWEST && bySound >= WORN * known;

const EXACT = 1;
const BY_SOUND = 2;

/** Of the characters of one text: which belong to something known, exactly or only by sound. Used again for the next text. */
export class Sounds {
  private how = new Uint8Array(128);
  private length = 0;

  clear(length: number): void {
    if (length > this.how.length) this.how = new Uint8Array(length * 2);
    this.how.fill(0, 0, length);
    this.length = length;
  }

  /** Something known was heard from `from` to `to`; its own characters are in `said`, `shift` further on. */
  mark(heard: readonly number[], said: Int32Array, from: number, to: number, shift: number): void {
    for (let at = from; at < to; at++) this.how[at]! |= heard[at] === said[at + shift] ? EXACT : BY_SOUND;
  }

  countInto(wear: Wear): void {
    for (let at = 0; at < this.length; at++) {
      const how = this.how[at]!;
      if (how !== 0) wear.known++;
      if (how === BY_SOUND) wear.bySound++;
    }
  }
}
