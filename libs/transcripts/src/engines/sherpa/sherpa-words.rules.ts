import { z } from 'zod';
import { spreadWords } from '../../turns/spread-words.rules.js';
import type { SpokenWord } from '../../turns/spoken-word.js';

const numbers = z.array(z.number()).max(10_000);

/** What sherpa-onnx says it heard (`getResult`): seconds from the start of what it was given, units of the model, natural logarithms. */
export const sherpaResultSchema = z.object({
  text: z.string().max(100_000),
  tokens: z.array(z.string()).max(10_000).default([]),
  timestamps: numbers.default([]),
  durations: numbers.default([]),
  ys_log_probs: numbers.default([]),
  lang: z.string().default(''),
});
export type SherpaResult = z.infer<typeof sherpaResultSchema>;

/** A unit is not said for longer than this, however late the next one comes. */
const LONGEST_UNIT_MS = 600;
const PUNCTUATION = /^[\p{P}\p{S}]+$/u;

interface Unit {
  text: string;
  /** It begins a word. */
  begins: boolean;
  fromMs: number;
  toMs: number;
  confidence: number | null;
}

/**
 * Words of one utterance that lies from `fromMs` to `toMs` in the recording. Where the units do not spell the text (models that write bytes,
 * or tell no times) the words of the text are spread over the utterance instead, without confidence.
 */
export function wordsOf(result: SherpaResult, place: { fromMs: number; toMs: number }): SpokenWord[] {
  const language = languageOf(result.lang);
  const units = unitsOf(result, place);
  const words: SpokenWord[] = units ? joinUnits(units) : spreadWords(result.text, place.fromMs, place.toMs);
  return words.map(({ text, fromMs, toMs, confidence, estimated }) => ({
    ...{ text, fromMs, toMs, confidence },
    ...(estimated && { estimated }),
    ...(language && { language }),
  }));
}

/** `<|zh|>` of SenseVoice, `zh` of Whisper. */
const languageOf = (said: string): string => /^(?:<\|)?([a-z]{2,3})(?:\|>)?$/.exec(said)?.[1] ?? '';

function unitsOf(result: SherpaResult, { fromMs, toMs }: { fromMs: number; toMs: number }): Unit[] | null {
  const { tokens, timestamps, durations, ys_log_probs: logs, text } = result;
  if (tokens.length === 0 || timestamps.length !== tokens.length) return null;
  const bare = (said: string): string => said.replace(/\s/gu, '');
  if (bare(tokens.map(writtenAs).join('')) !== bare(text)) return null;
  const at = (seconds: number): number => Math.min(toMs, fromMs + Math.max(0, Math.round(seconds * 1000)));
  let glue = false;
  return tokens.map((token, index) => {
    const begin = at(timestamps[index] ?? 0);
    const next = index + 1 < tokens.length ? at(timestamps[index + 1] ?? 0) : toMs;
    const length =
      durations.length === tokens.length && (durations[index] ?? 0) > 0
        ? (durations[index] ?? 0) * 1000
        : LONGEST_UNIT_MS;
    const written = writtenAs(token);
    const begins = !glue && (/^[▁\s]/u.test(token) || /^\p{Script=Han}/u.test(written) || index === 0);
    // Paraformer marks what goes on, not what begins.
    glue = token.endsWith('@@');
    const byMark = tokens.some((other) => other.endsWith('@@'));
    const log = logs.length === tokens.length ? logs[index] : undefined;
    return {
      text: written.trim(),
      begins: begins || (byMark && !tokens[index - 1]?.endsWith('@@')),
      fromMs: begin,
      toMs: Math.max(begin, Math.min(next, Math.round(begin + length))),
      confidence: log === undefined ? null : Math.min(1, Math.exp(log)),
    };
  });
}

const writtenAs = (token: string): string => token.replace(/▁/gu, ' ').replace(/@@$/u, '');

/** Units to words: a Han character each, letters by their marks; punctuation stays with the word before it. */
function joinUnits(units: readonly Unit[]): SpokenWord[] {
  const words: SpokenWord[] = [];
  let afterHan = false;
  for (const { text, begins, ...unit } of units) {
    if (text === '') continue;
    const last = words.at(-1);
    const isMark = PUNCTUATION.test(text);
    if (last && (isMark || (!begins && !afterHan))) {
      last.text += text;
      last.toMs = Math.max(last.toMs, unit.toMs);
      if (unit.confidence !== null && !isMark) last.confidence = Math.min(last.confidence ?? 1, unit.confidence);
    } else words.push({ text, ...unit });
    if (!isMark) afterHan = /\p{Script=Han}$/u.test(text);
  }
  return words;
}
