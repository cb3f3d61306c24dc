import { z } from 'zod';
import { languageNamed } from './read-whisper-json.rules.js';
import { refuse, type ProvidedContent, type ProvidedTurn, type ProvidedWord, type Read } from './provided-words.js';
import { speakerCalled } from './speaker-names.rules.js';

const offsets = z.object({ from: z.number().int().nonnegative(), to: z.number().int().nonnegative() });
const token = z.object({
  text: z.string(),
  offsets: offsets.nullish(),
  p: z.number().min(0).max(1).nullish(),
});

/** What whisper.cpp's `whisper-cli` writes with `--output-json` and `--output-json-full`: times in milliseconds, tokens in place of words. */
const whisperCppSchema = z.object({
  result: z.object({ language: z.string().nullish() }).nullish(),
  transcription: z.array(
    z.object({
      offsets,
      text: z.string(),
      tokens: z.array(token).nullish(),
      /** With `--diarize`: `0` where the left channel is louder, `1` the right one, `?` neither. */
      speaker: z.string().nullish(),
    }),
  ),
});

export function readWhisperCpp(json: object): Read<ProvidedContent> {
  const parsed = whisperCppSchema.safeParse(json);
  if (!parsed.success) return refuse('invalid_shape', { path: parsed.error.issues[0]?.path.join('.') ?? '' });
  const named = parsed.data.result?.language;
  const language = languageNamed(named);
  if (named && language === undefined) return refuse('language_mismatch', { path: 'result.language' });
  const turns = parsed.data.transcription
    .map((spoken): ProvidedTurn => {
      const words = wordsOf(spoken.tokens ?? []);
      return {
        ...speakerCalled(spoken.speaker && `Speaker ${spoken.speaker}`),
        fromMs: spoken.offsets.from,
        toMs: spoken.offsets.to,
        text: spoken.text.trim(),
        ...(words.length > 0 && { words }),
      };
    })
    .filter(({ text }) => text !== '');
  return { ok: true, value: { format: 'whisper.cpp-json', turns, ...(language && { language }) } };
}

/** Tokens begin a word with a space; `[_BEG_]` and its like are marks. A word is as sure as its least sure token. */
function wordsOf(tokens: readonly z.infer<typeof token>[]): ProvidedWord[] {
  const words: ProvidedWord[] = [];
  for (const { text, offsets: times, p } of tokens) {
    if (!times || /^\[_.*\]$|^<\|.*\|>$/.test(text)) continue;
    const last = words.at(-1);
    const sure = p ?? null;
    if (!last || text.startsWith(' ')) {
      words.push({ text: text.trim(), fromMs: times.from, toMs: times.to, confidence: sure });
    } else {
      last.text += text;
      last.toMs = Math.max(last.toMs, times.to);
      last.confidence = last.confidence === null || sure === null ? null : Math.min(last.confidence, sure);
    }
  }
  return words.filter(({ text }) => text !== '');
}
