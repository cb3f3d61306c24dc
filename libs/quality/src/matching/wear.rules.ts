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

export const isWorn = ({ known, bySound }: Wear): boolean => bySound >= FEWEST && bySound >= WORN * known;
