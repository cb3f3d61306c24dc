import { headEnd } from './read-message.rules.js';
import { SIP_LIMITS } from './sip-message.js';

/** What of a stream (TCP, TLS) has come and is no whole message yet. */
export type Framing = Buffer;
export const EMPTY_FRAMING: Framing = Buffer.alloc(0);

export interface Framed {
  /** Each a whole message. */
  readonly messages: readonly Buffer[];
  /** Keep-alives of RFC 5626 (CR LF CR LF), each to be answered with CR LF. */
  readonly pings: number;
  readonly rest: Framing;
  /** The stream cannot be followed any further: it is to be closed. */
  readonly broken: 'no_length' | 'bad_length' | 'head_too_long' | null;
}

/** Cuts a stream into messages by Content-Length, which every message on a stream must have (RFC 3261 18.3). */
export function takeBytes(before: Framing, chunk: Buffer): Framed {
  let rest = before.length === 0 ? chunk : Buffer.concat([before, chunk]);
  const messages: Buffer[] = [];
  let pings = 0;
  for (;;) {
    const blank = blankLines(rest);
    pings += Math.floor(blank.breaks / 2);
    rest = rest.subarray(blank.bytes);
    const end = headEnd(rest);
    if (end === null) {
      const broken = rest.length > SIP_LIMITS.headBytes ? 'head_too_long' : null;
      return { messages, pings, rest: kept(rest, broken), broken };
    }
    const length = contentLength(rest.toString('latin1', 0, Math.min(end.head, SIP_LIMITS.headBytes)));
    if (typeof length !== 'number') return { messages, pings, rest: EMPTY_FRAMING, broken: length };
    if (rest.length < end.body + length) return { messages, pings, rest: kept(rest, null), broken: null };
    messages.push(rest.subarray(0, end.body + length));
    rest = rest.subarray(end.body + length);
  }
}

/** A copy, so that a few bytes do not hold the whole chunk that they came with. */
const kept = (rest: Buffer, broken: unknown): Framing => (broken ? EMPTY_FRAMING : Buffer.from(rest));

/** Line breaks between messages. One alone at the end stays: it may be the first half of a keep-alive. */
function blankLines(bytes: Buffer): { bytes: number; breaks: number } {
  let at = 0;
  let last = 0;
  let breaks = 0;
  for (; breakAt(bytes, at) > 0; breaks++) {
    last = at;
    at += breakAt(bytes, at);
  }
  const atEnd = at === bytes.length || (at === bytes.length - 1 && bytes[at] === 0x0d);
  return { bytes: atEnd && breaks % 2 === 1 ? last : at, breaks };
}

/** Length of the line break at this place, 0: none. */
const breakAt = (bytes: Buffer, at: number): number =>
  bytes[at] === 0x0a ? 1 : bytes[at] === 0x0d && bytes[at + 1] === 0x0a ? 2 : 0;

function contentLength(head: string): number | 'no_length' | 'bad_length' {
  const found = /(?:^|\n)(?:content-length|l)[ \t]*:[ \t]*([^\r\n]*)/i.exec(head);
  if (!found) return 'no_length';
  const written = (found[1] ?? '').trim();
  const length = /^\d{1,9}$/.test(written) ? Number(written) : Infinity;
  return length > SIP_LIMITS.bodyBytes ? 'bad_length' : length;
}
