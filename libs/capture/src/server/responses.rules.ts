import { header, headerLines, readVia } from '../sip/headers.rules.js';
import { type SipHeader, type SipRequest, type SipResponse } from '../sip/sip-message.js';
import { type Flow } from './flow.js';

const REASONS: Readonly<Record<number, string>> = {
  100: 'Trying',
  200: 'OK',
  400: 'Bad Request',
  405: 'Method Not Allowed',
  420: 'Bad Extension',
  421: 'Extension Required',
  481: 'Call/Transaction Does Not Exist',
  482: 'Loop Detected',
  487: 'Request Terminated',
  488: 'Not Acceptable Here',
  491: 'Request Pending',
  500: 'Server Internal Error',
  501: 'Not Implemented',
  503: 'Service Unavailable',
};

export const ALLOWED = 'INVITE, ACK, BYE, CANCEL, OPTIONS, UPDATE, INFO, PRACK';

/** What a recording server can do, said in answers to INVITE and OPTIONS. */
export const ABILITIES: readonly SipHeader[] = [
  { name: 'allow', value: ALLOWED },
  { name: 'supported', value: 'siprec, timer' },
  { name: 'accept', value: 'application/sdp, application/rs-metadata, application/rs-metadata+xml, multipart/mixed' },
];

export interface Reply {
  readonly status: number;
  readonly headers?: readonly SipHeader[];
  readonly body?: Buffer;
}

/** An answer to a request. `tag` is ours: it goes into To, unless that has one. */
export function response(request: SipRequest, from: Flow, tag: string, reply: Reply): SipResponse {
  const [via = '', ...vias] = headerLines(request, 'via');
  const to = header(request, 'to') ?? '';
  const tagged =
    reply.status === 100 || /;\s*tag\s*=/i.test(to.slice(to.lastIndexOf('>') + 1)) ? to : `${to};tag=${tag}`;
  return {
    kind: 'response',
    status: reply.status,
    reason: REASONS[reply.status] ?? '',
    headers: [
      ...[received(via, from), ...vias].map((value) => ({ name: 'via', value })),
      ...headerLines(request, 'record-route').map((value) => ({ name: 'record-route', value })),
      { name: 'from', value: header(request, 'from') ?? '' },
      { name: 'to', value: tagged },
      { name: 'call-id', value: header(request, 'call-id') ?? '' },
      { name: 'cseq', value: header(request, 'cseq') ?? '' },
      ...(reply.headers ?? []),
    ],
    body: reply.body ?? Buffer.alloc(0),
  };
}

/** The first Via of the line, with where the request really came from (RFC 3261 18.2.1, RFC 3581). */
function received(line: string, from: Flow): string {
  const [first = '', ...others] = line.split(/,(?=\s*SIP\s*\/)/i);
  const seen = first.replace(/;\s*rport(?=\s*(?:;|$))/i, `;rport=${from.port}`);
  const via = readVia(first);
  const added = via && via.host !== from.address && !via.parameters.has('received') ? `;received=${from.address}` : '';
  return [seen.trim() + added, ...others].join(',');
}

/** Where an answer goes: over UDP to the address that the request came from, and to the port that it names (RFC 3261 18.2.2). */
export function replyFlow(request: SipRequest, from: Flow): Flow {
  if (from.transport !== 'udp') return from;
  const via = readVia((header(request, 'via') ?? '').split(/,(?=\s*SIP\s*\/)/i)[0] ?? '');
  return { ...from, port: via && !via.parameters.has('rport') ? (via.port ?? 5060) : from.port };
}
