import { type Language, languageSchema } from '#contracts';
import type { SpeechChunk } from '../../chunking/cut-chunks.js';
import { IN_PARAGRAPHS, type Utterance } from '../../chunking/utterances.rules.js';
import type { InstalledModel } from '../../models/installed-models.js';
import { writerFor } from '../../turns/script.rules.js';
import type { SpokenWord } from '../../turns/spoken-word.js';
import { canStart } from '../can-start.js';
import { ABORTED, type EngineFailure } from '../engine-failure.js';
import { hearChannels } from '../hear-channels.js';
import { promptOf } from '../hotwords.rules.js';
import type {
  EngineCapabilities,
  TranscriptionEngine,
  TranscriptionOutcome,
  TranscriptionTask,
  UnavailableReason,
} from '../transcription-engine.js';
import type { WhisperPackages } from './find-whisper.js';
import type { WarmWhisper } from './warm-whisper.js';
import type { WhisperChild, WhisperChildOptions } from './whisper-child.js';
import { type WhisperHeard, whisperHeardSchema, wordsOf } from './whisper-words.rules.js';

export interface FasterWhisperOptions {
  /** The Python packages; absent where they are not installed. */
  packages: WhisperPackages | undefined;
  /** The model to run; absent where none is installed. */
  model?: InstalledModel;
  /** Of this process: where the loaded model is kept. */
  warm: WarmWhisper;
  threads?: number;
  /** Recordings heard at once. */
  workers?: number;
  allowUnsandboxed?: boolean | undefined;
}

const NAME = 'faster-whisper';
const SAMPLE_RATE = 16_000;
/** Whisper reads about 224 tokens of words to expect; a Han character may be two. */
const HOTWORDS_LIMIT = 100;
/** A piece may take as many times its own length … */
const SLOWEST = 20;
/** … and a short one this long, on a machine that has much to do. */
const LEAST_WALL_MS = 180_000;
/** Shorter pieces do not show their language. */
const SHOWS_LANGUAGE_MS = 2_500;

/**
 * Whisper by faster-whisper (CTranslate2, int8) in a sandboxed Python child that stays warm. Each stretch of speech is heard for itself: cut
 * at pauses, so that no text runs over what the other person said.
 */
export class FasterWhisperEngine implements TranscriptionEngine {
  readonly capabilities: EngineCapabilities;
  readonly checkpointKey: string;

  constructor(private readonly options: FasterWhisperOptions) {
    const manifest = options.model?.manifest;
    this.capabilities = {
      name: NAME,
      version: options.packages?.version ?? '',
      model: options.model?.name ?? null,
      languages: (manifest?.languages ?? []).filter((one): one is Language => languageSchema.safeParse(one).success),
      sampleRates: manifest ? [manifest.sampleRate] : [],
      input: 'audio',
      streaming: false,
      wordTimes: true,
      reliableFromHz: manifest?.reliableFromHz ?? 0,
      hotwords: true,
      detectsLanguage: true,
      egressHost: null,
      production: true,
    };
    const sum = manifest?.files['model']?.sha256.slice(0, 12) ?? '';
    this.checkpointKey = `${NAME}@${this.capabilities.version}/${this.capabilities.model}:${sum}`;
  }

  async unavailable(): Promise<UnavailableReason | null> {
    const { packages, model, allowUnsandboxed } = this.options;
    if (!packages) return 'not_installed';
    if (!(await canStart(allowUnsandboxed))) return 'no_sandbox';
    if (!model) return 'no_model';
    return model.state === 'ready' ? null : 'model_damaged';
  }

  async transcribe(task: TranscriptionTask): Promise<TranscriptionOutcome> {
    if (task.signal?.aborted) return { ok: false, failure: ABORTED };
    const reason = await this.unavailable();
    const child = whisperChild(this.options);
    if (reason || !child)
      return { ok: false, failure: { fault: 'ours', code: 'engine_missing', detail: reason ?? 'no_model' } };
    return this.options.warm.use(child, (whisper) =>
      hearChannels(
        {
          capabilities: this.capabilities,
          sampleRate: SAMPLE_RATE,
          model: this.capabilities.model ?? '',
          cutting: IN_PARAGRAPHS,
          recognise: (chunk) => recognise(whisper, chunk, { task, write: writerFor(task.language) }),
        },
        task,
      ),
    );
  }
}

/** The child that a model runs in; absent where something is missing. */
export function whisperChild({
  packages,
  model,
  threads = 1,
  workers = 1,
  allowUnsandboxed,
}: Omit<FasterWhisperOptions, 'warm'>): WhisperChildOptions | null {
  if (!packages || !model) return null;
  const modelBytes = Object.values(model.manifest?.files ?? {}).reduce((sum, { bytes }) => sum + bytes, 0);
  const { folder: modelFolder } = model;
  const told = allowUnsandboxed === undefined ? {} : { allowUnsandboxed };
  return { packages, modelFolder, modelBytes, threads, workers, ...told };
}

interface Hearing {
  task: TranscriptionTask;
  write(text: string): string;
}

async function recognise(
  whisper: WhisperChild,
  { utterances }: SpeechChunk,
  hearing: Hearing,
): Promise<SpokenWord[] | EngineFailure> {
  const words: SpokenWord[] = [];
  for (const utterance of utterances) {
    const heard = await hear(whisper, utterance, hearing);
    if ('code' in heard) return heard;
    words.push(...wordsOf(heard, utterance, hearing.write));
  }
  return words;
}

async function hear(
  whisper: WhisperChild,
  { samples, fromMs, toMs }: Utterance,
  { task }: Hearing,
): Promise<WhisperHeard | EngineFailure> {
  const check = toMs - fromMs >= SHOWS_LANGUAGE_MS;
  const hotwords = promptOf(task.hotwords ?? [], task.language, HOTWORDS_LIMIT);
  const question = { do: 'hear', language: task.language, check, ...(hotwords !== '' && { hotwords }) };
  const bytes = Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength);
  const wallMs = Math.max(LEAST_WALL_MS, (toMs - fromMs) * SLOWEST);
  const reply = await whisper.put(question, bytes, wallMs, task.signal);
  if ('failure' in reply) return reply.failure;
  const heard = whisperHeardSchema.safeParse(reply.answer['heard']);
  if (heard.success) return heard.data;
  const at = reply.answer['problem'] ?? heard.error.issues[0]?.path.join('.') ?? '';
  return { fault: 'vendor', code: 'engine_rubbish', detail: `at ${String(at)} of its answer` };
}
