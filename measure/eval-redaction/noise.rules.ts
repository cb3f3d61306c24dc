import { seededRandom } from '../bench/seeded-random.rules.js';
import { chance, pick } from './spoken-numbers.rules.js';
import { type MadeDialogue } from './corpus.js';

const HEARD: readonly [RegExp, readonly string[]][] = [
  [/[0-9]/, [...'0123456789']],
  [/[零一二三四五六七八九幺]/, [...'零一二三四五六七八九', '的', '气']],
];

/** The same dialogues as a worse recogniser would write them: a share of the digits in what is sensitive is another digit, or no digit. */
export function withNoise(dialogues: readonly MadeDialogue[], share: number, seed: number): MadeDialogue[] {
  const random = seededRandom(seed);
  return dialogues.map((dialogue) => {
    const turns = dialogue.turns.map(({ speaker, text }, turn) => {
      const signs = [...text].map((sign, at) => {
        const within = dialogue.planted.some((one) => one.turn === turn && one.fromChar <= at && at < one.toChar);
        const others = HEARD.find(([kind]) => kind.test(sign))?.[1];
        return within && others && chance(random, share) ? pick(random, others) : sign;
      });
      return { speaker, text: signs.join('') };
    });
    return { ...dialogue, turns };
  });
}
