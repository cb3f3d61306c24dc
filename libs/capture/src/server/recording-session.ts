import { type Metadata } from '../metadata/metadata.rules.js';
import { type AcceptedStream } from '../sdp/answer.rules.js';
import { type SipRequest } from '../sip/sip-message.js';
import { type Flow } from './flow.js';

/** Our half of a SIP dialog (RFC 3261 12), as plain data: it can be written down and gone on with by another process. */
export interface Dialog {
  readonly callId: string;
  readonly localTag: string;
  readonly remoteTag: string;
  /** The To of the first request with our tag, and its From: From and To of our own requests. */
  readonly local: string;
  readonly remote: string;
  /** Record-Route of the first request, in its order. */
  readonly routes: readonly string[];
  /** The client's Contact. */
  target: string;
  remoteSequence: number;
  localSequence: number;
}

/** RFC 4028. */
export interface SessionTimer {
  readonly seconds: number;
  /** Who has to refresh: the client, or we. */
  readonly refresher: 'uac' | 'uas';
}

/** A 2xx to an INVITE that is sent again until the client acknowledges it. */
export interface Unacknowledged {
  readonly sequence: number;
  readonly bytes: Buffer;
  readonly flow: Flow;
  nextAt: number;
  interval: number;
  readonly until: number;
}

/** A request that cannot be answered before ports are bound. */
export interface Waiting {
  readonly request: SipRequest;
  readonly flow: Flow;
  readonly offer: readonly AcceptedStream[];
  /** The lines of the offer that ports are awaited for. */
  readonly lines: readonly number[];
}

export interface RecordingSession {
  readonly id: string;
  /** Milliseconds. */
  readonly startedAt: number;
  readonly dialog: Dialog;
  /** Does the client's Allow name UPDATE? */
  readonly takesUpdate: boolean;
  /** Has an answer with 200 been given? */
  answered: boolean;
  /**
   * Has the client shown that our answers reach it: over a connection, by a request with our tag, or by an answer to one of ours? Over UDP
   * the address of an INVITE says nothing of who sent it.
   */
  proved: boolean;
  offer: readonly AcceptedStream[];
  readonly ports: Map<number, number>;
  readonly keys: Map<number, Buffer>;
  answer: string;
  answerVersion: number;
  metadata: Metadata;
  /** Where the client was last heard from: a standby may have taken over. */
  flow: Flow;
  timer: SessionTimer | null;
  /** When the session was last refreshed, when there was last any sign of it, and when we last asked for one; milliseconds. */
  refreshedAt: number;
  aliveAt: number;
  probedAt: number;
  readonly unacknowledged: Unacknowledged[];
  waiting: Waiting | null;
  /** Requests that came meanwhile. */
  readonly queue: { readonly request: SipRequest; readonly flow: Flow }[];
}
