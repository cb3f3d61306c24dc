import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  joinSides,
  SideNotDecodedError,
  SoundWatch,
  type AudioSource,
  type AudioToolOptions,
  type SoundVerdict,
} from '#recordings';
import { type SeenFile } from '#telephony/rules';
import { type ReceivedFile } from '../arrivals/sound-intake.service.js';
import { asSeen, StillWritten, type OpenFile } from './folder-root.js';

/** One side of a call in a file of its own, as it was received and as it sounds. */
export interface ReceivedSide extends ReceivedFile {
  bytesAgain: () => Readable;
  sound: SoundVerdict;
}

/** Reads a side once to its end. @throws UnsupportedAudioError for what is no sound, StillWritten */
export async function receiveSide(open: OpenFile, file: SeenFile): Promise<ReceivedSide> {
  const [watch, hash] = [new SoundWatch(), createHash('sha256')];
  await pipeline(asSeen(open, file), watch, async (bytes: AsyncIterable<Buffer>) => {
    for await (const chunk of bytes) hash.update(chunk);
  });
  const sha256 = hash.digest('hex');
  const bytesAgain = () => Readable.from(sameBytes(asSeen(open, file), sha256));
  return { sha256, bytes: file.size, sound: watch.verdict(), bytesAgain };
}

/** What is joined is what was hashed. */
async function* sameBytes(bytes: Readable, sha256: string): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  for await (const chunk of bytes as AsyncIterable<Buffer>) {
    hash.update(chunk);
    yield chunk;
  }
  if (hash.digest('hex') !== sha256) throw new StillWritten('a side of a call');
}

/** Milliseconds that both sides have as one recording. */
export const lengthOf = (sides: readonly ReceivedSide[]): number => longest(sides, 'durationMs');

/** Bytes that both sides have as one recording. */
export const joinedSize = (sides: readonly ReceivedSide[]): number =>
  Math.ceil(longest(sides, 'durationMs') / 1000) * longest(sides, 'sampleRate') * 4;
const longest = (sides: readonly ReceivedSide[], of: 'durationMs' | 'sampleRate'): number =>
  Math.max(...sides.map(({ sound }) => sound[of]));

/** The sound of both sides, and whether it failed on the way for a fault of theirs. */
export class JoinedSound {
  failed = false;

  constructor(
    private readonly sides: Record<'agent' | 'customer', ReceivedSide>,
    private readonly options: AudioToolOptions,
  ) {}

  bytes(): Readable {
    const { bytes } = joinSides(
      { agent: this.sourceOf(this.sides.agent), customer: this.sourceOf(this.sides.customer) },
      this.options,
    );
    bytes.once('error', (error) => (this.failed = error instanceof SideNotDecodedError));
    return bytes;
  }

  private sourceOf({ bytesAgain, sound: { durationMs, ...format } }: ReceivedSide): AudioSource {
    return { bytes: bytesAgain(), format, durationMs };
  }
}
