export * from './session/media-plane.js';
export { payloadOf, readRtpHeader, unwrapped, type RtpHeader } from './rtp/rtp-packet.rules.js';
export { GAP_TOLD_MS, placeStream, type Arrival, type PlacedStream, type StreamQuality } from './rtp/placing.rules.js';
export { SrtpReceiver, type SrtpProgress, type SrtpRefusal } from './rtp/srtp.rules.js';
export { MaskedSpans, pressedFor, type TimeSpan } from './rtp/telephone-events.rules.js';
export { A_LAW, decodeG711, MU_LAW } from './codecs/g711.rules.js';
export { G722Decoder } from './codecs/g722.rules.js';
