export * from './rules.js';
export * from './audio/index.js';
export {
  CertificateRegister,
  certificatesDir,
  CertificateNumbers,
  type CertificateHead,
  type CertificateSubject,
} from './certificates/certificate-register.service.js';
export { CertificateFiles, type SignedCertificate } from './certificates/certificate-files.js';
export { DestructionCertificate } from './certificates/destruction-certificate.entity.js';
export { CustodyHold } from './custody/custody-hold.entity.js';
export { CustodyService, type HoldTarget } from './custody/custody.service.js';
export { ABANDONED_AFTER_MS, AbandonedWrites } from './abandoned-writes.service.js';
export { ObjectCheck } from './care/object-check.service.js';
export { ObjectCopies, type CopyLag } from './care/object-copies.service.js';
export { KeyCheck, ORPHAN_AFTER_MS } from './keys/key-check.service.js';
export { KeyDirectoryMarking } from './keys/key-directory-marking.service.js';
export { KeyDoubts, type Doubt, type DoubtReason } from './keys/key-doubts.service.js';
export { eraseMeasures, eraseSpeech, type ErasedRows } from './measures/erase-measures.js';
export { RecordingMeasures, RecordingSpeech } from './measures/recording-measures.service.js';
export { RecordingTrack, RecordingUnheard, captureOfPart } from './captured/captured-sound.entity.js';
export { SILENCED_CODEC, SilencedSound, type SilenceOrder } from './masking/silenced-sound.js';
export { DestructionStarted } from './refusals.js';
export { ObjectLockKeeper } from './custody/object-lock-keeper.service.js';
export { familyOf, markSplit, SAME_ORIGINAL } from './custody/family.js';
export { PART_CODEC, PartSound, type CutSound, type Stretch } from './parts/part-sound.service.js';
export { Recording } from './recording.entity.js';
export { RecordingsModule } from './recordings.module.js';
export { SealRecordingService } from './seal-recording.service.js';
export { ObjectWrite, StoredObject, type ObjectKind } from './stored-object.entity.js';
export { type Verification, type WriteRequest, type WrittenObject } from './vault-object.js';
export { VaultService } from './vault.service.js';
export { Warrant, type Authority } from './warrant.js';
export { foundDestroyed, keepWords, wantNewWords, workableSubjects } from './words-wanted.js';
