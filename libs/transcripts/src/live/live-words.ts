import type { Language } from '#contracts';
import { otherLanguage } from '../engines/faster-whisper/faster-whisper.engine.js';
import type { WarmWhisper } from '../engines/faster-whisper/warm-whisper.js';
import { createLiveChild, type EngineEnv } from '../engines/create-engines.js';
import type { UnavailableReason } from '../engines/transcription-engine.js';
import type { LiveOptions } from './live-events.js';
import { LiveSession } from './live-session.js';

export type OpenedLive = { ok: true; session: LiveSession } | { ok: false; reason: UnavailableReason };

/**
 * Words of calls that go on now: samples go in as they come, and what a speaker said comes out when they pause. The child is the one that
 * hears recordings; live goes first (decision 66).
 */
export class LiveWords {
  constructor(
    private readonly env: EngineEnv,
    private readonly warm: WarmWhisper,
  ) {}

  /** A session for one channel. Read its events while writing: who does not read is held up. */
  async open({ language, hotwords, otherHotwords, ...options }: LiveOptions): Promise<OpenedLive> {
    const there = await createLiveChild(this.env, language);
    if ('reason' in there) return { ok: false, reason: there.reason };
    const other: Language | undefined = otherLanguage(language, there.languages);
    const hearing = {
      language,
      ...(other && { other }),
      ...(hotwords && { hotwords }),
      ...(otherHotwords && { otherHotwords }),
    };
    const { child } = there;
    return { ok: true, session: new LiveSession({ child, warm: this.warm, hearing }, { language, ...options }) };
  }
}
