/** A header as it was written: the name in its long form and lower case, the value unfolded. */
export interface SipHeader {
  readonly name: string;
  readonly value: string;
}

interface SipParts {
  /** In the order of the message, those of the same name too. */
  readonly headers: readonly SipHeader[];
  readonly body: Buffer;
}

export interface SipRequest extends SipParts {
  readonly kind: 'request';
  /** In capitals, as it was sent. */
  readonly method: string;
  readonly uri: string;
}

export interface SipResponse extends SipParts {
  readonly kind: 'response';
  readonly status: number;
  readonly reason: string;
}

export type SipMessage = SipRequest | SipResponse;

/** Why bytes are no SIP message. */
export type Unreadable =
  | 'no_start_line'
  | 'other_version'
  | 'bad_header'
  | 'too_many_headers'
  | 'short_body'
  | 'bad_length';

/** The most that is taken of a message. A SIPREC INVITE has 2 to 5 kB; metadata of a large conference some tens. */
export const SIP_LIMITS = { headBytes: 65_536, headers: 256, bodyBytes: 262_144 };
