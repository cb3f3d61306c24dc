import { type StreamParty, type StreamPlan } from '../session/media-plane.js';
import { type Flow } from './flow.js';
import { type RecordingSession } from './recording-session.js';

/** Why a session ended. */
export type EndReason =
  /** The client said so. */
  | 'bye'
  /** Before it was answered. */
  | 'cancelled'
  /** Its ports were not bound in time. */
  | 'late'
  /** The client no longer knows it. */
  | 'gone'
  /** Neither refreshed in time, nor heard. */
  | 'expired'
  /** Our answer was never acknowledged and no media arrived, or nothing showed that it reached the client. */
  | 'unacknowledged'
  /** No sign of life for long. */
  | 'lost';

/** Why a request was refused, for the page of the connection. */
export type RefusalReason =
  | 'full'
  /** This client has as many sessions as one may have. */
  | 'peer_full'
  /** Too many sessions of this client, over UDP, of which it acknowledged nothing yet. */
  | 'unproved'
  | 'stopping'
  /** What a former process kept is not read yet. */
  | 'starting'
  | 'extension'
  | 'not_siprec'
  | 'merged'
  | 'body'
  | 'no_offer'
  | 'offer_unreadable'
  | 'no_stream'
  | 'key_in_clear'
  /** Its sound would come from an address that is not listed. */
  | 'sound_from_elsewhere'
  | 'unknown_dialog'
  | 'out_of_order'
  | 'method'
  | 'malformed';

/** What is to be done, in this order, after a step of the server. */
export type Effect =
  | { readonly do: 'send'; readonly bytes: Buffer; readonly flow: Flow }
  /** The session needs so many ports in all: bind what is missing, then tell the server all of them by `opened`. */
  | { readonly do: 'open'; readonly session: string; readonly streams: number }
  | { readonly do: 'begin'; readonly session: RecordingSession }
  | {
      readonly do: 'plan';
      readonly session: string;
      readonly streams: readonly StreamPlan[];
      readonly parties: readonly StreamParty[];
    }
  /** Its client is who it says: what was heard of it is kept from now on. */
  | { readonly do: 'proved'; readonly session: string }
  /** The session's state changed: what a next process needs to go on with it. */
  | { readonly do: 'keep'; readonly session: RecordingSession }
  | { readonly do: 'close'; readonly session: string; readonly why: EndReason }
  | { readonly do: 'refuse'; readonly status: number; readonly why: RefusalReason; readonly flow: Flow }
  /** Metadata that cannot be read: the sound is recorded all the same. */
  | { readonly do: 'unread'; readonly session: string };
