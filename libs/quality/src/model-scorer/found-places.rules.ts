import { type ModelAnswer, type ModelReply, type Transcript } from '#contracts';

/** Letters, digits and masks: what a quote may not change. Case, space and punctuation say nothing of where it was taken from. */
const TOLD = /[\p{L}\p{N}■]/u;
/** One letter occurs in any turn. */
const LEAST = 2;

interface Told {
  readonly text: string;
  /** For each unit of `text`, where its character begins and ends. */
  readonly from: readonly number[];
  readonly to: readonly number[];
}

function toldOf(text: string): Told {
  const [parts, from, to]: [string[], number[], number[]] = [[], [], []];
  let at = 0;
  for (const char of text) {
    if (TOLD.test(char)) {
      const plain = char.normalize('NFKC').toLowerCase();
      parts.push(plain);
      for (let unit = 0; unit < plain.length; unit += 1) {
        from.push(at);
        to.push(at + char.length);
      }
    }
    at += char.length;
  }
  return { text: parts.join(''), from, to };
}

function placeOf(text: string, quote: string): { fromChar: number; toChar: number } | null {
  const [turn, wanted] = [toldOf(text), toldOf(quote).text];
  if (wanted.length === 0 || (wanted.length < LEAST && wanted !== turn.text)) return null;
  const at = turn.text.indexOf(wanted);
  return at < 0 ? null : { fromChar: turn.from[at]!, toChar: turn.to[at + wanted.length - 1]! };
}

/**
 * A reply with the places of its quotes. What the model says the agent did must be quoted from the agent: the customer cannot do it for them by saying
 * so.
 *
 * @param turns as they were sent
 * @returns null where a quote is not in its turn, or nothing is quoted that an outcome could rest on
 */
export function foundPlaces(
  { outcome, cited, confidence }: ModelReply,
  turns: Transcript['turns'],
): ModelAnswer | null {
  if (outcome === 'insufficient') return { outcome, cited: [], confidence };
  const places = cited.map(({ turn, quote }) => {
    const found = turns[turn] && placeOf(turns[turn].text, quote);
    return found ? { turn, ...found } : null;
  });
  const found = places.filter((place) => place !== null);
  if (found.length === 0 || found.length < places.length) return null;
  if (outcome === 'met' && !found.some(({ turn }) => turns[turn]!.speaker === 'agent')) return null;
  return { outcome, cited: found.sort((a, b) => a.turn - b.turn || a.fromChar - b.fromChar), confidence };
}
