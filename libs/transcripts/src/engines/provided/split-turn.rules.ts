import type { ProvidedTurn, ProvidedWord } from './provided-words.js';

/** Where each word is in the text, as [from, to) in UTF-16 units; null when the words are not those of the text. */
export function findWords(text: string, words: readonly Pick<ProvidedWord, 'text'>[]): [number, number][] | null {
  const places: [number, number][] = [];
  let from = 0;
  for (const word of words) {
    const at = text.indexOf(word.text, from);
    // Between two words are spaces and marks; anything else was skipped, so these are not the words of this text.
    if (at < 0 || /[\p{L}\p{N}]/u.test(text.slice(from, at))) return null;
    from = at + word.text.length;
    places.push([at, from]);
  }
  return places;
}

/** Who speaks a word, or what tells who; null for a word that nothing tells, which goes with the one before. */
export type Voice = Pick<ProvidedTurn, 'speaker' | 'label'>;

/**
 * Cuts a turn where its speaker changes. Recognisers end a segment at a pause or a sentence, and two people may share one: taken whole, the
 * words of one would be put into the other's mouth.
 * @param voices of each word
 * @returns null when no word has a voice, or the words are not those of the text
 */
export function splitTurn(turn: ProvidedTurn, voices: readonly (Voice | null)[]): ProvidedTurn[] | null {
  const words = turn.words ?? [];
  const first = voices.find((voice) => voice !== null);
  const places = first && findWords(turn.text, words);
  if (!first || !places) return null;
  const runs: { voice: Voice; from: number; to: number }[] = [];
  for (const at of words.keys()) {
    const voice = voices[at] ?? runs.at(-1)?.voice ?? first;
    const last = runs.at(-1);
    if (last && last.voice.speaker === voice.speaker && last.voice.label === voice.label) last.to = at + 1;
    else runs.push({ voice, from: at, to: at + 1 });
  }
  return runs.map(({ voice, from, to }, at) => {
    const begin = at === 0 ? 0 : (places[from]?.[0] ?? 0);
    const end = at === runs.length - 1 ? turn.text.length : (places[to]?.[0] ?? turn.text.length);
    const said = words.slice(from, to);
    return {
      speaker: voice.speaker,
      ...(voice.label !== undefined && { label: voice.label }),
      fromMs: at === 0 ? turn.fromMs : (said[0]?.fromMs ?? turn.fromMs),
      toMs: at === runs.length - 1 ? turn.toMs : (said.at(-1)?.toMs ?? turn.toMs),
      text: turn.text.slice(begin, end).trim(),
      words: said,
    };
  });
}
