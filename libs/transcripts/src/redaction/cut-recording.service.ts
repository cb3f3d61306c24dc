/*
 * Cutting spoken card codes out of a stored recording (design §5, ADR 0032)
 *   1. The original is decoded, silenced where a code is said, and sealed as a WAVE file under a new recording key; so are a new rendition,
 *      new peaks, and every version of the words with the code's characters hidden. All are read back.
 *   2. One transaction, under the lock of the recording's row, puts them in the place of the old ones, gives the recording the new key, and
 *      journals `recording.cut`. Until here a killed process leaves only writes that the sweep takes back. From here there is no return.
 *   3. `finish`: both copies of the old key are destroyed, then the old objects with every version in the store, then the certificate is
 *      signed. Each step is written down and safe to do again; the next try of the job, or the sweep, goes on where a killed one stood.
 * Words that came with the call and checkpoints of its transcription hold the code too, and go with the rest.
 * A hold keeps a recording as it is: whatever lists holds must refuse in step 2, under the same lock, before anything is replaced.
 */
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { JournalService } from '#journal';
import { Clock, faultPoint, newId } from '#platform';
import { Recording, SILENCED_CODEC, StoredObject, VaultService, mergeSpans, type SpanMs } from '#recordings';
import { TranscriptChunk, TranscriptRow } from '../transcript.entity.js';
import { CertificateIssuer } from './certificate-issuer.service.js';
import { CutWriter, type CutObjects } from './cut-writer.service.js';
import { type RedactedWords } from './redacted-words.service.js';
import { MaskedSound, RecordingCut } from './redaction.entity.js';
import { uncutSpans } from './spans-of-sound.rules.js';

@Injectable()
export class CutRecordingService {
  constructor(
    private readonly source: DataSource,
    private readonly vault: VaultService,
    private readonly writer: CutWriter,
    private readonly certificates: CertificateIssuer,
    private readonly ledger: CutLedger,
  ) {}

  /** Cuts what no earlier cut has silenced. */
  async cut(recording: Recording, words: readonly RedactedWords[], signal: AbortSignal): Promise<void> {
    const cuts = await this.source.manager.findBy(RecordingCut, { recordingId: recording.id });
    const cut = mergeSpans(cuts.flatMap(({ spansMs }) => spansMs));
    const spans = mergeSpans(words.flatMap((one) => uncutSpans(one.spans, cut, recording.durationMs)));
    const [newest] = words;
    if (!newest || spans.length === 0) return;
    const written = await this.writer.write(recording, words, spans, signal);
    faultPoint('cut.before-commit');
    try {
      await this.ledger.swap(recording, newest, { written, spans });
    } catch (error) {
      await this.writer.discard(written);
      throw error;
    }
    faultPoint('cut.before-destruction');
    await this.finish(recording.id);
  }

  /** Destroys what cuts have replaced, and certifies it. Nothing to do where that is done. */
  async finish(recordingId: string): Promise<void> {
    const cuts = await this.source.manager.findBy(RecordingCut, { recordingId, oldObjectsDeletedAt: IsNull() });
    for (const cut of cuts) {
      await this.vault.destroyKey(cut.oldKeyId);
      if (!cut.keyDestroyedAt) cut.keyDestroyedAt = await this.ledger.keyDestroyed(cut);
      faultPoint('cut.before-certificate');
      for (const { objectId } of cut.oldObjects) await this.vault.discard(objectId);
      await this.certificates.issue(cut, cut.keyDestroyedAt);
    }
  }
}

/** The rows of a cut. */
@Injectable()
export class CutLedger {
  constructor(
    private readonly vault: VaultService,
    private readonly source: DataSource,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /** The point of no return. @throws when the recording is not what was cut any more: then all is done again */
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

  /** Whoever seals another object of the recording meanwhile holds its row until it is recorded, and is then seen here. */
  private async lockUnchanged(tx: EntityManager, recording: Recording, written: CutObjects): Promise<StoredObject[]> {
    const where = { id: recording.id };
    const now = await tx.findOneOrFail(Recording, { where, lock: { mode: 'pessimistic_write' } });
    const objects = await tx.findBy(StoredObject, { recordingId: recording.id });
    const words = objects.filter(({ kind }) => kind === 'transcript').length;
    if (now.keyId !== recording.keyId || now.custody !== 'sealed' || words !== written.words.length) {
      throw new Error(`recording ${recording.id} changed while card codes were cut out of it`);
    }
    return objects;
  }
}
