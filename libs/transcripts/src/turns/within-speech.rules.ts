import type { Span } from '#contracts';

/**
 * What Whisper learnt from subtitles and writes where there is no speech: the endings of videos. Whole pieces only; a caller may say "thank you".
 */
const ENDINGS =
  /^(?:thanks? (?:you )?for watching|subtitles? by .*|.*amara\.org.*|(?:请)?(?:不吝)?点赞.*(?:订阅|转发|打赏).*|字幕(?:志愿者|by|由|制作).*|(?:谢谢|感谢)(?:大家)?(?:的)?(?:观看|收看|收听).*|明镜与点点.*)[.!。！]*$/iu;

export const isEndingOfVideo = (text: string): boolean => ENDINGS.test(text.trim());

/** A word that touches no speech within this was not said: recognisers fill pauses. */
const NEAR_MS = 400;

/** Recognisers stretch words over the pauses around them: a word is within the speech that it overlaps, if it overlaps any. */
export function withinSpeech({ fromMs, toMs }: Span, speech: readonly Span[]): Span {
  const over = speech.filter((span) => span.fromMs < toMs && span.toMs > fromMs);
  const [first, last] = [over[0], over.at(-1)];
  return first && last ? { fromMs: Math.max(fromMs, first.fromMs), toMs: Math.min(toMs, last.toMs) } : { fromMs, toMs };
}

/** Whether there is speech. Where no speech was looked for, nothing is doubted. */
export function touchesSpeech({ fromMs, toMs }: Span, speech: readonly Span[]): boolean {
  return speech.length === 0 || speech.some((span) => fromMs < span.toMs + NEAR_MS && toMs > span.fromMs - NEAR_MS);
}
