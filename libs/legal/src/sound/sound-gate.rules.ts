import { type HeardSound, type RedactionPolicy, type SensitiveSpan } from '#contracts';
import { type SpanMs } from '#recordings';
import { uncutSpans } from '#transcripts/rules';

/** What is known of a recording's words and of the copy made by them. */
export interface CheckedSound {
  /** `expected`: they are being made. `none`: they could not be made, or a person gave them up. */
  words: 'there' | 'expected' | 'none';
  transcriptId: string | null;
  /** What was found in the newest words; null: not looked through yet. */
  found: { rulesVersion: number; spans: SensitiveSpan[] } | null;
  copy: { transcriptId: string; rulesVersion: number } | null;
  /** What cuts have silenced in what is stored. */
  cut: SpanMs[];
  /** A legal hold keeps card codes in what is stored: everyone hears the silent copy. */
  cutDeferred: boolean;
  durationMs: number;
}

export type SoundToServe =
  | { serve: 'rendition' | 'masked-rendition'; sound: HeardSound }
  | { refuse: 'being_checked' | 'unchecked' };

const BEING_CHECKED = { refuse: 'being_checked' } as const;

/**
 * Which rendition an open ear gets. Fails closed while words are on their way or something found is still to be hidden; where there will be
 * no words, the company's policy decides. No one hears a card's code, under any grant or policy.
 */
export function soundToServe(known: CheckedSound, policy: RedactionPolicy, original: boolean): SoundToServe {
  if (known.words === 'expected') return BEING_CHECKED;
  if (known.words === 'none') {
    return policy.unchecked === 'listen' || original
      ? { serve: 'rendition', sound: original ? 'original' : 'unchecked' }
      : { refuse: 'unchecked' };
  }
  const { found, copy } = known;
  if (!found) return BEING_CHECKED;
  const fits = copy?.transcriptId === known.transcriptId && copy?.rulesVersion === found.rulesVersion;
  const masked = fits ? ({ serve: 'masked-rendition', sound: 'masked' } as const) : BEING_CHECKED;
  if (uncutSpans(found.spans, known.cut, known.durationMs).length > 0)
    return known.cutDeferred ? masked : BEING_CHECKED;
  if (original) return { serve: 'rendition', sound: 'original' };
  if (found.spans.length === 0) return { serve: 'rendition', sound: 'clean' };
  if (policy.mode === 'highlight') return { serve: 'rendition', sound: 'trial' };
  return masked;
}
