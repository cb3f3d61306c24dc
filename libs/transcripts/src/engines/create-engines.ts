import type { Env } from '#platform';
import { type InstalledModel, installedModels } from '../models/installed-models.js';
import { isRecogniser } from '../models/model-manifest.js';
import { OpenaiEngine } from './openai/openai.engine.js';
import { PocketsphinxEngine } from './pocketsphinx.engine.js';
import { ProvidedWordsEngine } from './provided.engine.js';
import { SherpaEngine } from './sherpa/sherpa.engine.js';
import { SileroDetector } from './sherpa/silero-detector.js';
import type { SpeechDetectorChoice, TranscriptionEngine } from './transcription-engine.js';

export type EngineEnv = Pick<Env, 'engines' | 'allowUnsandboxed'>;

/** Every engine of this installation, a model of sherpa-onnx each for itself, usable or not. Looks at the models directory anew. */
export async function createEngines({ engines, allowUnsandboxed }: EngineEnv): Promise<TranscriptionEngine[]> {
  const { threads, modelsDir, openai, egressHosts } = engines;
  const models = (await installedModels(modelsDir)).filter(isForWords);
  return [
    new ProvidedWordsEngine(),
    ...models.map((model) => new SherpaEngine({ model, threads, allowUnsandboxed })),
    ...(models.length === 0 ? [new SherpaEngine({ allowUnsandboxed })] : []),
    new OpenaiEngine({ ...(openai && { server: openai }), egressHosts }),
    new PocketsphinxEngine({ allowUnsandboxed }),
  ];
}

/** The better of the two speech detectors, where its model is installed; otherwise undefined, and loudness is gone by. */
export async function createDetector({
  engines,
  allowUnsandboxed,
}: EngineEnv): Promise<SpeechDetectorChoice | undefined> {
  const models = await installedModels(engines.modelsDir);
  const model = models.find(({ manifest, state }) => manifest?.kind === 'silero-vad' && state === 'ready');
  return model && new SileroDetector(model, allowUnsandboxed);
}

const isForWords = ({ manifest }: InstalledModel): boolean => !manifest || isRecogniser(manifest.kind);
