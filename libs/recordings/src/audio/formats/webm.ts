import { coded, elementHeadAt, elementsIn, unsignedOf } from './ebml.rules.js';
import { FrameWalk } from './frame-walk.js';
import { opusPacketSamples } from './opus-packet.rules.js';
import { type SoundProblem, type SoundVerdict, verdictOf } from './sound-counter.js';
import { readWebmTracks, type WebmTrack } from './webm-track.rules.js';

/** Names of Matroska (RFC 9559 §5.1) on the way to the sound. */
const ID = {
  ebml: 0x1a45dfa3,
  segment: 0x18538067,
  info: 0x1549a966,
  timestampScale: 0x2ad7b1,
  tracks: 0x1654ae6b,
  cluster: 0x1f43b675,
  timestamp: 0xe7,
  group: 0xa0,
  block: 0xa1,
  simpleBlock: 0xa3,
} as const;
/** What is walked into: what lies in it begins right behind its head. */
const OPENED: readonly number[] = [ID.segment, ID.cluster, ID.group];
/** What is looked at, and has to be there whole; a description of one track has a few thousand bytes. */
const READ: readonly number[] = [ID.ebml, ID.info, ID.tracks, ID.timestamp];
/** Unknown lengths are for what is written while it goes on. */
const MAY_BE_OPEN: readonly number[] = [ID.segment, ID.cluster];
const MOST_READ_BYTES = 64 * 1024;
/** A number of up to eight bytes, two of time, one of flags, the number of packets, and two that tell how long the first is. */
const BLOCK_HEAD = 14;
const LACING = 6;
const OPUS_CLOCK_HZ = 48_000;
const MOST_OPUS_MS = 120;
const NANOSECONDS = 1_000_000;

/**
 * One track of Opus or Vorbis in WebM or Matroska (RFC 9559), as browsers record it. Opus packets say how long they are. The length of Vorbis,
 * and of Opus of which several packets lie in a block, is taken from the clock, and is at most what so many packets can hold.
 */
export class WebmCounter extends FrameWalk {
  private track: WebmTrack | undefined;
  private segmentEnd: number | null = null;
  private segments = 0;
  private scaleMs = 1;
  private clusterMs = 0;
  private clockMs = 0;
  private packets = 0;
  private samples = 0;
  private laced = false;

  countedMs(): number {
    const { track } = this;
    if (!track) return 0;
    const longestMs = track.codec === 'opus' ? MOST_OPUS_MS : (track.longestBlock * 1_000) / 2 / track.sampleRate;
    if (track.codec === 'opus' && !this.laced)
      return (Math.max(0, this.samples - track.preSkip) * 1_000) / OPUS_CLOCK_HZ;
    return this.packets === 0 ? 0 : Math.min(this.clockMs + longestMs, this.packets * longestMs);
  }

  verdict(): SoundVerdict {
    const { track, segmentEnd } = this;
    if (!track) throw new Error('the WebM file has no track');
    const format = {
      codec: track.codec === 'opus' ? 'webm_opus' : 'webm_vorbis',
      channels: track.channels as 1 | 2,
      sampleRate: track.sampleRate,
    } as const;
    return verdictOf(format, this.countedMs(), {
      cut: this.cut || (segmentEnd !== null && this.bytesSeen < segmentEnd),
    });
  }

  protected unitAt(bytes: Buffer, at: number): number {
    // What is behind the segment belongs to nothing.
    if (this.segmentEnd !== null && this.offset >= this.segmentEnd) return bytes.length - at;
    const head = elementHeadAt(bytes, at);
    if (head === 'need_more') return 0;
    if (head === 'none') return this.refuse({ code: 'no_frames' });
    const { id, headBytes, length } = head;
    if (length === null && !MAY_BE_OPEN.includes(id)) return this.refuse({ code: 'no_frames' });
    if (id === ID.segment && ++this.segments > 1) return this.refuse({ code: 'several_streams' });
    if (id === ID.segment) this.segmentEnd = length === null ? null : this.offset + headBytes + length;
    if (OPENED.includes(id)) return headBytes;
    const whole = headBytes + (length as number);
    if (id === ID.block || id === ID.simpleBlock) {
      if (!this.track) return this.refuse({ code: 'no_frames' });
      if (bytes.length < at + headBytes + Math.min(BLOCK_HEAD, whole - headBytes)) return 0;
      this.block(bytes.subarray(at + headBytes, at + headBytes + BLOCK_HEAD), whole - headBytes);
      return whole;
    }
    if (!READ.includes(id)) return whole;
    if (whole > MOST_READ_BYTES) return this.refuse({ code: 'no_frames' });
    if (at + whole > bytes.length) return 0;
    this.look(id, bytes.subarray(at + headBytes, at + whole));
    return whole;
  }

  private look(id: number, body: Buffer): void {
    if (id === ID.timestamp) this.clusterMs = unsignedOf(body) * this.scaleMs;
    if (id === ID.info) {
      const scale = unsignedOf([...elementsIn(body)].find((one) => one.id === ID.timestampScale)?.body);
      if (scale > 0) this.scaleMs = scale / NANOSECONDS;
    }
    if (id !== ID.tracks) return;
    const found = readWebmTracks(body);
    if (this.track) this.problem = { code: 'several_streams' };
    else if ('number' in found) [this.track, this.ready] = [found, true];
    else this.problem = found;
  }

  /** Of a block its first bytes are enough: whose it is, when, how many packets, and how long the first says that it is. */
  private block(bytes: Buffer, length: number): void {
    const number = coded(bytes, 0, 8, false);
    if (typeof number === 'string' || number.value !== this.track?.number || length < number.bytes + 3) return;
    const from = number.bytes;
    this.clockMs = Math.max(this.clockMs, this.clusterMs + bytes.readInt16BE(from) * this.scaleMs);
    const laced = ((bytes[from + 2] as number) & LACING) !== 0;
    this.laced ||= laced;
    this.packets += laced ? (bytes[from + 3] ?? 0) + 1 : 1;
    this.samples += opusPacketSamples(bytes.subarray(from + 3, Math.min(length, bytes.length)));
  }

  private refuse(problem: SoundProblem): number {
    this.problem = problem;
    return 0;
  }
}
