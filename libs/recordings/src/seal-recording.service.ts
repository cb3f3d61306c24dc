/*
 * Sealing, after a recording was captured
 *   1. The original, and words that came with it, are read back whole; its hash must be the one of the bytes received.
 *   2. It is decoded once in the sandbox: as many seconds must come out as the file holds. The peaks come from this pass.
 *   3. The browser rendition is made; it, too, must be as long.
 *   4. One transaction records both, marks the recording `sealed`, moves the call and completes the work.
 * Run twice, it seals once: the second finds custody `sealed`, or loses its lease and everything it wrote is taken back.
 */
import { pipeline, Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError, ENV, type Env, type JobContext } from '#platform';
import {
  decodePcm,
  encodeOpus,
  isWholeLength,
  measurePcm,
  OpusWatch,
  RENDITION_CONTENT_TYPE,
  type AudioSource,
  type Conversion,
} from './audio/index.js';
import { Recording } from './recording.entity.js';
import { SealLedger, type SealedObjects } from './seal-ledger.js';
import { StoredObject } from './stored-object.entity.js';
import { VaultService, type WrittenObject } from './vault.service.js';

const AUTHORITY = { kind: 'system', job: 'seal-recording' } as const;
/** Enough for peaks; the decoder has to read the whole file whatever the rate. */
const PEAKS_SAMPLE_RATE = 8000;

@Injectable()
export class SealRecordingService {
  constructor(
    private readonly source: DataSource,
    private readonly vault: VaultService,
    private readonly ledger: SealLedger,
    @Inject(ENV) private readonly env: Env,
  ) {}

  async seal(recordingId: string, { lease, signal }: JobContext): Promise<void> {
    const recording = await this.source.manager.findOneByOrFail(Recording, { id: recordingId });
    if (recording.custody !== 'captured') return this.ledger.nothingToDo(lease);
    const original = await this.vault.find(recordingId, 'original');
    if (!original) throw new Error(`recording ${recordingId} has no original`);
    const seal = await this.vault.verify(original, AUTHORITY);
    if (seal.sha256 !== recording.sha256) throw notAsReceived();
    const words = await this.vault.find(recordingId, 'provided-words');

    const made: WrittenObject[] = [];
    try {
      made.push(await this.writePeaks(recording, original, signal));
      made.push(await this.writeRendition(recording, original, signal));
      const verified = [];
      for (const object of made) verified.push({ object, seal: await this.vault.verify(object.row, AUTHORITY) });
      const received: SealedObjects['received'] = [{ id: original.id, seal }];
      if (words) received.push({ id: words.id, seal: await this.vault.verify(words, AUTHORITY) });
      await this.ledger.sealed(recording, { received, made: verified }, lease);
    } catch (error) {
      for (const { row } of made) await this.vault.discard(row.id);
      throw error;
    }
  }

  private async writePeaks(recording: Recording, original: StoredObject, signal: AbortSignal): Promise<WrittenObject> {
    const { channels } = recording;
    const pcm = decodePcm(
      this.audioOf(recording, original),
      { channel: 'all', sampleRate: PEAKS_SAMPLE_RATE },
      this.tools(signal),
    );
    // Whoever stops reading ends the decoder: it would wait for its reader until the wall limit.
    const measured = await measurePcm(pcm.output, { channels, sampleRate: PEAKS_SAMPLE_RATE }).finally(() =>
      pcm.output.destroy(),
    );
    await assertWhole(pcm, measured.durationMs, recording.durationMs);
    const json = Buffer.from(JSON.stringify({ ...measured.peaks, durationMs: recording.durationMs }));
    return this.vault.write({
      ...placeOf(recording),
      kind: 'peaks',
      mimeType: 'application/json',
      source: Readable.from([json]),
    });
  }

  private async writeRendition(
    recording: Recording,
    original: StoredObject,
    signal: AbortSignal,
  ): Promise<WrittenObject> {
    const opus = encodeOpus(this.audioOf(recording, original), this.tools(signal));
    const watch = new OpusWatch();
    // Unlike `pipe`, this ends the encoder when the vault stops reading.
    const source = pipeline(opus.output, watch, () => undefined);
    const mimeType = RENDITION_CONTENT_TYPE;
    const written = await this.vault
      .write({ ...placeOf(recording), kind: 'rendition', mimeType, source })
      .finally(() => source.destroy());
    try {
      await assertWhole(opus, watch.lengthMs(), recording.durationMs);
    } catch (error) {
      await this.vault.discard(written.row.id);
      throw error;
    }
    return written;
  }

  private audioOf(recording: Recording, original: StoredObject): AudioSource {
    const { channels, sampleRate, durationMs } = recording;
    const format = {
      codec: recording.codec as AudioSource['format']['codec'],
      channels: channels as 1 | 2,
      sampleRate,
    };
    return { bytes: Readable.from(this.vault.read(original, AUTHORITY)), format, durationMs };
  }

  private tools(signal: AbortSignal) {
    return { signal, allowUnsandboxed: this.env.allowUnsandboxed };
  }
}

const placeOf = ({ id, keyId }: Recording) => ({ recordingId: id, keyId });

async function assertWhole({ done }: Conversion, convertedMs: number, expectedMs: number): Promise<void> {
  const exit = await done;
  if (exit.ended === 'aborted') throw new Error('stopped while decoding');
  if (exit.ended === 'not_started') {
    const fault = 'ours' as const;
    throw new DomainError(
      'decoder_missing',
      'unavailable',
      { zh: '解码器或沙箱不可用。', en: 'The decoder or its sandbox is missing.' },
      { fault },
    );
  }
  if (!isWholeLength(convertedMs, expectedMs)) throw undecodable(`${convertedMs} of ${expectedMs} ms (${exit.ended})`);
}

const undecodable = (cause: string) =>
  new DomainError(
    'audio_undecodable',
    'bad_input',
    { zh: '录音不能完整解码。', en: 'The recording cannot be decoded whole.' },
    { fault: 'caller', cause },
  );

const notAsReceived = () =>
  new DomainError(
    'object_damaged',
    'unavailable',
    { zh: '封存的录音与收到时不一致。', en: 'The sealed recording is not what was received.' },
    { fault: 'storage' },
  );
