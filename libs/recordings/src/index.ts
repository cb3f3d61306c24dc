export * from './audio/index.js';
export { CustodyHold } from './custody/custody-hold.entity.js';
export { ObjectLockKeeper } from './custody/object-lock-keeper.service.js';
export { DestructionStarted } from './destruction-started.js';
export { CUSTODY, mayPass } from './custody/custody.rules.js';
export { CustodyService, type HoldTarget } from './custody/custody.service.js';
export { ABANDONED_AFTER_MS, AbandonedWrites } from './abandoned-writes.service.js';
export { ObjectCheck } from './care/object-check.service.js';
export { ObjectCopies, type CopyLag } from './care/object-copies.service.js';
export { KeyCheck, ORPHAN_AFTER_MS } from './keys/key-check.service.js';
export { callMeasures, type MeasuredRecording } from './measures/call-measures.rules.js';
export { RecordingMeasures } from './measures/recording-measures.service.js';
export { RecordingSpeech } from './measures/recording-speech.entity.js';
export { SPEECH_DETECTOR, SpeechMeter, type SpeechOfChannels } from './measures/speech-meter.rules.js';
export { countSpoken, type SpokenCounts } from './measures/spoken-counts.rules.js';
export { isCovered, mergeSpans, silencePeaks, type SpanMs } from './masking/silence.rules.js';
export { SILENCED_CODEC, SilencedSound, type SilenceOrder } from './masking/silenced-sound.js';
export { Recording } from './recording.entity.js';
export { RecordingsModule } from './recordings.module.js';
export { SealRecordingService } from './seal-recording.service.js';
export { ObjectWrite, StoredObject, type ObjectKind } from './stored-object.entity.js';
export {
  VaultService,
  type Authority,
  type Verification,
  type WriteRequest,
  type WrittenObject,
} from './vault.service.js';
