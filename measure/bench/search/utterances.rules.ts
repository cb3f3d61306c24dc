import { seededRandom } from '../seeded-random.rules.js';

/** Words that the language of the bench has; the first are said most, as in every language (Zipf's law). */
const VOCABULARY = 20_000;
const WORDS_IN_UTTERANCE = { least: 5, most: 11 };

/**
 * Sentences of made-up Mandarin: words of two characters out of the 3,755 common ones, the first word of the list some ten thousand times
 * as frequent as the last. No real words, and the same in every run.
 */
export function* madeUpUtterances(seed: number): Generator<string, never> {
  const random = seededRandom(seed);
  const characters = commonCharacters();
  const pick = () => characters[Math.floor(random() * characters.length)]!;
  const words = Array.from({ length: VOCABULARY }, () => pick() + pick());
  // An exponent of the size of the vocabulary, evenly drawn, gives rank r a share of about 1/r.
  const word = () => words[Math.floor(VOCABULARY ** random()) - 1]!;
  const { least, most } = WORDS_IN_UTTERANCE;
  for (;;) {
    const count = least + Math.floor(random() * (most - least + 1));
    yield Array.from({ length: count }, word).join('');
  }
}

/** Level one of GB 2312: the characters of everyday use. */
function commonCharacters(): string[] {
  const decoder = new TextDecoder('gb18030', { fatal: true });
  const characters: string[] = [];
  for (let row = 0xb0; row <= 0xd7; row++) {
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell++) {
      characters.push(decoder.decode(Uint8Array.of(row, cell)));
    }
  }
  return characters;
}
