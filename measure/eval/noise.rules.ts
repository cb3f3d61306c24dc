import { type Labelled } from './labelled.js';

/** What a recogniser does to words: a share of them comes out as others that sound like them, or not at all. The same for the same seed. */
export interface NoiseSource {
  /** The reading of a Chinese character, without its tone. */
  syllableOf(char: string): string;
  random(): number;
}

const HAN = /[\u4e00-\u9fff]/;
const WORD = /[a-z']+/gi;

/** What is left of an English word in noise: its first sound and its consonants. */
const skeleton = (word: string): string =>
  word.toLowerCase().slice(0, 1) +
  word
    .toLowerCase()
    .slice(1)
    .replace(/[aeiouhwy']/g, '')
    .replace(/(.)\1+/g, '$1');

/** Everything that sounds like something else, out of the words of some dialogues. */
export class Confusions {
  private readonly alike = new Map<string, string[]>();

  constructor(
    dialogues: readonly Labelled[],
    private readonly source: NoiseSource,
  ) {
    const words = new Set<string>();
    for (const { text } of dialogues.flatMap(({ turns }) => turns)) {
      for (const char of text) if (HAN.test(char)) words.add(char);
      for (const [word] of text.matchAll(WORD)) words.add(word.toLowerCase());
    }
    for (const word of [...words].sort()) {
      const key = this.keyOf(word);
      const list = this.alike.get(key);
      if (list) list.push(word);
      else this.alike.set(key, [word]);
    }
  }

  /** Another word that sounds like this one; the same word where there is none. */
  instead(word: string): string {
    const others = (this.alike.get(this.keyOf(word)) ?? []).filter((other) => other !== word.toLowerCase());
    return others.length === 0 ? word : others[Math.floor(this.source.random() * others.length)]!;
  }

  private keyOf(word: string): string {
    return HAN.test(word) ? this.source.syllableOf(word) : skeleton(word);
  }
}

/** A copy with `share` (0–1) of its Chinese characters and English words replaced by sound, or dropped: half and half. */
export function withNoise(dialogue: Labelled, share: number, confusions: Confusions, random: () => number): Labelled {
  const change = (word: string): string => {
    if (random() >= share) return word;
    return random() < 0.5 ? '' : confusions.instead(word);
  };
  const noisy = (text: string): string => text.replace(/[\u4e00-\u9fff]|[a-z']+/gi, change);
  return { ...dialogue, turns: dialogue.turns.map((turn) => ({ ...turn, text: noisy(turn.text) })) };
}
