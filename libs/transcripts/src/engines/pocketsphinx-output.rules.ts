import type { SpokenWord } from '../turns/spoken-word.js';

export type PocketsphinxReading = { ok: true; words: SpokenWord[] } | { ok: false; line: number; problem: string };

/** A word, seconds from and to, posterior probability: `calling 1.940 2.450 0.999700`. */
const TIMED = /^(\S+) (\d+\.\d{3}) (\d+\.\d{3}) (-?\d+\.\d+)$/;
/** Sentence marks, silence and noises: `<s>`, `<sil>`, `[NOISE]`, `++NOISE++`. */
const NOT_A_WORD = /^(<.*>|\[.*\]|\+\+.*\+\+)$/;
/** Which of several pronunciations was heard, as in `for(3)`, is of no interest. */
const PRONUNCIATION = /\(\d+\)$/;
/** The last frame may end a little after the last sample. */
const OVERRUN_MS = 100;

/**
 * Reads what `pocketsphinx_continuous -time yes` prints: for each utterance one line of plain text, then one line for each word with its
 * times. Anything else is rubbish, told by line and never quoted. Times come out in milliseconds from the start of the recording.
 */
export function readPocketsphinxOutput(output: string, chunk: { fromMs: number; toMs: number }): PocketsphinxReading {
  const words: SpokenWord[] = [];
  const lines = output.split('\n');
  let reachedMs = 0;
  for (const [index, line] of lines.entries()) {
    const rubbish = (problem: string): PocketsphinxReading => ({ ok: false, line: index + 1, problem });
    if (line === '') continue;
    const timed = TIMED.exec(line);
    if (!timed) {
      if (TIMED.test(lines[index + 1] ?? '')) continue;
      return rubbish('text without times');
    }
    const [, token = '', from = '', to = '', posterior = ''] = timed;
    const [fromMs, toMs] = [Math.round(Number(from) * 1000), Math.round(Number(to) * 1000)];
    if (fromMs < reachedMs || toMs < fromMs) return rubbish('time runs backwards');
    if (chunk.fromMs + toMs > chunk.toMs + OVERRUN_MS) return rubbish('time beyond the sound');
    reachedMs = fromMs;
    if (NOT_A_WORD.test(token)) continue;
    words.push({
      text: token.replace(PRONUNCIATION, ''),
      fromMs: chunk.fromMs + fromMs,
      toMs: Math.min(chunk.fromMs + toMs, chunk.toMs),
      confidence: Math.min(1, Math.max(0, Number(posterior))),
    });
  }
  return { ok: true, words };
}
