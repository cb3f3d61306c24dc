import type { Bilingual, Language } from '#contracts';
import type { Env } from '#platform';
import { installedModels, type ModelState } from '../models/installed-models.js';
import { isRecogniser } from '../models/model-manifest.js';
import { createEngines } from './create-engines.js';
import type { TranscriptionEngine, UnavailableReason } from './transcription-engine.js';
import { adviceFor } from './unavailable.rules.js';

export interface ModelStatus {
  name: string;
  /** Absent where its description cannot be read. */
  kind?: string;
  /** As the model names them: `yue` and others included. */
  languages: string[];
  /** Hz; null where unknown. */
  sampleRate: number | null;
  streaming: boolean;
  state: ModelState;
  /** What is wrong, for an administrator; null when all is well. */
  problem: string | null;
  bytes: number;
}

/** One engine as the processing board shows it. */
export interface EngineStatus {
  /** `provided`, `faster-whisper`, `sherpa-onnx`, `openai`, `pocketsphinx`. */
  name: string;
  version: string;
  /** It could start now. */
  available: boolean;
  /** The settings name it, so that it is used. `provided` always is. */
  enabled: boolean;
  /** Of the product's languages, those that it knows as it is installed. */
  languages: Language[];
  /** Why not, as a closed word; null when it is available. */
  reason: UnavailableReason | null;
  /** The same in words, with what to do. */
  advice: Bilingual | null;
  /** false for what only shows the path and is not for real calls. */
  production: boolean;
  /** Where sound is sent; null for what stays on this machine. */
  host: string | null;
  models: ModelStatus[];
}

/**
 * State of every engine of this installation. Looks at a few files and starts nothing: cheap enough for a page that asks every few seconds.
 */
export async function engineStatus(env: Pick<Env, 'engines' | 'allowUnsandboxed'>): Promise<EngineStatus[]> {
  const { order } = env.engines;
  const [engines, models] = await Promise.all([createEngines(env), modelStatus(env.engines.modelsDir)]);
  const named = [...order.zh, ...order.en].map((entry) => entry.split('/')[0]);
  const byName = groupByName(engines);
  return Promise.all(
    [...byName].map(async ([name, [first, ...more]]) => {
      const group = [first as TranscriptionEngine, ...more];
      const reasons = await Promise.all(group.map((engine) => engine.unavailable()));
      const usable = group.filter((_, index) => reasons[index] === null);
      const available = usable.length > 0;
      const reason = available ? null : (reasons[0] ?? null);
      const { version, production, egressHost } = (first as TranscriptionEngine).capabilities;
      return {
        name,
        version,
        available,
        enabled: name === 'provided' || named.includes(name),
        languages: [...new Set(usable.flatMap(({ capabilities }) => capabilities.languages))].sort(),
        reason,
        advice: reason && adviceFor(reason, name),
        production,
        host: egressHost,
        models: models.filter((model) => engineOf(model) === name),
      };
    }),
  );
}

/** Which engine runs a model; none for one that finds speech. A model whose description cannot be read is shown where people look for models. */
function engineOf({ kind }: ModelStatus): string | null {
  if (kind === 'silero-vad') return null;
  return kind === 'faster-whisper' ? 'faster-whisper' : 'sherpa-onnx';
}

async function modelStatus(modelsDir: string): Promise<ModelStatus[]> {
  return (await installedModels(modelsDir)).map(({ name, state, problem, manifest }) => ({
    name,
    ...(manifest && { kind: manifest.kind }),
    languages: manifest?.languages ?? [],
    sampleRate: manifest?.sampleRate ?? null,
    streaming: manifest !== undefined && isRecogniser(manifest.kind) && manifest.kind.startsWith('streaming-'),
    state,
    problem,
    bytes: Object.values(manifest?.files ?? {}).reduce((sum, { bytes }) => sum + bytes, 0),
  }));
}

function groupByName(engines: readonly TranscriptionEngine[]): Map<string, TranscriptionEngine[]> {
  const groups = new Map<string, TranscriptionEngine[]>();
  for (const engine of engines)
    groups.set(engine.capabilities.name, [...(groups.get(engine.capabilities.name) ?? []), engine]);
  return groups;
}
