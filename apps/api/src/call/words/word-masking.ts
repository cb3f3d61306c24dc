import { Injectable } from '@nestjs/common';
import { type RedactionMode, type SensitiveKind, type SensitiveSpan } from '#contracts';
import { NO_SPANS, RedactionPolicyService, SensitiveSpans } from '#transcripts';
import { MaskingThread } from './masking-thread.js';

/** Words as they may be read. */
export interface ReadableWords {
  /** The transcript's JSON, masked. */
  json: Uint8Array;
  spans: readonly SensitiveSpan[];
  /** What the policy does now; `original`: the grant is to the words as they were said. */
  mode: RedactionMode | 'original';
  kinds: readonly SensitiveKind[];
}

/** Words by the original's right: card codes stay hidden, because they must not be kept. */
const ORIGINAL = { mode: 'highlight', kinds: [] } as const;

/** Hides in words what was found in them, by the policy in force. */
@Injectable()
export class WordMasking {
  constructor(
    private readonly spans: SensitiveSpans,
    private readonly policy: RedactionPolicyService,
    private readonly thread: MaskingThread,
  ) {}

  async mask(transcriptId: string, words: Uint8Array, original: boolean): Promise<ReadableWords> {
    const [stored, policy] = await Promise.all([this.spans.stored(transcriptId), this.policy.current()]);
    const { mode, kinds } = original ? ORIGINAL : policy;
    const shown = original ? ('original' as const) : mode;
    // Most calls have nothing to hide: their words go out as they were sealed, without being parsed.
    if (stored?.spans === NO_SPANS) return { json: words, spans: [], mode: shown, kinds };
    const answer = await this.thread.mask({ words, spans: stored?.spans ?? null, mode, kinds });
    return { json: answer.words, spans: answer.spans, mode: shown, kinds };
  }
}
