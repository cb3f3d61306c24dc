import { sensitiveKindSchema, type Language, type Transcript, type Turn } from '#contracts';
import { findSpans, MASK, maskTranscript } from '#transcripts/rules';

/** A number may be said in several breaths: so many turns are looked at together. */
const LOOKED_AT = 6;
/** Four digits in a row or more, written or said, with what stands between them. What a number is, only the whole of it would tell. */
const DIGITS =
  /(?:[0-9０-９零〇一二两三四五六七八九幺洞拐][\s\-,.，、]*){4,}|(?:\b(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple)\b[\s\-,.]*){4,}/giu;
const ALL = { mode: 'mask', kinds: sensitiveKindSchema.options } as const;

/**
 * The last turn as it may be told: by the rules that hide parts of finished transcripts, all of their kinds, and every longer row of digits
 * besides, since its end may not have been said yet.
 */
export function withoutSensitive(turns: readonly Turn[], language: Language): string {
  const near = turns.slice(-LOOKED_AT).map((turn, index) => ({ ...turn, index }));
  const masked = maskTranscript(
    { ...WHOLE, language, turns: near },
    findSpans({ turns: near, language }),
    ALL,
  ).turns.at(-1);
  return (masked?.text ?? '').replace(DIGITS, (digits) => digits.replace(/[^\s\-,.，、]/gu, MASK));
}

const WHOLE = {
  format: 'shouwen.transcript/1',
  engine: { name: 'live', version: '1', model: 'none' },
  durationMs: 0,
  channels: 2,
  unreliable: [],
} satisfies Omit<Transcript, 'language' | 'turns'>;
