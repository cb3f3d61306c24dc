import { type Language, languageSchema } from '#contracts';
import type { Env } from '#platform';
import { type InstalledModel, installedModels } from '../models/installed-models.js';
import { isRecogniser } from '../models/model-manifest.js';
import { canStart } from './can-start.js';
import { FasterWhisperEngine, whisperChild } from './faster-whisper/faster-whisper.engine.js';
import { findWhisper } from './faster-whisper/find-whisper.js';
import { WarmWhisper } from './faster-whisper/warm-whisper.js';
import { WhisperDetector } from './faster-whisper/whisper-detector.js';
import { WhisperLanguage } from './faster-whisper/whisper-language.js';
import { OpenaiEngine } from './openai/openai.engine.js';
import { PocketsphinxEngine } from './pocketsphinx.engine.js';
import { ProvidedWordsEngine } from './provided.engine.js';
import { SherpaEngine } from './sherpa/sherpa.engine.js';
import { SileroDetector } from './sherpa/silero-detector.js';
import type { WhisperChildOptions } from './faster-whisper/whisper-child.js';
import type {
  LanguageListener,
  SpeechDetectorChoice,
  TranscriptionEngine,
  UnavailableReason,
} from './transcription-engine.js';

export type EngineEnv = Pick<Env, 'engines' | 'allowUnsandboxed'>;

/**
 * Every engine of this installation, usable or not, a model each for itself. Looks at the models directory again. `warm` keeps models
 * loaded between calls; who does not say is one that hears nothing.
 */
export async function createEngines(
  { engines, allowUnsandboxed }: EngineEnv,
  warm = new WarmWhisper(),
): Promise<TranscriptionEngine[]> {
  const { threads, modelsDir, openai, egressHosts, concurrency: workers } = engines;
  const models = (await installedModels(modelsDir)).filter(isForWords);
  const packages = await findWhisper(modelsDir);
  const [whisper, sherpa] = [models.filter(isForWhisper), models.filter((model) => !isForWhisper(model))];
  const forWhisper = { packages, warm, threads, workers, allowUnsandboxed };
  return [
    new ProvidedWordsEngine(),
    ...whisper.map((model) => new FasterWhisperEngine({ model, ...forWhisper })),
    ...(whisper.length === 0 ? [new FasterWhisperEngine(forWhisper)] : []),
    ...sherpa.map((model) => new SherpaEngine({ model, threads, allowUnsandboxed })),
    ...(sherpa.length === 0 ? [new SherpaEngine({ allowUnsandboxed })] : []),
    new OpenaiEngine({ ...(openai && { server: openai }), egressHosts }),
    new PocketsphinxEngine({ allowUnsandboxed }),
  ];
}

/** The better of the two speech detectors if its model is installed; otherwise undefined, and loudness is used. */
export async function createDetector(
  { engines, allowUnsandboxed }: EngineEnv,
  warm: WarmWhisper,
): Promise<SpeechDetectorChoice | undefined> {
  const models = await installedModels(engines.modelsDir);
  const model = models.find(({ manifest, state }) => manifest?.kind === 'silero-vad' && state === 'ready');
  if (model) return new SileroDetector(model, allowUnsandboxed);
  const packages = await findWhisper(engines.modelsDir);
  if (!packages || !(await canStart(allowUnsandboxed))) return undefined;
  const { threads, concurrency: workers } = engines;
  // In the same child as the words, which loads a model only when it is asked for words.
  const whisper = models.find((one) => isForWhisper(one) && one.state === 'ready');
  const child = whisperChild({ packages, ...(whisper && { model: whisper }), threads, workers, allowUnsandboxed });
  return new WhisperDetector(child ?? { packages, modelBytes: 0, threads, workers, allowUnsandboxed }, warm);
}

/** What tells a call's language; undefined where no model that can is installed. Nothing leaves this machine for it. */
export async function createLanguageListener(env: EngineEnv, warm: WarmWhisper): Promise<LanguageListener | undefined> {
  const { modelsDir, threads, concurrency: workers } = env.engines;
  const models = await installedModels(modelsDir);
  const model = models.find((one) => isForWhisper(one) && one.state === 'ready' && knowsBoth(one));
  const detector = await createDetector(env, warm);
  const packages = await findWhisper(modelsDir);
  const { allowUnsandboxed } = env;
  const child = model && whisperChild({ packages, model, threads, workers, allowUnsandboxed });
  return child && detector && (await canStart(allowUnsandboxed))
    ? new WhisperLanguage(child, warm, detector)
    : undefined;
}

/** The child that hears calls which go on now, and what its model knows; or why there is none. */
export async function createLiveChild(
  { engines, allowUnsandboxed }: EngineEnv,
  language: Language,
): Promise<{ child: WhisperChildOptions; languages: readonly Language[] } | { reason: UnavailableReason }> {
  const { modelsDir, threads, concurrency: workers } = engines;
  const packages = await findWhisper(modelsDir);
  if (!packages) return { reason: 'not_installed' };
  if (!(await canStart(allowUnsandboxed))) return { reason: 'no_sandbox' };
  const models = (await installedModels(modelsDir)).filter(isForWhisper);
  const model = models.find(({ state, manifest }) => state === 'ready' && manifest?.languages.includes(language));
  const child = model && whisperChild({ packages, model, threads, workers, allowUnsandboxed });
  if (!child) return { reason: models.length > 0 ? 'model_damaged' : 'no_model' };
  return { child, languages: languageSchema.options.filter((one) => model.manifest?.languages.includes(one)) };
}

const knowsBoth = ({ manifest }: InstalledModel): boolean =>
  languageSchema.options.every((language) => manifest?.languages.includes(language) ?? false);
const isForWhisper = ({ manifest }: InstalledModel): boolean => manifest?.kind === 'faster-whisper';
const isForWords = ({ manifest }: InstalledModel): boolean => !manifest || isRecogniser(manifest.kind);
