import { type Language, languageSchema } from '#contracts';
import type { SpeechChunk } from '../../chunking/cut-chunks.js';
import { IN_PARAGRAPHS } from '../../chunking/utterances.rules.js';
import type { InstalledModel } from '../../models/installed-models.js';
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
import type { WhisperPackages } from './find-whisper.js';
import { hearUtterance } from './hear-utterance.js';
import type { WarmWhisper } from './warm-whisper.js';
import type { WhisperChild, WhisperChildOptions } from './whisper-child.js';

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
/** A piece may take as many times its own length … */
const SLOWEST = 20;
/** … and a short one this long, on a machine that has much to do. */
const LEAST_WALL_MS = 180_000;

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
          recognise: (chunk) => recognise(whisper, chunk, task, this.capabilities.languages),
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

/** The language beside a call's, where the model knows it. */
export const otherLanguage = (language: Language, known: readonly Language[]): Language | undefined =>
  known.find((one) => one !== language);

async function recognise(
  whisper: WhisperChild,
  { utterances }: SpeechChunk,
  { language, hotwords, otherHotwords, signal }: TranscriptionTask,
  known: readonly Language[],
): Promise<SpokenWord[] | EngineFailure> {
  const other = otherLanguage(language, known);
  const words: SpokenWord[] = [];
  for (const utterance of utterances) {
    const wallMs = Math.max(LEAST_WALL_MS, (utterance.toMs - utterance.fromMs) * SLOWEST);
    const hearing = { language, wallMs, signal, ...(other && { other }) };
    const expected = { ...(hotwords && { hotwords }), ...(otherHotwords && { otherHotwords }) };
    const heard = await hearUtterance(whisper, utterance, { ...hearing, ...expected });
    if ('code' in heard) return heard;
    words.push(...heard);
  }
  return words;
}
