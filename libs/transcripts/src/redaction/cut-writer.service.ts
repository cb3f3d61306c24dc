import { Injectable } from '@nestjs/common';
import {
  SilencedSound,
  VaultService,
  type Recording,
  type SilenceOrder,
  type SpanMs,
  type Verification,
  type WrittenObject,
} from '#recordings';
import { inPieces } from '../in-pieces.js';
import { MASK_AUTHORITY, RedactedWordsService, type RedactedWords } from './redacted-words.service.js';

/** Everything of a recording that is kept, sealed again and read back; no row knows it yet. */
export interface CutObjects {
  keyId: string;
  /** sha256 of the new original, hex. */
  sha256: string;
  /** The original first: the new key goes with it. */
  objects: { object: WrittenObject; seal: Verification }[];
  words: { transcriptId: string; objectId: string }[];
}

/** Writes a recording again without its card codes, under a key of its own. */
@Injectable()
export class CutWriter {
  constructor(
    private readonly vault: VaultService,
    private readonly sound: SilencedSound,
    private readonly words: RedactedWordsService,
  ) {}

  async write(
    recording: Recording,
    words: readonly RedactedWords[],
    spans: readonly SpanMs[],
    signal: AbortSignal,
  ): Promise<CutObjects> {
    const original = await this.vault.find(recording.id, 'original');
    if (!original) throw new Error(`recording ${recording.id} has no original`);
    const measured: SilenceOrder = {
      recording,
      original,
      spans,
      keyId: recording.keyId,
      job: 'mask-recording',
      signal,
    };
    const { peaks, frames } = await this.sound.measure(measured);
    const keyId = await this.vault.newRecordingKey(recording.id);
    const order: SilenceOrder = { ...measured, keyId, keyIsNew: true };
    const first = await this.sound.writeOriginal(order, frames);
    const done: WrittenObject[] = [first];
    try {
      // What was split is not played.
      if (!recording.splitAt) {
        done.push(await this.sound.writeRendition(order, 'rendition'));
        done.push(await this.sound.writeJson(order, 'peaks', { ...peaks, durationMs: recording.durationMs }));
      }
      const sealed = [];
      for (const one of words) {
        const object = await this.writeWords(recording, one, keyId);
        done.push(object);
        sealed.push({ transcriptId: one.row.id, objectId: object.row.id });
      }
      const objects = [];
      for (const object of done) {
        objects.push({ object, seal: await this.vault.verify({ ...object.row, keyId }, MASK_AUTHORITY) });
      }
      return { keyId, sha256: first.sha256, objects, words: sealed };
    } catch (error) {
      await this.take(done, keyId);
      throw error;
    }
  }

  /** Takes back what was written, the new key with it. */
  async discard({ objects, keyId }: CutObjects): Promise<void> {
    await this.take(
      objects.map(({ object }) => object),
      keyId,
    );
  }

  private async take(objects: readonly WrittenObject[], keyId: string): Promise<void> {
    const [first, ...others] = objects;
    for (const { row } of others) await this.vault.discard(row.id);
    if (first) await this.vault.discard(first.row.id, { keyId });
  }

  private async writeWords({ id }: Recording, words: RedactedWords, keyId: string): Promise<WrittenObject> {
    const source = inPieces(await this.words.withoutCodes(words));
    return this.vault.write({ recordingId: id, keyId, kind: 'transcript', mimeType: 'application/json', source });
  }
}
