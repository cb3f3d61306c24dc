import type { SpokenWord } from '../turns/spoken-word.js';

export type PocketsphinxReading = { ok: true; words: SpokenWord[] } | { ok: false; line: number; problem: string };

/** An utterance's place in the recording, in milliseconds. */
export interface Place {
  fromMs: number;
  toMs: number;
}

/** NIST CTM as `pocketsphinx_batch -ctm` writes it: utterance, channel, start and length in seconds, word, posterior probability. */
const TIMED = /^u(\d+) 1 (\d+\.\d+) (\d+\.\d+) (\S+) (-?\d+\.\d+)$/;
/** Sentence marks, silence and noises: `<s>`, `<sil>`, `[NOISE]`, `++NOISE++`. */
const NOT_A_WORD = /^(<.*>|\[.*\]|\+\+.*\+\+)$/;
/** Which of several pronunciations was heard, as in `for(3)`, is of no interest. */
const PRONUNCIATION = /\(\d+\)$/;
/** The last frame may end a little after the last sample. */
const OVERRUN_MS = 150;

/**
 * Reads the words of a chunk whose utterances are numbered in order. Anything that a working engine would not write is rubbish, told by
 * line and never quoted. Times come out in milliseconds from the start of the recording.
 */
export function readPocketsphinxOutput(output: string, utterances: readonly Place[]): PocketsphinxReading {
  const words: SpokenWord[] = [];
  let reachedMs = 0;
  for (const [index, line] of output.split('\n').entries()) {
    const rubbish = (problem: string): PocketsphinxReading => ({ ok: false, line: index + 1, problem });
    if (line === '') continue;
    const [, number = '', start = '', length = '', token = '', posterior = ''] = TIMED.exec(line) ?? [];
    const place = utterances[Number(number)];
    if (number === '' || !place) return rubbish('not a timed word');
    const fromMs = place.fromMs + Math.round(Number(start) * 1000);
    const toMs = fromMs + Math.round(Number(length) * 1000);
    if (fromMs < reachedMs) return rubbish('time runs backwards');
    if (toMs > place.toMs + OVERRUN_MS) return rubbish('time beyond the sound');
    reachedMs = fromMs;
    if (NOT_A_WORD.test(token)) continue;
    const confidence = Math.min(1, Math.max(0, Number(posterior)));
    words.push({ text: token.replace(PRONUNCIATION, ''), fromMs, toMs: Math.min(toMs, place.toMs), confidence });
  }
  return { ok: true, words };
}
