/**
 * What signalling and sound agree on. The SIP server settles an offer, tells the plan and the parties, and says when it is over; the media
 * plane binds ports, takes packets and keeps them. Neither knows more of the other than this.
 */
import { type LiveConsentState } from '#contracts';

/** A payload type as it was offered and answered. */
export interface PayloadFormat {
  /** `PCMU`, `PCMA`, `G722`, `opus`, `telephone-event`; others by the name that the offer gives them. */
  readonly codec: string;
  /** Hz, as RTP counts: 8000 for G.722 as well. */
  readonly clockRate: number;
  readonly channels: number;
}

export interface TransportAddress {
  readonly address: string;
  readonly port: number;
}

/** The client's SRTP key of a stream (RFC 4568): 16 bytes of key, then 14 of salt. */
export interface SrtpKey {
  readonly suite: 'AES_CM_128_HMAC_SHA1_80' | 'AES_CM_128_HMAC_SHA1_32';
  readonly key: Buffer;
}

/** A stream as offer and answer settled it. */
export interface StreamPlan {
  /** `a=label`; the index among the media where none was given. */
  readonly label: string;
  /** Which `m=` line it is, from 0. */
  readonly mediaIndex: number;
  /** Ours. */
  readonly localPort: number;
  /** RTP is taken from this address only; null while the client names none. */
  readonly from: TransportAddress | null;
  /** `paused`: the client said that it sends nothing; what comes all the same is thrown away unread. */
  readonly state: 'recording' | 'paused';
  /** By payload number. */
  readonly payloads: ReadonlyMap<number, PayloadFormat>;
  /** Null: sound in clear. */
  readonly srtp: SrtpKey | null;
}

/** Who speaks on a stream: from the session's metadata, else unknown. */
export interface StreamParty {
  readonly label: string;
  readonly role: 'agent' | 'customer' | 'unknown';
  /** As `sip:1001@pbx.example`. */
  readonly aor: string | null;
  readonly name: string | null;
  /** The user part of an address that may be an extension of ours. */
  readonly extension: string | null;
  /** Why the party is unknown although metadata names parties: told on the page of the connection, never guessed around. */
  readonly doubt?: PartyDoubt;
}

/**
 * `no_sender`: nothing names who sends the stream. `several_senders`: more than one does at once (a mixed stream). `sends_elsewhere`: the
 * same participant is said to send another stream. `source_says_another`: the stream's own source names another participant.
 */
export type PartyDoubt = 'no_sender' | 'several_senders' | 'sends_elsewhere' | 'source_says_another';

/** What the SIP server asks of the media plane. `session` is its own id of the recording session. */
export interface MediaPlane {
  /**
   * Binds a port for each offered stream, in their order. Asked again for a running session, `streams` is how many it needs in all: the further
   * ones are bound, and the answer has those of before, too, in the same places.
   * @throws {MediaPlaneFull} at the limit of this machine
   */
  open(session: string, streams: number): Promise<readonly number[]>;
  /** How the session stands, as of `at`: told at its start and at each new offer. A stream that is not named any more has ended. */
  plan(session: string, streams: readonly StreamPlan[], parties: readonly StreamParty[], at: Date): void;
  consent(session: string, state: LiveConsentState, at: Date, why: string): void;
  /** Its client is who it says. What was heard before is held in memory, and is forgotten where this never comes. */
  proved?(session: string): void;
  /** When the last packet of the session came; null: none yet. A plane that does not say has its sessions end by signalling alone. */
  heard?(session: string): Date | null;
  /** No packet is taken any more; resolves when everything taken lies in the spool. */
  close(session: string, at: Date, hangup: 'agent' | 'customer' | 'unknown'): Promise<void>;
}

/** No further session fits: the client is told at once, so that it goes to its next recording server. */
export class MediaPlaneFull extends Error {
  constructor() {
    super('no further session fits');
  }
}
