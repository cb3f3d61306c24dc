import { Injectable } from '@nestjs/common';
import { StageCompletion } from '#calls';
import { JournalService } from '#journal';
import { Clock, type Lease } from '#platform';
import { RecordingSpeech } from './measures/recording-measures.service.js';
import { type SpeechOfChannels } from './measures/speech-meter.rules.js';
import { Recording } from './recording.entity.js';
import { type Verification, type WrittenObject } from './vault-object.js';
import { VaultService } from './vault.service.js';

/** What was read back before a recording may be called sealed: what came, the original first, and what was made of it. */
export interface SealedObjects {
  received: [{ id: string; seal: Verification }, ...{ id: string; seal: Verification }[]];
  made: { object: WrittenObject; seal: Verification }[];
}

/** What decoding has shown of a recording. */
export type Decoded = Pick<Recording, 'durationMs' | 'incomplete' | 'soundChecks'> & { speech: SpeechOfChannels };

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
    { id: recordingId, callId }: Recording,
    objects: SealedObjects,
    { speech, ...decoded }: Decoded,
    lease: Lease,
  ): Promise<void> {
    await this.completion.complete(lease, callId, 'sealed', async (tx) => {
      for (const { object, seal } of objects.made) await this.vault.record(tx, object, seal);
      for (const { id, seal } of objects.received) await this.vault.markVerified(tx, id, seal);
      await tx.update(Recording, recordingId, { ...decoded, custody: 'sealed', sealedAt: this.clock.now() });
      await tx.insert(RecordingSpeech, { recordingId, ...speech, measuredAt: this.clock.now() });
      const objectId = objects.received[0].id;
      const { durationMs } = decoded;
      const sealed = {
        recordingId,
        objectId,
        durationMs,
        ...(objects.received.length > 1 && { wordsCame: true as const }),
      };
      await this.journal.append(tx, 'recording.sealed', sealed, { callId });
    });
  }
}
