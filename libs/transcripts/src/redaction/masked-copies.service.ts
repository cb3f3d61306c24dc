import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import { type Peaks } from '#contracts';
import { JournalService } from '#journal';
import { Clock } from '#platform';
import {
  silencePeaks,
  SilencedSound,
  StoredObject,
  VaultService,
  type Recording,
  type SilenceOrder,
  type SpanMs,
  type Verification,
  type WrittenObject,
} from '#recordings';
import { MASK_AUTHORITY, type RedactedWords } from './redacted-words.service.js';
import { MaskedSound } from './redaction.entity.js';

interface MadeCopy {
  rendition: { object: WrittenObject; seal: Verification };
  peaks: { object: WrittenObject; seal: Verification };
}

/** Makes the copies that are silent where something sensitive is said, and lets go of those that they replace. */
@Injectable()
export class MaskedCopies {
  constructor(
    private readonly source: DataSource,
    private readonly vault: VaultService,
    private readonly sound: SilencedSound,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /**
   * Sees to it that the recording's copy is of these words; where nothing was found there is none.
   * @param spans where the copy is silent
   * @param commit what is written in the same transaction
   */
  async settle(
    recording: Recording,
    { newest: words, spans }: { newest: RedactedWords | undefined; spans: SpanMs[] },
    signal: AbortSignal,
    commit: (tx: EntityManager) => Promise<void>,
  ): Promise<void> {
    const { id: recordingId } = recording;
    const before = await this.source.manager.findOneBy(MaskedSound, { recordingId });
    const isSame = before?.transcriptId === words?.row.id && before?.rulesVersion === words?.rulesVersion;
    if (isSame || (!before && spans.length === 0)) return this.source.transaction(commit);
    const made = words && spans.length > 0 ? await this.make(recording, spans, signal) : null;
    const old = before ? [before.renditionObjectId, before.peaksObjectId] : [];
    try {
      await this.source.transaction(async (tx) => {
        await commit(tx);
        await tx.delete(MaskedSound, { recordingId });
        await this.vault.retire(tx, await tx.findBy(StoredObject, { id: In(old) }));
        if (made && words) await this.record(tx, recording, words, { made, spans });
      });
    } catch (error) {
      if (made) for (const { object } of [made.rendition, made.peaks]) await this.vault.discard(object.row.id);
      throw error;
    }
    for (const objectId of old) await this.vault.discard(objectId);
  }

  private async make(recording: Recording, spans: readonly SpanMs[], signal: AbortSignal): Promise<MadeCopy> {
    const original = await this.vault.find(recording.id, 'original');
    const seen = await this.vault.find(recording.id, 'peaks');
    if (!original || !seen) throw new Error(`recording ${recording.id} is not sealed whole`);
    const order: SilenceOrder = { recording, original, spans, keyId: recording.keyId, job: 'mask-recording', signal };
    const peaks = JSON.parse((await this.vault.readAll(seen, MASK_AUTHORITY)).toString('utf8')) as Peaks;
    const rendition = await this.sound.writeRendition(order, 'masked-rendition');
    try {
      const masked = spans.map(([fromMs, toMs]) => ({ fromMs, toMs }));
      const data = silencePeaks(peaks.data, peaks.perSecond, spans);
      const flat = await this.sound.writeJson(order, 'masked-peaks', { ...peaks, data, masked });
      return { rendition: await this.verified(rendition), peaks: await this.verified(flat) };
    } catch (error) {
      await this.vault.discard(rendition.row.id);
      throw error;
    }
  }

  private async verified(object: WrittenObject) {
    return { object, seal: await this.vault.verify(object.row, MASK_AUTHORITY) };
  }

  private async record(
    tx: EntityManager,
    { id: recordingId, callId }: Recording,
    { row, rulesVersion }: RedactedWords,
    { made, spans }: { made: MadeCopy; spans: SpanMs[] },
  ): Promise<void> {
    for (const { object, seal } of [made.rendition, made.peaks]) await this.vault.record(tx, object, seal);
    const objectId = made.rendition.object.row.id;
    await tx.insert(MaskedSound, {
      recordingId,
      transcriptId: row.id,
      rulesVersion,
      renditionObjectId: objectId,
      peaksObjectId: made.peaks.object.row.id,
      spansMs: spans,
      madeAt: this.clock.now(),
    });
    const maskedMs = spans.reduce((sum, [from, to]) => sum + to - from, 0);
    const details = { recordingId, transcriptId: row.id, rulesVersion, objectId, spans: spans.length, maskedMs };
    await this.journal.append(tx, 'recording.masked', details, { callId });
  }
}
