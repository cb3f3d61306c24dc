import { FrameWalk } from './frame-walk.js';
import { oggPageAt, packetsBeginningOn, readOggBeginning, type OggBeginning, type OggPage } from './ogg-page.rules.js';
import { opusPacketSamples } from './opus-packet.rules.js';
import { shapeProblem, type SoundProblem, type SoundVerdict, verdictOf } from './sound-counter.js';

const OPUS_CLOCK_HZ = 48_000;
/** Packets before the first of sound: identification and comment; Vorbis has its set-up as well. */
const HEADER_PACKETS = { opus: 2, vorbis: 3 } as const;

/**
 * One stream of Opus (RFC 7845) or Vorbis in Ogg pages (RFC 3533). Opus packets say how long they are; the length of Vorbis is taken from the
 * pages' clock, and is at most what so many packets can hold.
 */
export class OggCounter extends FrameWalk {
  private stream: (OggBeginning & { serial: number }) | undefined;
  private packets = 0;
  private samples = 0;
  private clock = 0;
  private ended = false;

  countedMs(): number {
    const { stream } = this;
    if (!stream) return 0;
    if (stream.codec === 'vorbis') return (Math.min(this.clock, this.mostVorbisSamples()) * 1_000) / stream.sampleRate;
    // The clock ends a little before the last packet does where the end is trimmed.
    const played = this.ended ? Math.min(this.samples, this.clock) : this.samples;
    return (Math.max(0, played - stream.preSkip) * 1_000) / OPUS_CLOCK_HZ;
  }

  verdict(): SoundVerdict {
    if (!this.stream) throw new Error('the Ogg stream has no beginning');
    const { codec, channels, sampleRate } = this.stream;
    const format = { codec, channels: channels as 1 | 2, sampleRate };
    return verdictOf(format, this.countedMs(), { cut: this.cut || !this.ended });
  }

  protected unitAt(bytes: Buffer, at: number): number {
    const page = oggPageAt(bytes, at);
    if (page === 'need_more') return 0;
    if (page === 'none') return this.junk(bytes, at);
    if (page.begins) this.begin(page);
    else if (page.serial === this.stream?.serial) this.count(page);
    return page.bytes;
  }

  private begin(page: OggPage): void {
    const found = readOggBeginning(page.body);
    this.problem = this.stream ? { code: 'several_streams' } : problemOf(found);
    if (this.problem || !('codec' in found)) return;
    this.stream = { ...found, serial: page.serial };
    this.packets = 1;
    this.ready = true;
  }

  private count(page: OggPage): void {
    const { codec } = this.stream as OggBeginning;
    for (const packet of packetsBeginningOn(page)) {
      this.packets += 1;
      if (this.packets > HEADER_PACKETS[codec] && codec === 'opus') this.samples += opusPacketSamples(packet);
    }
    // −1: no packet ends on this page.
    if (page.clock >= 0) this.clock = page.clock;
    this.ended ||= page.ends;
  }

  private mostVorbisSamples(): number {
    const { longestBlock = 0 } = this.stream ?? {};
    return (Math.max(0, this.packets - HEADER_PACKETS.vorbis) * longestBlock) / 2;
  }

  private junk(bytes: Buffer, at: number): number {
    if (!this.stream) this.problem = { code: 'no_frames' };
    const next = bytes.indexOf('OggS', at + 1);
    // The last three bytes may be the beginning of the next page's name.
    return Math.max(1, (next < 0 ? bytes.length - 3 : next) - at);
  }
}

function problemOf(found: ReturnType<typeof readOggBeginning>): SoundProblem | undefined {
  if (!('codec' in found)) return found;
  return shapeProblem(found.channels, found.sampleRate);
}
