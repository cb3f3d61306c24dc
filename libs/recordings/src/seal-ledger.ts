import { Injectable } from '@nestjs/common';
import { StageCompletion } from '#calls';
import { JournalService } from '#journal';
import { Clock, type Lease } from '#platform';
import { Recording } from './recording.entity.js';
import { StoredObject } from './stored-object.entity.js';
import { VaultService, type WrittenObject } from './vault.service.js';

/** The transaction at the end of sealing. */
@Injectable()
export class SealLedger {
  constructor(
    private readonly vault: VaultService,
    private readonly completion: StageCompletion,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  async nothingToDo(lease: Lease): Promise<void> {
    await this.completion.alreadyDone(lease);
  }

  async sealed(
    recording: Recording,
    original: StoredObject,
    written: readonly WrittenObject[],
    lease: Lease,
  ): Promise<void> {
    const { id: recordingId, callId, durationMs } = recording;
    await this.completion.complete(lease, callId, 'sealed', async (tx) => {
      for (const object of written) await this.vault.record(tx, object, true);
      const sealedAt = this.clock.now();
      await tx.update(StoredObject, original.id, { verifiedAt: sealedAt });
      await tx.update(Recording, recordingId, { custody: 'sealed', sealedAt });
      await this.journal.append(tx, 'recording.sealed', { recordingId, objectId: original.id, durationMs }, { callId });
    });
  }
}
