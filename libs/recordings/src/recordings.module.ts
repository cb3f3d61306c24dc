import { Module } from '@nestjs/common';
import { CallsModule } from '#calls';
import { JournalModule } from '#journal';
import { CertificateFiles } from './certificates/certificate-files.js';
import { CertificateRegister, CertificateNumbers } from './certificates/certificate-register.service.js';
import { ObjectLockKeeper } from './custody/object-lock-keeper.service.js';
import { CustodyService } from './custody/custody.service.js';
import { AbandonedWrites } from './abandoned-writes.service.js';
import { ObjectCheck } from './care/object-check.service.js';
import { ObjectCopies } from './care/object-copies.service.js';
import { KeyCheck } from './keys/key-check.service.js';
import { KeyDirectoryMarking } from './keys/key-directory-marking.service.js';
import { KeyDoubts } from './keys/key-doubts.service.js';
import { RecordingMeasures } from './measures/recording-measures.service.js';
import { PartSound } from './parts/part-sound.service.js';
import { SealLedger } from './seal-ledger.js';
import { SealRecordingService } from './seal-recording.service.js';
import { SilencedSound } from './masking/silenced-sound.js';
import { VaultService } from './vault.service.js';

@Module({
  imports: [JournalModule, CallsModule],
  providers: [
    KeyDirectoryMarking,
    KeyCheck,
    KeyDoubts,
    CertificateFiles,
    CertificateNumbers,
    ObjectCheck,
    ObjectCopies,
    CertificateRegister,
    CustodyService,
    ObjectLockKeeper,
    VaultService,
    AbandonedWrites,
    SealLedger,
    SealRecordingService,
    RecordingMeasures,
    SilencedSound,
    PartSound,
  ],
  exports: [
    KeyCheck,
    KeyDoubts,
    CertificateFiles,
    CertificateNumbers,
    ObjectCheck,
    ObjectCopies,
    CertificateRegister,
    CustodyService,
    ObjectLockKeeper,
    VaultService,
    AbandonedWrites,
    SealRecordingService,
    RecordingMeasures,
    SilencedSound,
    PartSound,
  ],
})
export class RecordingsModule {}
