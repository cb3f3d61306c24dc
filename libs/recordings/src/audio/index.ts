export { isWholeLength, judgeDecoded } from './decoded-length.rules.js';
export {
  type AudioSource,
  type AudioToolOptions,
  type Conversion,
  type Conversions,
  decodeAndEncode,
  decodePcm,
  encodeOpus,
  RENDITION_CONTENT_TYPE,
} from './ffmpeg.js';
export { joinSides, type JoinedSides, SideNotDecodedError, type Sides } from './join-sides.js';
export { measurePcm, type PcmMeasure, type Peaks, PEAKS_PER_SECOND } from './measure-pcm.js';
export { OpusWatch } from './opus-watch.js';
export { CODINGS, isCounted, type SoundCodec, type SoundFormat } from './formats/coding.rules.js';
export { oggChecksum, traceOpus } from './formats/opus-trace.rules.js';
export { type LooksLike, sniffAudio, type SoundContainer } from './formats/sniff-audio.rules.js';
export { type SoundProblem, type SoundVerdict } from './formats/sound-counter.js';
export { soundOf, SoundWatch, type Unsupported, UnsupportedAudioError } from './sound-watch.js';
export { wholeFrames } from './whole-frames.js';
export { unsupportedWords } from './unsupported-words.js';
