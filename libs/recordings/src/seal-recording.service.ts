/*
 * Sealing, after a recording was captured
 *   1. The original, and words that came with it, are read back whole; its hash must be the one of the bytes received.
 *   2. It is decoded once in the sandbox. What comes out is how long it is; less than was counted makes it incomplete, nothing undecodable.
 *      Peaks, sound checks and who spoke when come from this pass.
 *   3. The browser rendition is made; it must be as long.
 *   4. One transaction records both with what was found, marks the recording `sealed`, moves the call and completes the work.
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
  judgeDecoded,
  measurePcm,
  OpusWatch,
  type PcmMeasure,
  RENDITION_CONTENT_TYPE,
  type AudioSource,
  type Conversion,
} from './audio/index.js';
import { Recording } from './recording.entity.js';
import { SealLedger, type Decoded, type SealedObjects } from './seal-ledger.js';
import { StoredObject } from './stored-object.entity.js';
import { type WrittenObject } from './vault-object.js';
import { VaultService } from './vault.service.js';

const AUTHORITY = { kind: 'system', job: 'seal-recording' } as const;
/** Measured at the recording's own rate, for resampling rounds off what was clipped; nothing is recorded above this that anybody hears. */
const MOST_MEASURED_HZ = 48_000;

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
      const { peaks, decoded, speech } = await this.decode(recording, original, signal);
      made.push(await this.writePeaks(recording, { ...peaks, durationMs: decoded.durationMs }));
      made.push(await this.writeRendition({ ...recording, ...decoded }, original, signal));
      const verified = [];
      for (const object of made) verified.push({ object, seal: await this.vault.verify(object.row, AUTHORITY) });
      const received: SealedObjects['received'] = [{ id: original.id, seal }];
      if (words) received.push({ id: words.id, seal: await this.vault.verify(words, AUTHORITY) });
      await this.ledger.sealed(recording, { received, made: verified }, { ...decoded, speech }, lease);
    } catch (error) {
      for (const { row } of made) await this.vault.discard(row.id);
      throw error;
    }
  }

  private async decode(
    recording: Recording,
    original: StoredObject,
    signal: AbortSignal,
  ): Promise<Pick<PcmMeasure, 'peaks' | 'speech'> & { decoded: Omit<Decoded, 'speech'> }> {
    const { channels, durationMs: countedMs } = recording;
    const sampleRate = Math.min(recording.sampleRate, MOST_MEASURED_HZ);
    const pcm = decodePcm(this.audioOf(recording, original), { channel: 'all', sampleRate }, this.tools(signal));
    // Whoever stops reading ends the decoder: it would wait for its reader until the wall limit.
    const measured = await measurePcm(pcm.output, { channels, sampleRate }).finally(() => pcm.output.destroy());
    await assertEnded(pcm, `${measured.durationMs} of ${countedMs} ms`);
    const length = judgeDecoded(measured.durationMs, countedMs);
    if (length.state === 'undecodable') throw undecodable(`nothing of ${countedMs} ms`);
    const { durationMs } = length;
    const incomplete = recording.incomplete || length.incomplete;
    const { peaks, speech, checks: soundChecks } = measured;
    return { peaks, speech, decoded: { durationMs, incomplete, soundChecks } };
  }

  private async writePeaks(recording: Recording, peaks: object): Promise<WrittenObject> {
    return this.vault.write({
      ...placeOf(recording),
      kind: 'peaks',
      mimeType: 'application/json',
      source: Readable.from([Buffer.from(JSON.stringify(peaks))]),
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
      const wanted = `${watch.lengthMs()} of ${recording.durationMs} ms`;
      await assertEnded(opus, wanted);
      if (!isWholeLength(watch.lengthMs(), recording.durationMs)) throw undecodable(wanted);
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

/** That it ended by itself, whatever its exit code: ffmpeg exits 0 on half a file, and not 0 where a last frame is broken. */
async function assertEnded({ done }: Conversion, cameOut: string): Promise<void> {
  const exit = await done;
  if (exit.ended === 'aborted') throw new Error('stopped while decoding');
  if (exit.ended === 'input_failed') throw new Error('the original could not be read to its end');
  if (exit.ended === 'not_started') {
    const fault = 'ours' as const;
    throw new DomainError(
      'decoder_missing',
      'unavailable',
      { zh: '解码器或沙箱不可用。', en: 'The decoder or its sandbox is missing.' },
      { fault },
    );
  }
  if (exit.ended !== 'exited') throw undecodable(`${cameOut} (${exit.ended})`);
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
