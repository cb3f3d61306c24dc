import { header, headerName } from './headers.rules.js';
import { SIP_LIMITS, type SipHeader, type SipMessage, type Unreadable } from './sip-message.js';

export type ReadMessage = { message: SipMessage } | { unreadable: Unreadable };

/** Where the head of a message ends and its body begins; -1 while it has not come. A line may end with CR LF or with LF alone. */
export function headEnd(bytes: Buffer): { head: number; body: number } | null {
  const crlf = bytes.indexOf('\r\n\r\n');
  const lf = bytes.indexOf('\n\n');
  if (crlf < 0 && lf < 0) return null;
  return lf < 0 || (crlf >= 0 && crlf < lf) ? { head: crlf, body: crlf + 4 } : { head: lf, body: lf + 2 };
}

/**
 * Reads one message. Of a datagram the body is what follows the head, up to Content-Length where that is shorter (RFC 3261 18.3); a
 * Content-Length that the datagram does not fill is an error.
 */
export function readMessage(bytes: Buffer): ReadMessage {
  const end = headEnd(bytes) ?? { head: bytes.length, body: bytes.length };
  if (end.head > SIP_LIMITS.headBytes) return { unreadable: 'too_many_headers' };
  const [start = '', ...lines] = unfolded(bytes.toString('utf8', 0, end.head));
  const headers = readHeaders(lines);
  if ('unreadable' in headers) return headers;
  const body = bodyOf(bytes.subarray(end.body), header(headers, 'content-length'));
  if ('unreadable' in body) return body;
  return startLine(start, headers.headers, body.body);
}

/** Lines that begin with a blank go on with the one before. */
const unfolded = (head: string): string[] =>
  head
    .replace(/^(?:\r?\n)+/, '')
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/);

function readHeaders(lines: readonly string[]): { headers: SipHeader[] } | { unreadable: Unreadable } {
  if (lines.length > SIP_LIMITS.headers) return { unreadable: 'too_many_headers' };
  const headers: SipHeader[] = [];
  for (const line of lines) {
    if (line === '') continue;
    const at = line.indexOf(':');
    const name = line.slice(0, Math.max(at, 0)).trim();
    if (!/^[\w!%*+.`'~-]+$/.test(name)) return { unreadable: 'bad_header' };
    headers.push({ name: headerName(name), value: line.slice(at + 1).trim() });
  }
  return { headers };
}

function bodyOf(rest: Buffer, length: string | undefined): { body: Buffer } | { unreadable: Unreadable } {
  if (length === undefined) return rest.length > SIP_LIMITS.bodyBytes ? { unreadable: 'bad_length' } : { body: rest };
  if (!/^\d{1,9}$/.test(length) || Number(length) > SIP_LIMITS.bodyBytes) return { unreadable: 'bad_length' };
  return Number(length) > rest.length ? { unreadable: 'short_body' } : { body: rest.subarray(0, Number(length)) };
}

function startLine(line: string, headers: SipHeader[], body: Buffer): ReadMessage {
  const request = /^([A-Za-z0-9!%*_+`'~.-]+) +(\S+) +SIP\/(\d+\.\d+) *$/i.exec(line);
  const response = /^SIP\/(\d+\.\d+) +([1-6]\d\d)(?: (.*))?$/i.exec(line);
  const version = request?.[3] ?? response?.[1];
  if (version === undefined) return { unreadable: 'no_start_line' };
  if (version !== '2.0') return { unreadable: 'other_version' };
  if (request) return { message: { kind: 'request', method: request[1] ?? '', uri: request[2] ?? '', headers, body } };
  return { message: { kind: 'response', status: Number(response?.[2]), reason: response?.[3] ?? '', headers, body } };
}
