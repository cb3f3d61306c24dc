/*
 * The job `seal-recording`, after a recording was stored. Its stored name misleads: the vault sealed the bytes as they came in; this job reads
 * them back, decodes and measures them and makes the rendition.
 *   1. The original is read back whole, once: its hash must be the one of the bytes received, and the sandbox decodes it on the way. Words
 *      that came with it are read back, too.
 *   2. One pass of the decoder gives the samples and the browser's rendition. How long it is, peaks, sound checks and who spoke when come
 *      from the samples; less than was counted makes it incomplete, nothing undecodable. The rendition must be as long.
 *   3. One transaction records what was made with what was found, marks the recording `sealed`, moves the call and completes the work.
 * Run twice, it seals once: the second finds custody `sealed`, or loses its lease and everything it wrote is taken back.
 */
import { pipeline, Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ENV, type Env, type JobContext, type SandboxExit } from '#platform';
import {
  decodeAndEncode,
  isWholeLength,
  judgeDecoded,
  measurePcm,
  OpusWatch,
  type PcmMeasure,
  RENDITION_CONTENT_TYPE,
  type AudioSource,
} from './audio/index.js';
import { Recording } from './recording.entity.js';
import { recordingsRefusals } from './refusals.js';
import { SealLedger, type Decoded, type SealedObjects } from './seal-ledger.js';
import { StoredObject } from './stored-object.entity.js';
import { type Verification, type WrittenObject } from './vault-object.js';
import { VaultService } from './vault.service.js';

const AUTHORITY = { kind: 'system', job: 'seal-recording' } as const;
/** Measured at the recording's own rate, because resampling rounds off clipped samples; above this rate there is nothing that people hear. */
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
    const words = await this.vault.find(recordingId, 'provided-words');

    const made: WrittenObject[] = [];
    try {
      const { seal, peaks, speech, decoded } = await this.convert(recording, original, made, signal);
      made.push(await this.writePeaks(recording, { ...peaks, durationMs: decoded.durationMs }));
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

  /** Hashes, decodes, measures and encodes the original in one pass. @param made gets the rendition, for the caller to take back on failure */
  private async convert(
    recording: Recording,
    original: StoredObject,
    made: WrittenObject[],
    signal: AbortSignal,
  ): Promise<Converted> {
    const { channels } = recording;
    const sampleRate = Math.min(recording.sampleRate, MOST_MEASURED_HZ);
    const read = this.vault.readBack(original, AUTHORITY, signal);
    const tools = { signal, allowUnsandboxed: this.env.allowUnsandboxed };
    const sound = decodeAndEncode(audioOf(recording, read.bytes), { channel: 'all', sampleRate }, tools);
    const watch = new OpusWatch();
    const [verified, measured, written] = await Promise.allSettled([
      read.verified,
      // A decoder waits for its reader until the wall limit, so that a reader who stops has to end it.
      measurePcm(sound.pcm, { channels, sampleRate }).finally(() => sound.pcm.destroy()),
      this.writeRendition(recording, sound.opus, watch),
    ]);
    if (written.status === 'fulfilled') made.push(written.value);
    const seal = resultOf(verified);
    if (seal.sha256 !== recording.sha256) throw recordingsRefusals.object_damaged();
    resultOf(written);
    const { peaks, speech, durationMs, checks: soundChecks } = resultOf(measured);
    const decoded = { ...lengthOf(recording, await sound.done, durationMs, watch.lengthMs()), soundChecks };
    return { seal, peaks, speech, decoded };
  }

  private async writePeaks(recording: Recording, peaks: object): Promise<WrittenObject> {
    return this.vault.write({
      ...placeOf(recording),
      kind: 'peaks',
      mimeType: 'application/json',
      source: Readable.from([Buffer.from(JSON.stringify(peaks))]),
    });
  }

  private async writeRendition(recording: Recording, opus: Readable, watch: OpusWatch): Promise<WrittenObject> {
    // Unlike `pipe`, this ends the encoder when the vault stops reading.
    const source = pipeline(opus, watch, () => undefined);
    const mimeType = RENDITION_CONTENT_TYPE;
    return this.vault
      .write({ ...placeOf(recording), kind: 'rendition', mimeType, source })
      .finally(() => source.destroy());
  }
}

/** What one pass over the original gives. */
type Converted = Pick<PcmMeasure, 'peaks' | 'speech'> & { seal: Verification; decoded: Omit<Decoded, 'speech'> };

function audioOf({ codec, channels, sampleRate, durationMs }: Recording, bytes: Readable): AudioSource {
  const format = { codec: codec as AudioSource['format']['codec'], channels: channels as 1 | 2, sampleRate };
  return { bytes, format, durationMs };
}

function resultOf<T>(part: PromiseSettledResult<T>): T {
  if (part.status === 'rejected') throw part.reason;
  return part.value;
}

const placeOf = ({ id, keyId }: Recording) => ({ recordingId: id, keyId });

/**
 * How long the recording is, once the decoder has ended on its own. Its exit code does not tell: ffmpeg exits 0 on half a file, and not 0
 * where a last frame is broken.
 */
function lengthOf(
  { durationMs: countedMs, incomplete }: Recording,
  exit: SandboxExit,
  decodedMs: number,
  renditionMs: number,
): Pick<Decoded, 'durationMs' | 'incomplete'> {
  if (exit.ended === 'aborted') throw new Error('stopped while decoding');
  if (exit.ended === 'input_failed') throw new Error('the original could not be read to its end');
  if (exit.ended === 'not_started') throw recordingsRefusals.decoder_missing();
  if (exit.ended !== 'exited')
    throw recordingsRefusals.audio_undecodable(`${decodedMs} of ${countedMs} ms (${exit.ended})`);
  const length = judgeDecoded(decodedMs, countedMs);
  if (length.state === 'undecodable') throw recordingsRefusals.audio_undecodable(`nothing of ${countedMs} ms`);
  if (!isWholeLength(renditionMs, length.durationMs))
    throw recordingsRefusals.audio_undecodable(`a rendition of ${renditionMs} of ${length.durationMs} ms`);
  return { durationMs: length.durationMs, incomplete: incomplete || length.incomplete };
}
