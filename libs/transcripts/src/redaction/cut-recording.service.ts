/*
 * Cutting spoken card codes out of a stored recording (decision 32)
 *   1. The original is decoded, silenced where a code is said, and sealed as a WAVE file under a new recording key; so are a new rendition,
 *      new peaks, and every version of the words with the code's characters hidden. All are read back.
 *   2. One transaction, under the lock of the recording's row, puts them in the place of the old ones, gives the recording the new key, and
 *      journals `recording.cut`. Until here a killed process leaves only writes that the sweep takes back. From here there is no return.
 *   3. `finish`: both copies of the old key are destroyed, then the old objects with every version in the store, then the certificate is
 *      signed. Each step is written down and safe to do again; the next try of the job, or the sweep, goes on where a killed one stopped.
 * Words that came with the call and checkpoints of its transcription hold the code too, and go with the rest.
 * What is said in a part is said in the recording that it was cut from: the code is cut out of that first.
 * A hold keeps a recording as it is: the cut waits until it is released. It is asked first, and again in step 2 under the same lock.
 */
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import { faultPoint } from '#platform';
import { isCovered, mergeSpans, Recording, VaultService, type SpanMs } from '#recordings';
import { CertificateIssuer } from './certificate-issuer.service.js';
import { CutLedger } from './cut-ledger.js';
import { CutWriter } from './cut-writer.service.js';
import { type RedactedWords } from './redacted-words.service.js';
import { RecordingCut } from './redaction.entity.js';

@Injectable()
export class CutRecordingService {
  constructor(
    private readonly source: DataSource,
    private readonly vault: VaultService,
    private readonly writer: CutWriter,
    private readonly certificates: CertificateIssuer,
    private readonly ledger: CutLedger,
  ) {}

  /** @param spans what no earlier cut has silenced */
  async cut(
    recording: Recording,
    words: readonly RedactedWords[],
    spans: SpanMs[],
    signal: AbortSignal,
  ): Promise<void> {
    const [newest] = words;
    if (!newest || spans.length === 0) return this.ledger.nothingToCut(recording.id);
    if (await this.ledger.deferWhileHeld(recording.id)) return;
    if (recording.partOfId !== null) await this.cutWhole(recording, newest, spans, signal);
    await this.write(recording, words, { newest, spans }, signal);
  }

  private async write(
    recording: Recording,
    words: readonly RedactedWords[],
    { newest, spans }: { newest: RedactedWords; spans: SpanMs[] },
    signal: AbortSignal,
  ): Promise<void> {
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

  /** Once, also where the part itself is cut by a later try. */
  private async cutWhole(
    { partOfId, partFromMs }: Recording,
    newest: RedactedWords,
    spans: readonly SpanMs[],
    signal: AbortSignal,
  ): Promise<void> {
    const whole = await this.source.manager.findOneByOrFail(Recording, { id: partOfId ?? '' });
    const shifted = spans.map(([from, to]): SpanMs => [from + (partFromMs ?? 0), to + (partFromMs ?? 0)]);
    const before = await this.source.manager.findBy(RecordingCut, { recordingId: whole.id });
    const done = mergeSpans(before.flatMap(({ spansMs }) => spansMs));
    const left = shifted.filter((span) => !isCovered([span], done));
    if (left.length > 0) await this.write(whole, [], { newest, spans: left }, signal);
    else await this.finish(whole.id);
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
