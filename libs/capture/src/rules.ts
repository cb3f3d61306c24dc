/** Pure functions of this library, whose imports are pure too. Rules of apps import them from here. */
export { type StreamParty } from './session/media-plane.js';
export { channelsOf, type Channels } from './sound/channels.rules.js';
export type { HeardSession, HeardStream } from './sound/heard-session.js';
export { partOf } from './sound/part-of-session.rules.js';
export { type Hangup, type SessionState } from './session/session-records.rules.js';
export { unheardSpans, type UnheardReason, type UnheardSpan } from './sound/unheard.rules.js';
