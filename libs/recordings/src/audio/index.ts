export { isWholeLength } from './decoded-length.rules.js';
export {
  type AudioSource,
  type AudioToolOptions,
  type Conversion,
  decodePcm,
  encodeOpus,
  RENDITION_CONTENT_TYPE,
} from './ffmpeg.js';
export { measurePcm, type PcmMeasure, type Peaks, PEAKS_PER_SECOND } from './measure-pcm.js';
export { OpusWatch } from './opus-watch.js';
export { type ChannelSummary } from './pcm-meter.rules.js';
export { type LooksLike, type Sniffed, sniffAudio } from './sniff-audio.rules.js';
export { judgeCompleteness, type WavCompleteness } from './wav-completeness.rules.js';
export { readWavHeader, type WavCodec, type WavFormat, type WavHeaderProblem } from './wav-header.rules.js';
export { UnsupportedAudioError, WavWatch } from './wav-watch.js';
export { wholeFrames } from './whole-frames.js';
