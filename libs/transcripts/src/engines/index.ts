export { engineId, planEngines, type EngineChoiceQuestion, type EnginePlan } from './choose-engine.rules.js';
export { createDetector, createEngines, createLanguageListener, type EngineEnv } from './create-engines.js';
export { type EngineFailure } from './engine-failure.js';
export { engineStatus, type EngineStatus, type ModelStatus } from './engine-status.js';
export { FasterWhisperEngine, type FasterWhisperOptions } from './faster-whisper/faster-whisper.engine.js';
export {
  ENCODER_READY,
  findWhisper,
  packagesFolder,
  PACKAGES_READY,
  type WhisperPackages,
} from './faster-whisper/find-whisper.js';
export { WarmWhisper } from './faster-whisper/warm-whisper.js';
export { hotwordsOf, type ExpectedPerson } from './hotwords.rules.js';
export { OpenaiEngine, hostOf, mayLeaveFor, type OpenaiOptions } from './openai/openai.engine.js';
export { PocketsphinxEngine, type PocketsphinxOptions } from './pocketsphinx.engine.js';
export { lookAtWords, type LookedAt, type WordsInHand } from './provided/look-at-words.js';
export { type KnownSpeakers } from './provided/name-speakers.rules.js';
export { type ProvidedRefusal, type RefusalCode } from './provided/provided-words.js';
export { type SimpleWords } from './provided/read-own-json.rules.js';
export { MAX_PROVIDED_BYTES, TWO_CHANNELS } from './provided/read-provided-words.rules.js';
export { ProvidedWordsEngine } from './provided.engine.js';
export { findSherpa } from './sherpa/sherpa-library.js';
export { SherpaEngine, type SherpaOptions } from './sherpa/sherpa.engine.js';
export { SileroDetector } from './sherpa/silero-detector.js';
export type {
  ChannelAudio,
  EngineCapabilities,
  FinishedChunk,
  LanguageListener,
  SpeechDetectorChoice,
  SpeechSpan,
  TranscriptionEngine,
  TranscriptionOutcome,
  TranscriptionTask,
  UnavailableReason,
} from './transcription-engine.js';
export { adviceFor } from './unavailable.rules.js';
