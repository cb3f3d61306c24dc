import { type Evidence } from '#contracts';
import { symbolsIn } from '../conversation/stretches.rules.js';
import { type CallView } from './call-view.rules.js';

/** Surer words than this are what was said, whatever else they sound like. */
const SURE_OF_WORDS = 0.9;
/** Of fewer symbols, what sounds like something else is met by chance. */
const CHANCE_SYLLABLES = 3;

/**
 * Whether words of the speaker, unsure each of them, sound like what was looked for: 载回 is how a recogniser writes 再会. What the lexicon reads as
 * it is written is that: 找经理 is no 敬礼. A sound as short as a word is met by chance within a sentence (找金里也是一样的), and counts at an end of
 * the turn only.
 */
export function soundsSaid(call: CallView, absence: Evidence): boolean {
  if (absence.kind !== 'absence') return false;
  const { fromTurn, toTurn, lookedFor } = absence;
  const { speaker } = call.turns[fromTurn]!;
  return call.soundingLike(lookedFor).some((one) => {
    const { turn, fromChar, toChar } = one;
    const by = call.turns[turn]!;
    if (turn < fromTurn || turn > toTurn || by.speaker !== speaker) return false;
    const { from, to } = symbolsIn(call, one);
    const isWithin = from > 0 && to < call.symbolsOf(turn).fromChar.length;
    if (isWithin && to - from < CHANCE_SYLLABLES) return false;
    const words = by.words.filter((word) => word.fromChar < toChar && word.toChar > fromChar);
    return words.length > 0 && words.every(({ confidence }) => (confidence ?? 1) < SURE_OF_WORDS);
  });
}
