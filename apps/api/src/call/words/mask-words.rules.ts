import { type RedactionMode, type SensitiveKind, type SensitiveSpan, type Transcript } from '#contracts';
import { maskTranscript, spansIn, type SpansJson } from '#transcripts/rules';

/** Words to be masked, by what was found in them; `spans` null: not looked through yet. */
export interface MaskQuestion {
  /** The transcript's JSON. */
  words: Uint8Array;
  spans: SpansJson | null;
  mode: RedactionMode;
  kinds: readonly SensitiveKind[];
}

export interface MaskAnswer {
  words: Uint8Array;
  spans: readonly SensitiveSpan[];
}

/** Reads, masks and writes. What is sealed was checked before, so its shape is not checked again. */
export function maskWords({ words, spans, ...hiding }: MaskQuestion): MaskAnswer {
  const transcript = JSON.parse(Buffer.from(words).toString('utf8')) as Transcript;
  const found = spansIn(transcript, spans);
  const masked = maskTranscript(transcript, found, hiding);
  return { words: masked === transcript ? words : Buffer.from(JSON.stringify(masked)), spans: found };
}
