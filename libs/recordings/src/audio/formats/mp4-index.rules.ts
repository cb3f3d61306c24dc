import { AAC_SAMPLE_RATES } from './adts.js';
import { boxAt, boxesIn } from './mp4-box.rules.js';
import { shapeProblem, type SoundProblem } from './sound-counter.js';

/** More than twelve hours of the shortest frames have. */
const MOST_FRAMES = 5_000_000;

/** What the index (`moov`) of an MP4 file says of its one sound track. */
export interface Mp4Index {
  channels: 1 | 2;
  sampleRate: number;
  /** Milliseconds that it promises. */
  declaredMs: number;
  /** Frames that it promises; 0 where they come in fragments. */
  frames: number;
  /** How many of them lie whole within the first bytes of the file. */
  framesWithin(bytes: number): number;
}

/** Reads the index. Everything in it is a stranger's word: counts are believed only as far as there are bytes for them. */
export function readMp4Index(moov: Buffer): Mp4Index | SoundProblem {
  const tracks = [...boxesIn(moov)].filter(({ type }) => type === 'trak').map(({ body }) => body);
  const of = (handler: string) =>
    tracks.filter((track) => boxAt(track, 'mdia', 'hdlr')?.toString('latin1', 8, 12) === handler);
  if (of('vide').length > 0) return { code: 'moving_pictures' };
  const [track, ...more] = of('soun');
  if (!track) return { code: 'no_frames' };
  if (more.length > 0) return { code: 'several_streams' };
  const table = boxAt(track, 'mdia', 'minf', 'stbl');
  const header = boxAt(track, 'mdia', 'mdhd');
  return table && header ? readTrack(table, header) : { code: 'no_frames' };
}

function readTrack(table: Buffer, header: Buffer): Mp4Index | SoundProblem {
  const shape = readAacShape(boxAt(table, 'stsd'));
  if ('code' in shape) return shape;
  const problem = shapeProblem(shape.channels, shape.sampleRate);
  if (problem) return problem;
  const sizes = boxAt(table, 'stsz') ?? Buffer.alloc(12);
  const framesWithin = (bytes: number): number => countFrames(table, frameSizes(sizes), bytes);
  const [timescale, duration] = readClock(header);
  return {
    channels: shape.channels as 1 | 2,
    sampleRate: shape.sampleRate,
    declaredMs: timescale > 0 ? (duration * 1_000) / timescale : 0,
    frames: framesWithin(Infinity),
    framesWithin,
  };
}

/** ISO 14496-12 §8.4.2: times of 32 or of 64 bits. */
function readClock(mdhd: Buffer): [number, number] {
  if (mdhd[0] === 1) return mdhd.length < 32 ? [0, 0] : [mdhd.readUInt32BE(20), Number(mdhd.readBigUInt64BE(24))];
  return mdhd.length < 20 ? [0, 0] : [mdhd.readUInt32BE(12), mdhd.readUInt32BE(16)];
}

/** The sample entry, and in it the AudioSpecificConfig (ISO 14496-3 §1.6.2), which knows better than the entry's own fields. */
function readAacShape(stsd: Buffer | undefined): { channels: number; sampleRate: number } | SoundProblem {
  const [entry] = stsd ? [...boxesIn(stsd.subarray(8))] : [];
  if (!entry || entry.body.length < 28) return { code: 'no_frames' };
  if (entry.type !== 'mp4a') return { code: 'unsupported_codec', name: entry.type.replace(/[^\x20-\x7e]/g, '?') };
  const esds = boxAt(entry.body.subarray(28), 'esds') ?? boxAt(entry.body.subarray(28), 'wave', 'esds');
  const config = esds && decoderConfig(esds.subarray(4));
  if (!config) return { code: 'unsupported_codec', name: 'mp4a' };
  const bits = config.readUInt16BE(0);
  const rateIndex = (bits >> 7) & 15;
  const channels = (bits >> 3) & 15;
  const sampleRate = rateIndex === 15 ? entry.body.readUInt16BE(24) : (AAC_SAMPLE_RATES[rateIndex] ?? 0);
  return { channels: rateIndex === 15 || channels === 0 ? entry.body.readUInt16BE(16) : channels, sampleRate };
}

