/*
 * Rules of live capture. One session has these shapes, in the order in which they are made:
 *   RecordingSession   the SIP dialog, of the SIP server
 *   Running            ports, streams and packets in memory, of the media plane (apps/capture)
 *   SessionState       what the spool says of it, also for the next process after a kill
 *   Standing           what people on the floor may see while it goes on; `LiveCallRow` (libs/floor) is its row
 *   HeardSession       the session decoded, after it has ended
 *   CapturedCall       what goes to the consent gate (libs/intake), and from there the way of an upload
 * A talk is the part of a session that one agent had.
 */
export * from './session/media-plane.js';
export { payloadOf, readRtpHeader, unwrapped, type RtpHeader } from './rtp/rtp-packet.rules.js';
export { GAP_TOLD_MS, placeStream, type Arrival, type PlacedStream, type StreamQuality } from './rtp/placing.rules.js';
export { deriveSrtpKey, SrtpReceiver, type SrtpRefusal } from './rtp/srtp.rules.js';
export { MaskedSpans, pressedFor, type TimeSpan } from './rtp/telephone-events.rules.js';
export { A_LAW, decodeG711, MU_LAW } from './codecs/g711.rules.js';
export { G722Decoder } from './codecs/g722.rules.js';
export * from './server/effects.js';
export * from './server/flow.js';
export { type OwnAddress } from './server/own-request.rules.js';
export { RecordingServer, type RecordingServerSettings } from './server/recording-server.rules.js';
export { type RecordingSession } from './server/recording-session.js';
export { withRoles } from './metadata/parties.rules.js';
export { readMessage, type ReadMessage } from './sip/read-message.rules.js';
export { type Unreadable } from './sip/sip-message.js';
export { EMPTY_FRAMING, takeBytes, type Framed, type Framing } from './sip/stream-framing.rules.js';
export { DELAY_MS, SessionPackets } from './packets/session-packets.rules.js';
export { NO_PACKETS, type StreamCounts } from './packets/stream-packets.rules.js';
export {
  sessionOf,
  storedPlan,
  type Hangup,
  type SessionRecord,
  type SessionState,
  type Span,
  type SrtpProgress,
} from './session/session-records.rules.js';
export { standingAfter, type Standing, type StandingMoment } from './session/standing.rules.js';
export { decodePackets, encodePackets, type SpooledPacket } from './spool/packet-batch.rules.js';
export { bodiesOf } from './spool/read-segment.js';
export { Spool, type FoundSession, type SegmentFrames, type SegmentKeys, type SpoolOptions } from './spool/spool.js';
export { type FrameKind, type SegmentKey } from './spool/spool-format.rules.js';
export { channelsOf, type Channels } from './sound/channels.rules.js';
export { opusDecoder } from './sound/decode-opus.js';
export { hearSession, type HeardSession, type HeardStream } from './sound/heard-session.js';
export { type OpenKey } from './sound/session-frames.js';
export { partOf } from './sound/part-of-session.rules.js';
export { sessionWave, waveBytes } from './sound/session-wave.js';
export { LIVE_RATE, LiveMix, type LivePiece, type TakenPacket } from './sound/live-mix.rules.js';
export { unheardSpans, type UnheardReason, type UnheardSpan } from './sound/unheard.rules.js';
