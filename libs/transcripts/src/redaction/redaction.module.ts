import { Module } from '@nestjs/common';
import { JournalModule } from '#journal';
import { RecordingsModule } from '#recordings';
import { CardCodeDecisions } from './card-code-decisions.service.js';
import { CertificateIssuer } from './certificate-issuer.service.js';
import { CutLedger } from './cut-ledger.js';
import { CutRecordingService } from './cut-recording.service.js';
import { CutWriter } from './cut-writer.service.js';
import { MaskRecordingService } from './mask-recording.service.js';
import { MaskedCopies } from './masked-copies.service.js';
import { RedactedWordsService, MaskingWorkThread } from './redacted-words.service.js';
import { RedactionPolicyService } from './redaction-policy.service.js';
import { SensitiveSpans } from './sensitive-spans.service.js';
import { UnmaskedRecordings } from './unmasked-recordings.service.js';

/** What must not be read or heard: found, hidden, and in the case of card codes destroyed. */
@Module({
  imports: [JournalModule, RecordingsModule],
  providers: [
    ...[SensitiveSpans, RedactionPolicyService, RedactedWordsService, MaskedCopies, MaskRecordingService],
    ...[CutWriter, CutLedger, CutRecordingService, CertificateIssuer, UnmaskedRecordings],
    ...[CardCodeDecisions, MaskingWorkThread],
  ],
  exports: [CardCodeDecisions, SensitiveSpans, RedactionPolicyService, MaskRecordingService, UnmaskedRecordings],
})
export class RedactionModule {}
