/** What a recording client may vary in its requests. */
export interface RequestOptions {
  method?: string;
  sequence?: number;
  branch?: string;
  /** The recording server's tag. */
  to?: string;
  headers?: string[];
  /** Between boundaries, each with its headers; none: no body. */
  parts?: string[];
  callId?: string;
  via?: string;
  /** Of the INVITE; null: without `+sip.src`. */
  contact?: string | null;
  require?: string | null;
}

let branches = 0;

/** A request of a SIPREC client at 192.0.2.7, with every header that one needs. */
export function request(options: RequestOptions = {}): string {
  const { method = 'INVITE', sequence = 1, branch = `z9hG4bK-${++branches}`, parts = [] } = options;
  const body = parts.length > 0 ? `${parts.map((part) => `--cut\r\n${part}\r\n`).join('')}--cut--\r\n` : '';
  const contact = options.contact === undefined ? '<sip:src@192.0.2.7:5060>;+sip.src' : options.contact;
  const demanded = options.require === undefined ? (method === 'INVITE' ? 'siprec' : null) : options.require;
  const lines = [
    `${method} sip:srs@192.0.2.1:5070 SIP/2.0`,
    options.via ?? `Via: SIP/2.0/UDP 192.0.2.7:5060;branch=${branch}`,
    'From: <sip:src@192.0.2.7>;tag=client',
    `To: <sip:srs@192.0.2.1>${options.to ? `;tag=${options.to}` : ''}`,
    `Call-ID: ${options.callId ?? 'call-1'}`,
    `CSeq: ${sequence} ${method}`,
    ...(contact === null ? [] : [`Contact: ${contact}`]),
    ...(demanded === null ? [] : [`Require: ${demanded}`]),
    ...(options.headers ?? []),
    ...(body ? ['Content-Type: multipart/mixed;boundary=cut'] : []),
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  return `${lines.join('\r\n')}\r\n\r\n${body}`;
}

export interface StreamOptions {
  label?: string | null;
  direction?: string;
  port?: number;
  formats?: string;
  protocol?: string;
  lines?: string[];
}

/** An SDP part with one `m=` line for each stream; `version` is that of `o=`. */
export function sdpPart(streams: StreamOptions[], version = 1): string {
  const lines = ['v=0', `o=- 7 ${version} IN IP4 192.0.2.7`, 's=-', 'c=IN IP4 192.0.2.7', 't=0 0'];
  streams.forEach((stream, n) => {
    const { label = String(n + 1), direction = 'sendonly', port = 20_000 + 2 * n, protocol = 'RTP/AVP' } = stream;
    lines.push(
      `m=audio ${port} ${protocol} ${stream.formats ?? '8 101'}`,
      'a=rtpmap:8 PCMA/8000',
      'a=rtpmap:101 telephone-event/8000',
      'a=fmtp:101 0-16',
      ...(stream.lines ?? []),
      ...(label === null ? [] : [`a=label:${label}`]),
      `a=${direction}`,
    );
  });
  return `Content-Type: application/sdp\r\n\r\n${lines.join('\r\n')}\r\n`;
}

export const TWO_STREAMS: StreamOptions[] = [{}, {}];

/** Metadata of two parties, the customer on label 1, agent 101 on label 2. */
export const METADATA = `<?xml version="1.0" encoding="UTF-8"?>
<recording xmlns="urn:ietf:params:xml:ns:recording:1"><datamode>complete</datamode>
<session session_id="s"><sipSessionID>ab30;remote=4775</sipSessionID></session>
<participant participant_id="c"><nameID aor="sip:+8613800002046@carrier.example"><name>陈美玲</name></nameID></participant>
<participant participant_id="a"><nameID aor="sip:101@pbx.example"><name>Wang Min</name></nameID></participant>
<stream stream_id="1" session_id="s"><label>1</label></stream>
<stream stream_id="2" session_id="s"><label>2</label></stream>
<participantstreamassoc participant_id="c"><send>1</send><recv>2</recv></participantstreamassoc>
<participantstreamassoc participant_id="a"><send>2</send><recv>1</recv></participantstreamassoc>
</recording>`;

export const metadataPart = (xml = METADATA): string =>
  `Content-Type: application/rs-metadata+xml\r\nContent-Disposition: recording-session\r\n\r\n${xml}`;

/** The first INVITE of a call of two streams. */
export const invite = (options: RequestOptions = {}): string =>
  request({ parts: [sdpPart(TWO_STREAMS), metadataPart()], ...options });
