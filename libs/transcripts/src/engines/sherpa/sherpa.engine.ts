import { languageSchema, type Language } from '#contracts';
import type { SpeechChunk } from '../../chunking/cut-chunks.js';
import type { InstalledModel } from '../../models/installed-models.js';
import { isStreaming, type ModelManifest } from '../../models/model-manifest.js';
import type { SpokenWord } from '../../turns/spoken-word.js';
import { canStart } from '../can-start.js';
import { ABORTED, type EngineFailure } from '../engine-failure.js';
import { hearChannels } from '../hear-channels.js';
import type {
  EngineCapabilities,
  TranscriptionEngine,
  TranscriptionOutcome,
  TranscriptionTask,
  UnavailableReason,
} from '../transcription-engine.js';
import { openingOf, takesHotwords } from './sherpa-config.rules.js';
import { findSherpa } from './sherpa-library.js';
import { SherpaSession } from './sherpa-session.js';
import { sherpaResultSchema, wordsOf } from './sherpa-words.rules.js';

export interface SherpaOptions {
  /** The model to run; absent where none is installed, which is a reason of its own. */
  model?: InstalledModel;
  threads?: number;
  /** Milliseconds that one utterance of at most 20 s may take. */
  utteranceWallMs?: number;
  allowUnsandboxed?: boolean;
}

const NAME = 'sherpa-onnx';
/** A recording may take as many times its own length; a small machine with a large model needs it. */
const SLOWEST = 20;
const LEAST_WALL_MS = 10 * 60_000;

/**
 * Models of k2-fsa/sherpa-onnx (SenseVoice, Paraformer, Whisper, Zipformer, …) in a sandboxed child process. One object is one installed
 * model; what it can do is what its description says.
 */
export class SherpaEngine implements TranscriptionEngine {
  readonly capabilities: EngineCapabilities;
  readonly checkpointKey: string;
  private readonly manifest: ModelManifest | undefined;

  constructor(private readonly options: SherpaOptions = {}) {
    const manifest = (this.manifest = options.model?.manifest);
    this.capabilities = {
      name: NAME,
      version: findSherpa()?.version ?? '',
      model: options.model?.name ?? null,
      languages: (manifest?.languages ?? []).filter((one): one is Language => languageSchema.safeParse(one).success),
      sampleRates: manifest ? [manifest.sampleRate] : [],
      input: 'audio',
      streaming: manifest !== undefined && isStreaming(manifest.kind),
      wordTimes: manifest !== undefined && manifest.kind !== 'whisper',
      reliableFromHz: manifest?.reliableFromHz ?? 0,
      hotwords: manifest !== undefined && takesHotwords(manifest),
      detectsLanguage: manifest?.kind === 'sense-voice',
      egressHost: null,
      production: true,
    };
    const files = Object.values(manifest?.files ?? {}).map(({ sha256 }) => sha256.slice(0, 12));
    this.checkpointKey = `${NAME}@${this.capabilities.version}/${this.capabilities.model}:${files.join('.')}`;
  }

  async unavailable(): Promise<UnavailableReason | null> {
    if (!findSherpa()) return 'not_installed';
    if (!(await canStart(this.options.allowUnsandboxed))) return 'no_sandbox';
    if (!this.options.model) return 'no_model';
    return this.options.model.state === 'ready' ? null : 'model_damaged';
  }

  async transcribe(task: TranscriptionTask): Promise<TranscriptionOutcome> {
    if (task.signal?.aborted) return { ok: false, failure: ABORTED };
    const session = await this.open(task);
    if ('code' in session) return { ok: false, failure: session };
    try {
      const { capabilities, manifest } = this;
      const recognise = (chunk: SpeechChunk) => this.recognise(session, chunk);
      return await hearChannels(
        { capabilities, sampleRate: manifest?.sampleRate ?? 0, model: manifest?.name ?? '', recognise },
        task,
      );
    } finally {
      session.close();
    }
  }

  private async open(task: TranscriptionTask): Promise<SherpaSession | EngineFailure> {
    const { options, manifest } = this;
    const library = findSherpa();
    const reason = await this.unavailable();
    if (reason || !library || !manifest || !options.model)
      return { fault: 'ours', code: 'engine_missing', detail: reason ?? 'no_model' };
    const threads = options.threads ?? 1;
    const { folder } = options.model;
    const { language, hotwords = [] } = task;
    return SherpaSession.open({
      library,
      opening: openingOf({ manifest, folder, library: library.library, threads, language, hotwords }),
      modelFolder: folder,
      modelBytes: Object.values(manifest.files).reduce((sum, { bytes }) => sum + bytes, 0),
      wallMs: Math.max(LEAST_WALL_MS, task.durationMs * task.channels.length * SLOWEST),
      threads,
      signal: task.signal,
      allowUnsandboxed: options.allowUnsandboxed,
    });
  }

  /** An utterance at a time: that is how long these models listen. */
  private async recognise(session: SherpaSession, { utterances }: SpeechChunk): Promise<SpokenWord[] | EngineFailure> {
    const words: SpokenWord[] = [];
    for (const { samples, ...place } of utterances) {
      const bytes = Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength);
      await session.send({ do: 'hear', sampleRate: this.manifest?.sampleRate }, bytes);
      const reply = await session.next(this.options.utteranceWallMs ?? 180_000);
      if ('failure' in reply) return reply.failure;
      const heard = sherpaResultSchema.safeParse((reply.answer as { heard?: unknown } | null)?.heard);
      if (!heard.success)
        return {
          fault: 'vendor',
          code: 'engine_rubbish',
          detail: `at ${heard.error.issues[0]?.path.join('.') ?? ''} of its answer`,
        };
      words.push(...wordsOf(heard.data, place));
    }
    return words;
  }
}
