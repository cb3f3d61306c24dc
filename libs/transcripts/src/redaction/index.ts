export { type CertificateDocument, CertificateIssuer } from './certificate-issuer.service.js';
export { CutLedger } from './cut-ledger.js';
export { CutRecordingService } from './cut-recording.service.js';
export { CutWriter } from './cut-writer.service.js';
export { findSpans, REDACTION_RULES_VERSION } from './find-spans.rules.js';
export { MaskRecordingService } from './mask-recording.service.js';
export { isHidden, MASK, maskTranscript } from './mask-transcript.rules.js';
export { MaskedCopies } from './masked-copies.service.js';
export { weakening, type Weakening } from './policy.rules.js';
export { RedactedWordsService } from './redacted-words.service.js';
export { type NumberedPolicy, RedactionPolicyService } from './redaction-policy.service.js';
export {
  DestructionCertificate,
  MaskedSound,
  RecordingCut,
  RedactionPolicyRow,
  RedactionRow,
} from './redaction.entity.js';
export { RedactionModule } from './redaction.module.js';
export { type FoundSpans, SensitiveSpans } from './sensitive-spans.service.js';
export { uncutSpans } from './spans-of-sound.rules.js';
export { UnmaskedRecordings } from './unmasked-recordings.service.js';
