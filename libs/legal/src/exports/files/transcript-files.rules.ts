import { type RedactionMode, type SensitiveKind, type Transcript } from '#contracts';
import { type SpansJson } from '#transcripts/rules';

/** Words to be hidden in, and written out; `spans` null: not looked through yet. */
export interface TranscriptQuestion {
  /** The sealed transcript's JSON. */
  words: Uint8Array;
  spans: SpansJson | null;
  mode: RedactionMode;
  kinds: readonly SensitiveKind[];
  about: TranscriptAbout;
}

/** What the first page says. */
export interface TranscriptAbout {
  exportId: string;
  requestCode: string;
  callId: string;
  legId: string;
  recordingId: string;
  startedAt: string;
  keptSha256: string;
}

export interface TranscriptFiles {
  json: Uint8Array;
  pdf: Uint8Array;
}

const SPEAKERS: Record<string, string> = { agent: '坐席 Agent', customer: '客户 Customer' };

export const speakerOf = ({ speaker }: Pick<Transcript['turns'][number], 'speaker'>): string =>
  SPEAKERS[speaker] ?? '未知 Unknown';

/** `0:07`, `1:02:07` */
export function clockOf(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (n: number) => String(n).padStart(2, '0');
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** The mark of hidden words is not in the font. */
const MASKED = '■';

/** Characters that the font lacks are written as their code point, because a box on paper would lose them. */
export const printable = (text: string, has: (codePoint: number) => boolean): string =>
  [...text]
    .map((character) => {
      if (character === MASKED) return '＊';
      const codePoint = character.codePointAt(0) as number;
      return has(codePoint) ? character : `[U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}]`;
    })
    .join('');
