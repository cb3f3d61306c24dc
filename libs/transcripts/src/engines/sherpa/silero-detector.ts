import { join } from 'node:path';
import { z } from 'zod';
import type { InstalledModel } from '../../models/installed-models.js';
import type { EngineFailure } from '../engine-failure.js';
import type { ChannelAudio, SpeechDetectorChoice, SpeechSpan } from '../transcription-engine.js';
import { findSherpa } from './sherpa-library.js';
import { SherpaSession } from './sherpa-session.js';

/** The only rate that sherpa-onnx runs Silero's models at. */
const SAMPLE_RATE = 16_000;
const WINDOW = 512;
const MOST_AT_ONCE_SECONDS = 20;
const BUFFER_SECONDS = 60;
const PIECE_BYTES = 256 * 1024;
const ANSWER_MS = 300_000;
const answerSchema = z.union([
  z.object({ from: z.number().int().nonnegative(), to: z.number().int().positive() }),
  z.object({ ended: z.literal(true) }),
]);

/** Silero VAD in a sandboxed child: tells speech from music, ringing and noise, which loudness cannot. */
export class SileroDetector implements SpeechDetectorChoice {
  readonly name = 'silero-vad';

  constructor(
    private readonly model: InstalledModel,
    private readonly allowUnsandboxed?: boolean,
  ) {}

  async find(audio: ChannelAudio, durationMs: number, signal?: AbortSignal): Promise<SpeechSpan[] | EngineFailure> {
    const library = findSherpa();
    if (!library) return { fault: 'ours', code: 'engine_missing', detail: 'not_installed' };
    const file = Object.values(this.model.manifest?.files ?? {})[0];
    const session = await SherpaSession.open({
      library,
      opening: {
        do: 'detect',
        library: library.library,
        config: this.config(file?.path ?? ''),
        bufferSeconds: BUFFER_SECONDS,
      },
      modelFolder: this.model.folder,
      modelBytes: file?.bytes ?? 0,
      wallMs: Math.max(10 * 60_000, durationMs),
      threads: 1,
      signal,
      allowUnsandboxed: this.allowUnsandboxed,
    });
    if ('code' in session) return session;
    const pcm = audio.open(SAMPLE_RATE);
    try {
      const sending = send(session, pcm);
      const spans = await collect(session);
      if (!('code' in spans)) await sending;
      return spans;
    } finally {
      session.close();
      pcm.destroy();
    }
  }

  private config(file: string): object {
    const sileroVad = {
      model: join(this.model.folder, file),
      threshold: 0.4,
      minSilenceDuration: 0.25,
      minSpeechDuration: 0.1,
      windowSize: WINDOW,
      maxSpeechDuration: MOST_AT_ONCE_SECONDS,
    };
    return { sileroVad, sampleRate: SAMPLE_RATE, numThreads: 1, provider: 'cpu', debug: 0 };
  }
}

async function send(session: SherpaSession, pcm: AsyncIterable<Buffer>): Promise<void> {
  let waiting: Buffer = Buffer.alloc(0);
  for await (const piece of pcm) {
    waiting = waiting.length === 0 ? piece : Buffer.concat([waiting, piece]);
    if (waiting.length < PIECE_BYTES) continue;
    const whole = waiting.length - (waiting.length % 2);
    await session.send({ do: 'sound' }, waiting.subarray(0, whole));
    waiting = waiting.subarray(whole);
  }
  await session.send({ do: 'sound' }, waiting.subarray(0, waiting.length - (waiting.length % 2)));
  await session.send({ do: 'end' });
}

async function collect(session: SherpaSession): Promise<SpeechSpan[] | EngineFailure> {
  const spans: SpeechSpan[] = [];
  for (;;) {
    const reply = await session.next(ANSWER_MS);
    if ('failure' in reply) return reply.failure;
    const said = answerSchema.safeParse(reply.answer);
    if (!said.success) return { fault: 'vendor', code: 'engine_rubbish', detail: 'speech detection gave no spans' };
    if ('ended' in said.data) return spans;
    spans.push({ fromMs: toMs(said.data.from), toMs: toMs(said.data.to) });
  }
}

const toMs = (samples: number): number => Math.round((samples * 1000) / SAMPLE_RATE);
