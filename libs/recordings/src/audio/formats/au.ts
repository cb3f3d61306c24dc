import { shapeProblem } from './sound-counter.js';
import { type SoundCodec } from './coding.rules.js';
import { HeadedCounter, type HeaderReading } from './headed-counter.js';

/** Sun's numbers of codings, with bytes of a sample. */
const CODECS: Readonly<Record<number, { codec: SoundCodec; bytes: number }>> = {
  1: { codec: 'au_mulaw', bytes: 1 },
  2: { codec: 'au_s8', bytes: 1 },
  3: { codec: 'au_s16', bytes: 2 },
  4: { codec: 'au_s24', bytes: 3 },
  5: { codec: 'au_s32', bytes: 4 },
  6: { codec: 'au_f32', bytes: 4 },
  27: { codec: 'au_alaw', bytes: 1 },
};
const HEADER_BYTES = 24;
/** The writer did not know how long it would become. */
const OPEN_LENGTH = 0xffffffff;
/** Words of the writer's own may come before the samples. */
const MAX_HEADER_BYTES = 64 * 1024;

/** Sun's and NeXT's “.snd”: six big-endian numbers, perhaps words, then samples. */
export class AuCounter extends HeadedCounter {
  constructor() {
    super(readAuHeader);
  }
}

function readAuHeader(start: Buffer, ended: boolean): HeaderReading {
  // Written the other way round (“dns.”) by no telephone system, and not read by ffmpeg.
  if (start.length >= 4 && start.toString('latin1', 0, 4) !== '.snd')
    return { state: 'refused', problem: { code: 'unsupported_codec', name: 'AU, little-endian' } };
  if (start.length < HEADER_BYTES)
    return ended ? { state: 'refused', problem: { code: 'header_cut_short' } } : { state: 'need_more' };
  const [dataOffset, size, encoding, sampleRate, channels] = [4, 8, 12, 16, 20].map((at) => start.readUInt32BE(at)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const coding = CODECS[encoding];
  if (!coding) return { state: 'refused', problem: { code: 'unsupported_codec', name: `AU ${encoding}` } };
  const problem = shapeProblem(channels, sampleRate);
  if (problem) return { state: 'refused', problem };
  if (dataOffset < HEADER_BYTES) return { state: 'refused', problem: { code: 'inconsistent_format' } };
  if (dataOffset > MAX_HEADER_BYTES)
    return { state: 'refused', problem: { code: 'header_too_long', limitBytes: MAX_HEADER_BYTES } };
  const format = {
    ...{ codec: coding.codec, channels: channels as 1 | 2, sampleRate, dataOffset },
    ...{ blockBytes: channels * coding.bytes, blockSamples: 1 },
    declaredDataBytes: size === OPEN_LENGTH ? null : size,
  };
  return { state: 'read', format };
}
