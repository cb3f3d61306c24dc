import { OPEN_LENGTH, WAVE_HEADER_BYTES, waveHeader } from '#platform/rules';
import { channelSamples, type ChannelReading } from './channel-sound.js';
import { type HeardSession, type HeardStream } from './heard-session.js';
import { undecodedBytes, undecodedChunk } from './undecoded-rtp.js';

/** Bytes of a recording of these streams. */
export function waveBytes(session: Pick<HeardSession, 'extent'>, streams: readonly HeardStream[]): number {
  const { samples, behind } = partsOf(session, streams);
  return WAVE_HEADER_BYTES + samples + behind;
}

function partsOf(session: Pick<HeardSession, 'extent'>, streams: readonly HeardStream[]) {
  const { extent } = session;
  const samples = extent ? (extent.to - extent.from) * streams.length * 2 : 0;
  const behind = undecodedBytes(session, streams);
  // Where the length is left open, all that follows counts as samples.
  return { samples, behind: WAVE_HEADER_BYTES + samples + behind < OPEN_LENGTH ? behind : 0 };
}

/**
 * The recording as a WAVE file of 16 bits: one channel for each of these streams, in this order, and behind it what is not decoded. The same
 * session gives the same bytes.
 */
export async function* sessionWave(
  session: HeardSession,
  streams: readonly HeardStream[],
  reading: ChannelReading,
): AsyncGenerator<Buffer> {
  const { samples: dataBytes, behind } = partsOf(session, streams);
  yield waveHeader({ sampleRate: session.rate, channels: streams.length, dataBytes, behind });
  const channels = streams.map((stream) => new Samples(channelSamples(session, stream, reading)));
  try {
    for (;;) {
      const length = Math.min(...(await Promise.all(channels.map((one) => one.available()))));
      if (length === 0) break;
      const bytes = Buffer.allocUnsafe(length * channels.length * 2);
      for (const [c, one] of channels.entries()) {
        const samples = one.take(length);
        for (let i = 0; i < length; i++) bytes.writeInt16LE(samples[i] as number, (i * channels.length + c) * 2);
      }
      yield bytes;
    }
  } finally {
    await Promise.all(channels.map((one) => one.end()));
  }
  if (behind > 0) yield* undecodedChunk(session, streams, reading, behind);
}

/** Samples in pieces of the length that is wanted. */
class Samples {
  #rest: Int16Array = new Int16Array(0);

  constructor(private readonly source: AsyncGenerator<Int16Array>) {}

  /** 0: there is no more. */
  async available(): Promise<number> {
    while (this.#rest.length === 0) {
      const { done, value } = await this.source.next();
      if (done) return 0;
      this.#rest = value;
    }
    return this.#rest.length;
  }

  take(length: number): Int16Array {
    const taken = this.#rest.subarray(0, length);
    this.#rest = this.#rest.subarray(length);
    return taken;
  }

  async end(): Promise<void> {
    await this.source.return(undefined);
  }
}
