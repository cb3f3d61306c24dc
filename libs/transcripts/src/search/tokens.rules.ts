import { type Speaker, type Transcript } from '#contracts';
import { joins, readUnits, type Unit } from './legible-text.rules.js';
import { readNumericUnits } from './numeric-text.rules.js';

/** Raised when the same words give other tokens: what was indexed before is then indexed again. */
export const TOKEN_RULES = 2;

const SPEAKER_CODE: Record<Speaker, number> = { unknown: 0, agent: 1, customer: 2 };
const SPEAKERS = 4;

/** A turn and who speaks in it as one number, so that a list of them stays small. */
export const placeOf = (turn: number, speaker: Speaker): number => turn * SPEAKERS + SPEAKER_CODE[speaker];
export const turnOfPlace = (place: number): number => Math.floor(place / SPEAKERS);
/** The speaker in the last two bits of a place. */
export const speakerCode = (speaker: Speaker): number => SPEAKER_CODE[speaker];
/** Bit of a speaker in the `said_by` of old postings. */
export const speakerBit = (speaker: Speaker): number => 1 << SPEAKER_CODE[speaker];

const PAIR = 'p:';
const WORD = 'w:';
const lastOf = (text: string): string => [...text].at(-1)!;
const firstOf = (text: string): string => [...text][0]!;

/**
 * What a text is found by: every pair of neighbouring characters of which one is Han, and every word. A pair at the edge of a word takes the
 * word's nearest character, so that part of "5G套餐" finds it as a substring does.
 */
export function tokensIn(units: readonly Unit[]): Set<string> {
  const tokens = new Set<string>();
  units.forEach((unit, i) => {
    if (!unit.han) tokens.add(WORD + unit.text);
    const before = units[i - 1];
    if (before && joins(before, unit) && (before.han || unit.han)) {
      tokens.add(PAIR + lastOf(before.text) + firstOf(unit.text));
    }
  });
  return tokens;
}

/** What a text is found by as it stands, and with its numbers in figures. */
export function tokensOf(text: string): Set<string> {
  const plain = readUnits(text);
  const numeric = readNumericUnits(text, plain);
  return numeric ? new Set([...tokensIn(plain), ...tokensIn(numeric)]) : tokensIn(plain);
}

/** Where each token of a transcript was said: places in order. Give it the masked words: what may not be read must not be found. */
export function tokensOfTranscript({ turns }: Pick<Transcript, 'turns'>): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const { index, speaker, text } of turns) {
    const place = placeOf(index, speaker);
    for (const token of tokensOf(text)) {
      const list = places.get(token);
      if (list) list.push(place);
      else places.set(token, [place]);
    }
  }
  return places;
}
