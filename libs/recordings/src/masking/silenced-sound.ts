import { pipeline, Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { type JobName } from '#contracts';
import { ENV, type Env } from '#platform';
import { waveHeader } from '#platform/rules';
import {
  type AudioSource,
  type Conversion,
  decodePcm,
  encodeOpus,
  isWholeLength,
  measurePcm,
  OpusWatch,
  type Peaks,
  RENDITION_CONTENT_TYPE,
  wholeFrames,
} from '../audio/index.js';
import { Recording } from '../recording.entity.js';
import { StoredObject } from '../stored-object.entity.js';
import { type WrittenObject } from '../vault-object.js';
import { VaultService } from '../vault.service.js';
import { Silencer, type SpanMs } from './silence.rules.js';

/** A stored recording, to be written again with silence in it. */
export interface SilenceOrder {
  recording: Recording;
  original: StoredObject;
  spans: readonly SpanMs[];
  /** Key that what is written is sealed under: the recording's, or a new one. */
  keyId: string;
  /** The key was made for this: it goes with the original, if that is taken back. */
  keyIsNew?: boolean;
  job: JobName;
  signal: AbortSignal;
}

/** What a silenced original is, for its row. */
export const SILENCED_CODEC = 'pcm_s16le';
const SILENCED_MIME = 'audio/wav';

/** Decodes a stored recording, makes stretches of it silent, and seals what comes out. */
@Injectable()
export class SilencedSound {
  constructor(
    private readonly vault: VaultService,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** Peaks of the silenced sound, and how many frames it has. */
  async measure(order: SilenceOrder): Promise<{ peaks: Peaks; frames: number }> {
    const { channels, sampleRate } = order.recording;
    const silencer = this.silencer(order);
    const pcm = this.decode(order);
    const silenced = Readable.from(silence(pcm.output, silencer, channels), { objectMode: false });
    const { peaks } = await measurePcm(silenced, { channels, sampleRate }).finally(() => pcm.output.destroy());
    await assertWhole(pcm, order.recording, (silencer.frames * 1000) / sampleRate);
    return { peaks, frames: silencer.frames };
  }

  /** The whole sound as a WAVE file of 16-bit samples at the recording's own rate: nothing is lost but what is silenced. */
  async writeOriginal(order: SilenceOrder, frames: number): Promise<WrittenObject> {
    const { id: recordingId, channels, sampleRate } = order.recording;
    const pcm = this.decode(order);
    const silencer = this.silencer(order);
    const source = withHeader(
      waveHeader({ channels, sampleRate, dataBytes: frames * channels * 2 }),
      silence(pcm.output, silencer, channels),
    );
    const { keyId, keyIsNew = false } = order;
    const place = { recordingId, keyId, keyIsNew, kind: 'original' as const, mimeType: SILENCED_MIME };
    const written = await this.vault.write({ ...place, source }).finally(() => pcm.output.destroy());
    const check = async () => {
      await assertWhole(pcm, order.recording, (silencer.frames * 1000) / sampleRate);
      if (silencer.frames !== frames) throw new Error(`decoded ${silencer.frames} frames, and ${frames} before`);
    };
    return this.orDiscard(written, check, keyIsNew ? { keyId } : {});
  }

  /** What browsers play. */
  async writeRendition(order: SilenceOrder, kind: 'rendition' | 'masked-rendition'): Promise<WrittenObject> {
    const { id: recordingId, channels, sampleRate, durationMs } = order.recording;
    const pcm = this.decode(order);
    const samples = silence(pcm.output, this.silencer(order), channels);
    const bytes = Readable.from(withHeader(waveHeader({ channels, sampleRate }), samples), { objectMode: false });
    const format = { codec: SILENCED_CODEC, channels: channels as 1 | 2, sampleRate } as const;
    const opus = encodeOpus({ bytes, format, durationMs }, this.tools(order));
    const watch = new OpusWatch();
    const source = pipeline(opus.output, watch, () => undefined);
    const place = { recordingId, keyId: order.keyId, kind, mimeType: RENDITION_CONTENT_TYPE };
    const written = await this.vault.write({ ...place, source }).finally(() => {
      source.destroy();
      pcm.output.destroy();
    });
    return this.orDiscard(written, () => assertWhole(opus, order.recording, watch.lengthMs()));
  }

  /** Seals a piece of JSON beside the sound. */
  async writeJson(order: SilenceOrder, kind: 'peaks' | 'masked-peaks', value: object): Promise<WrittenObject> {
    const place = { recordingId: order.recording.id, keyId: order.keyId, kind, mimeType: 'application/json' };
    return this.vault.write({ ...place, source: Readable.from([Buffer.from(JSON.stringify(value))]) });
  }

  private async orDiscard(
    written: WrittenObject,
    check: () => Promise<void>,
    newKey: { keyId?: string } = {},
  ): Promise<WrittenObject> {
    try {
      await check();
      return written;
    } catch (error) {
      await this.vault.discard(written.row.id, newKey);
      throw error;
    }
  }

  private decode(order: SilenceOrder): Conversion {
    const { channels, sampleRate, durationMs } = order.recording;
    const codec = order.recording.codec as AudioSource['format']['codec'];
    const format = { codec, channels: channels as 1 | 2, sampleRate };
    const bytes = Readable.from(this.vault.read(order.original, { kind: 'system', job: order.job }));
    return decodePcm({ bytes, format, durationMs }, { channel: 'all', sampleRate }, this.tools(order));
  }

  private silencer({ recording, spans }: SilenceOrder): Silencer {
    return new Silencer(spans, recording.channels, recording.sampleRate);
  }

  private tools({ signal }: SilenceOrder) {
    return { signal, allowUnsandboxed: this.env.allowUnsandboxed };
  }
}

async function* silence(pcm: Readable, silencer: Silencer, channels: number): AsyncGenerator<Buffer> {
  for await (const samples of wholeFrames(pcm, channels)) {
    const { buffer, byteOffset, byteLength } = silencer.apply(samples);
    yield Buffer.from(buffer, byteOffset, byteLength);
  }
}

async function* withHeader(header: Buffer, samples: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  yield header;
  yield* samples;
}

/** What was sealed decoded whole; what does not now was damaged, or the tool was stopped: tried again. */
async function assertWhole({ done }: Conversion, { durationMs }: Recording, cameMs: number): Promise<void> {
  const exit = await done;
  if (exit.ended !== 'exited') throw new Error(`the sound tool ended as ${exit.ended}`);
  if (!isWholeLength(cameMs, durationMs)) throw new Error(`${Math.round(cameMs)} of ${durationMs} ms came out`);
}
