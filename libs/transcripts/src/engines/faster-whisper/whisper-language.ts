import type { Span } from '#contracts';
import { z } from 'zod';
import { stretchesOf, type ToldStretch } from '../tell-language.rules.js';
import type { EngineFailure } from '../engine-failure.js';
import type { ChannelAudio, LanguageListener, SpeechDetectorChoice } from '../transcription-engine.js';
import { cutOut } from './cut-out.js';
import type { WarmWhisper } from './warm-whisper.js';
import type { WhisperChild, WhisperChildOptions } from './whisper-child.js';

/** Loading may take as long, on a machine that has much to do. */
const ANSWER_MS = 180_000;
const likelySchema = z.object({ zh: z.number().min(0).max(1), en: z.number().min(0).max(1) });

/** Whisper tells the language of what it is about to write: asked for several stretches of speech, it writes nothing. */
export class WhisperLanguage implements LanguageListener {
  constructor(
    private readonly child: WhisperChildOptions,
    private readonly warm: WarmWhisper,
    private readonly detector: SpeechDetectorChoice,
  ) {}

  async listen(audio: ChannelAudio, durationMs: number, signal?: AbortSignal): Promise<ToldStretch[] | EngineFailure> {
    const speech = await this.detector.find(audio, durationMs, signal);
    if ('code' in speech) return speech;
    const stretches = stretchesOf(speech);
    return this.warm.use(this.child, (child) => ask(child, audio, stretches, signal));
  }
}

async function ask(
  child: WhisperChild,
  audio: ChannelAudio,
  stretches: readonly Span[],
  signal: AbortSignal | undefined,
): Promise<ToldStretch[] | EngineFailure> {
  const told: ToldStretch[] = [];
  for await (const { samples, ms } of cutOut(audio, stretches)) {
    const reply = await child.put({ do: 'language', among: ['zh', 'en'] }, samples, ANSWER_MS, signal);
    if ('failure' in reply) return reply.failure;
    const likely = likelySchema.safeParse(reply.answer['languages']);
    if (!likely.success) return { fault: 'vendor', code: 'engine_rubbish', detail: 'no likelihood of languages' };
    told.push({ ms, ...likely.data });
  }
  return told;
}
