import type { SpokenWord } from './spoken-word.js';

const FULL_SCALE = 32_768;
/** Nothing is quieter, dB. */
const SILENT_DB = -100;
/** A word's times are good to a few hundredths of a second, and of a short one half may be a pause: its loud part tells how loud it is. */
const SLICE_MS = 20;

/** Sound of one channel from a moment on. */
interface Piece {
  fromMs: number;
  samples: Int16Array;
}

/** Adds to each word how loud its loudest slice is, dB below full scale, as far as its sound is there. */
export function withLevels(words: readonly SpokenWord[], pieces: readonly Piece[], sampleRate: number): SpokenWord[] {
  return words.map((word) => {
    const levels = pieces.flatMap((piece) => levelIn(piece, word, sampleRate) ?? []);
    return levels.length === 0 ? word : { ...word, level: Math.max(...levels) };
  });
}

function levelIn({ fromMs, samples }: Piece, word: SpokenWord, sampleRate: number): number | null {
  const at = (ms: number): number => Math.round(((ms - fromMs) * sampleRate) / 1000);
  const [from, to] = [Math.max(0, at(word.fromMs)), Math.min(samples.length, at(word.toMs))];
  if (to <= from) return null;
  const step = Math.round((SLICE_MS * sampleRate) / 1000);
  let most = 0;
  for (let start = from; start < to; start += step) {
    const end = Math.min(start + step, to);
    let sum = 0;
    for (let i = start; i < end; i += 1) sum += samples[i]! * samples[i]!;
    most = Math.max(most, sum / (end - start));
  }
  const level = 10 * Math.log10(most / FULL_SCALE ** 2 + 1e-12);
  return Math.round(Math.max(SILENT_DB, level) * 10) / 10;
}
