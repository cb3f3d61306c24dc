import { Inject, Injectable } from '@nestjs/common';
import { ENV, newId, type Env } from '#platform';
import { type AudioSource, decodePcm, wholeFrames } from '../audio/index.js';
import { waveHeader } from '#platform/rules';
import { type Recording } from '../recording.entity.js';
import { recordingsRefusals } from '../refusals.js';
import { type WrittenObject } from '../vault-object.js';
import { VaultService } from '../vault.service.js';
import { Readable } from 'node:stream';

const AUTHORITY = { kind: 'system', job: 'split-recording' } as const;

/** What the sound of a part is, for its row. */
export const PART_CODEC = 'pcm_s16le';

/** Where a part lies in its whole, in milliseconds. */
export interface Stretch {
  fromMs: number;
  toMs: number;
}

/** Sound that was cut out, sealed under a key of its own, and that no row knows yet. */
export interface CutSound {
  recordingId: string;
  keyId: string;
  original: WrittenObject;
  durationMs: number;
}

/** Cuts stretches out of a sealed recording. What is decoded goes from pipe to vault: none of it lies on a disk in the clear. */
@Injectable()
export class PartSound {
  constructor(
    private readonly vault: VaultService,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** As a WAVE file of 16-bit samples at the whole's own rate, every channel kept. @throws when the whole cannot be decoded so far */
  async cut(whole: Recording, { fromMs, toMs }: Stretch, signal: AbortSignal): Promise<CutSound> {
    const object = await this.vault.find(whole.id, 'original');
    if (!object) throw new Error(`recording ${whole.id} has no original`);
    const { channels, sampleRate, durationMs } = whole;
    const format = { codec: whole.codec as AudioSource['format']['codec'], channels: channels as 1 | 2, sampleRate };
    const bytes = Readable.from(this.vault.read(object, AUTHORITY));
    const tools = { signal, allowUnsandboxed: this.env.allowUnsandboxed };
    const pcm = decodePcm({ bytes, format, durationMs }, { channel: 'all', sampleRate }, tools);
    const [from, to] = [fromMs, toMs].map((ms) => Math.round((ms * sampleRate) / 1000)) as [number, number];
    const recordingId = newId();
    const keyId = await this.vault.newRecordingKey(recordingId);
    const source = waveOf(pcm.output, { channels, sampleRate, from, to });
    const place = { recordingId, keyId, keyIsNew: true, kind: 'original' as const, mimeType: 'audio/wav' };
    try {
      const original = await this.vault.write({ ...place, source });
      return { recordingId, keyId, original, durationMs: Math.round(((to - from) * 1000) / sampleRate) };
    } catch (error) {
      if (pcm.output.readableEnded && (await pcm.done).ended === 'not_started')
        throw recordingsRefusals.decoder_missing();
      throw error;
    } finally {
      // What lies behind the part is not decoded.
      pcm.output.destroy();
      bytes.destroy();
      await pcm.done;
    }
  }

  /** Deletes the audio that no row refers to, with its key. */
  async discard({ original, keyId }: CutSound): Promise<void> {
    await this.vault.discard(original.row.id, { keyId });
  }
}

interface Frames {
  channels: number;
  sampleRate: number;
  from: number;
  to: number;
}

async function* waveOf(pcm: Readable, { channels, sampleRate, from, to }: Frames): AsyncGenerator<Buffer> {
  yield waveHeader({ channels, sampleRate, dataBytes: (to - from) * channels * 2 });
  let at = 0;
  for await (const samples of wholeFrames(pcm, channels)) {
    const frames = samples.length / channels;
    const [first, last] = [Math.max(0, from - at), Math.min(frames, to - at)];
    if (last > first) {
      const { buffer, byteOffset } = samples;
      yield Buffer.from(buffer, byteOffset + first * channels * 2, (last - first) * channels * 2);
    }
    at += frames;
    if (at >= to) return;
  }
  // A length in whole milliseconds may round up by a part of one.
  const missing = to - Math.max(at, from);
  if (missing * 1000 > sampleRate) throw new Error(`decoded ${at} frames of a recording that was to have ${to}`);
  yield Buffer.alloc(missing * channels * 2);
}
