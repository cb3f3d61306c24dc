import { PocketsphinxEngine } from './pocketsphinx.engine.js';
import { ProvidedWordsEngine } from './provided.engine.js';
import type { TranscriptionEngine } from './transcription-engine.js';

export { chooseEngine, type EngineChoice, type EngineChoiceQuestion } from './choose-engine.rules.js';
export { type EngineFailure } from './engine-failure.js';
export { PocketsphinxEngine, type PocketsphinxOptions } from './pocketsphinx.engine.js';
export { type ProvidedRefusal, type RefusalCode } from './provided/provided-words.js';
export { type SimpleWords } from './provided/read-own-json.rules.js';
export { MAX_PROVIDED_BYTES } from './provided/read-provided-words.rules.js';
export { ProvidedWordsEngine } from './provided.engine.js';
export type {
  ChannelAudio,
  EngineCapabilities,
  FinishedChunk,
  TranscriptionEngine,
  TranscriptionOutcome,
  TranscriptionTask,
} from './transcription-engine.js';

/** Every engine of this installation, in order of preference. */
export function createEngines(options: { allowUnsandboxed: boolean }): TranscriptionEngine[] {
  return [new ProvidedWordsEngine(), new PocketsphinxEngine(options)];
}
