import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { JournalService } from '#journal';
import { Clock, newId } from '#platform';
import { CustodyService, Recording, SILENCED_CODEC, StoredObject, VaultService, type SpanMs } from '#recordings';
import { TranscriptChunk, TranscriptRow } from '../transcript.entity.js';
import { type CutObjects } from './cut-writer.service.js';
import { type RedactedWords } from './redacted-words.service.js';
import { MaskedSound, RecordingCut } from './redaction.entity.js';

/** The rows of a cut. */
@Injectable()
export class CutLedger {
  constructor(
    private readonly vault: VaultService,
    private readonly custody: CustodyService,
    private readonly source: DataSource,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /** Puts a cut off while a hold keeps the recording as it is: the sweep of unmasked recordings comes back to it. @returns whether it did */
  async deferWhileHeld(recordingId: string): Promise<boolean> {
    return this.source.transaction(async (tx) => {
      await this.custody.lock(tx, recordingId);
      const cutDeferred = await this.custody.isHeld(tx, recordingId);
      await tx.update(Recording, { id: recordingId, cutDeferred: !cutDeferred }, { cutDeferred });
      return cutDeferred;
    });
  }

  /** Nothing is left to be cut. */
  async nothingToCut(recordingId: string): Promise<void> {
    await this.source.manager.update(Recording, { id: recordingId, cutDeferred: true }, { cutDeferred: false });
  }

  /** The point of no return. @throws when the recording is not what was cut any more, or is held by now: then all is done again */
  async swap(
    recording: Recording,
    newest: RedactedWords,
    { written, spans }: { written: CutObjects; spans: SpanMs[] },
  ): Promise<void> {
    const { id: recordingId, callId, keyId: oldKeyId } = recording;
    const cutId = newId();
    await this.source.transaction(async (tx) => {
      const old = await this.lockUnchanged(tx, recording, written);
      await tx.update(Recording, recordingId, { keyId: written.keyId, codec: SILENCED_CODEC });
      for (const { object, seal } of written.objects) await this.vault.record(tx, object, seal);
      for (const { transcriptId, objectId } of written.words)
        await tx.update(TranscriptRow, transcriptId, { objectId });
      await tx.delete(TranscriptChunk, { recordingId });
      await tx.delete(MaskedSound, { recordingId });
      await this.vault.retire(tx, old);
      const oldObjects = old.map(({ id, kind, storeKey, sealedSha256 }) => ({
        objectId: id,
        kind,
        storeKey,
        sealedSha256,
      }));
      const made = { transcriptId: newest.row.id, newSha256: written.sha256, oldKeyId };
      const row = { id: cutId, recordingId, rulesVersion: newest.rulesVersion, spansMs: spans, oldObjects, ...made };
      await tx.insert(RecordingCut, { ...row, cutAt: this.clock.now() });
      const cutMs = spans.reduce((sum, [from, to]) => sum + to - from, 0);
      await this.journal.append(
        tx,
        'recording.cut',
        { recordingId, cutId, spans: spans.length, cutMs, ...made },
        { callId },
      );
    });
  }

  async keyDestroyed({ id }: RecordingCut): Promise<Date> {
    const now = this.clock.now();
    await this.source.manager.update(RecordingCut, id, { keyDestroyedAt: now });
    return now;
  }

  /** A process that seals another object of the recording meanwhile holds its row until the object is recorded, so that it is seen here. */
  private async lockUnchanged(tx: EntityManager, recording: Recording, written: CutObjects): Promise<StoredObject[]> {
    const now = await this.custody.lock(tx, recording.id);
    if (await this.custody.isHeld(tx, recording.id)) throw new Error(`recording ${recording.id} was held meanwhile`);
    const objects = await tx.findBy(StoredObject, { recordingId: recording.id });
    const words = objects.filter(({ kind }) => kind === 'transcript').length;
    if (now.keyId !== recording.keyId || now.custody !== 'sealed' || words !== written.words.length) {
      throw new Error(`recording ${recording.id} changed while card codes were cut out of it`);
    }
    return objects;
  }
}