/** Walks the descriptors of ISO 14496-1 §7.2.6 down to the decoder's configuration; undefined when it is no AAC. */
function decoderConfig(bytes: Buffer): Buffer | undefined {
  let at = 0;
  while (at + 2 < bytes.length) {
    const tag = bytes[at++];
    let length = 0;
    for (let more = true; more && at < bytes.length; at += 1) {
      length = length * 128 + ((bytes[at] as number) & 0x7f);
      more = ((bytes[at] as number) & 0x80) !== 0;
    }
    if (tag === 3) at += 3;
    else if (tag === 4) {
      if (bytes[at] !== 0x40) return undefined;
      at += 13;
    } else if (tag === 5) return at + 2 <= bytes.length ? bytes.subarray(at) : undefined;
    else at += length;
  }
  return undefined;
}

const NO_TABLE = Buffer.alloc(8);

/** ISO 14496-12 §8.7: which frames are in which chunk, and where the chunks are. Nothing is kept: an index may have millions of chunks. */
function countFrames(table: Buffer, { count: all, size }: FrameSizes, bytesThere: number): number {
  const long = boxAt(table, 'co64');
  const offsets = long ?? boxAt(table, 'stco') ?? NO_TABLE;
  const perChunk = boxAt(table, 'stsc') ?? NO_TABLE;
  const width = long ? 8 : 4;
  if (offsets.length < 8) return 0;
  const chunks = Math.min(offsets.readUInt32BE(4), Math.floor((offsets.length - 8) / width));
  let [frame, run, there] = [0, 0, 0];
  for (let chunk = 0; chunk < chunks && frame < all; chunk += 1) {
    while (firstChunkOf(perChunk, run + 1) <= chunk + 1) run += 1;
    const at = 8 + chunk * width;
    let end = long ? Number(offsets.readBigUInt64BE(at)) : offsets.readUInt32BE(at);
    const last = Math.min(all, frame + framesPerChunk(perChunk, run));
    for (; frame < last; frame += 1) {
      end += size(frame);
      if (end <= bytesThere) there += 1;
    }
  }
  return there;
}

const framesPerChunk = (perChunk: Buffer, run: number): number =>
  8 + run * 12 + 12 <= perChunk.length ? perChunk.readUInt32BE(12 + run * 12) : 0;

const firstChunkOf = (perChunk: Buffer, run: number): number =>
  8 + run * 12 + 12 <= perChunk.length ? perChunk.readUInt32BE(8 + run * 12) : Infinity;

interface FrameSizes {
  count: number;
  size(index: number): number;
}

function frameSizes(stsz: Buffer): FrameSizes {
  const same = stsz.length >= 12 ? stsz.readUInt32BE(4) : 0;
  const said = stsz.length >= 12 ? stsz.readUInt32BE(8) : 0;
  // So many frames as fit into the longest file that is taken: a number alone costs nothing to write.
  if (same > 0) return { count: Math.min(said, MOST_FRAMES), size: () => same };
  const count = Math.min(said, Math.floor((stsz.length - 12) / 4));
  return { count, size: (index) => stsz.readUInt32BE(12 + index * 4) };
}

/** Frames in a fragment (`moof`), by its runs (ISO 14496-12 §8.8.8). */
export function framesInFragment(moof: Buffer): number {
  return [...boxesIn(moof)]
    .filter(({ type }) => type === 'traf')
    .flatMap(({ body }) => [...boxesIn(body)])
    .filter(({ type, body }) => type === 'trun' && body.length >= 8)
    .reduce((sum, { body }) => sum + Math.min(body.readUInt32BE(4), 1_000_000), 0);
}
