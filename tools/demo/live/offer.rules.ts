/*
 * What a recording client says of one call (SIPREC, RFC 7866): an offer of two streams with the call's metadata, then an acknowledgement, then
 * the end. As short as the standards allow.
 */

/** A telephone call as its switchboard knows it. */
export interface OfferedCall {
  /** The switchboard's own id of the call, by which its records know it. */
  id: string;
  customer: { number: string; name: string };
  agent: { extension: string; name: string };
}

/** A dialog, and where the client and its two streams are. */
export interface OfferDialog {
  callId: string;
  client: { address: string; port: number };
  server: { address: string; port: number };
  /** Ports that the customer's and the agent's sound come from. */
  media: readonly [number, number];
  /** The server's tag, once it has answered. */
  tag: string;
}

const BOUNDARY = 'recording';

export function inviteOf(call: OfferedCall, dialog: OfferDialog): string {
  const parts = [
    `Content-Type: application/sdp\r\n\r\n${descriptionOf(dialog)}`,
    `Content-Type: application/rs-metadata+xml\r\nContent-Disposition: recording-session\r\n\r\n${metadataOf(call)}`,
  ];
  const body = `${parts.map((part) => `--${BOUNDARY}\r\n${part}\r\n`).join('')}--${BOUNDARY}--\r\n`;
  const headers = ['Require: siprec', `Content-Type: multipart/mixed;boundary=${BOUNDARY}`];
  return request('INVITE', 1, dialog, headers, body);
}

export const acknowledgementOf = (dialog: OfferDialog): string => request('ACK', 1, dialog);
export const endOf = (dialog: OfferDialog): string => request('BYE', 2, dialog);

function request(method: string, sequence: number, dialog: OfferDialog, more: string[] = [], body = ''): string {
  const { callId, client, server, tag } = dialog;
  const here = `${client.address}:${client.port}`;
  const lines = [
    `${method} sip:recorder@${server.address}:${server.port} SIP/2.0`,
    `Via: SIP/2.0/UDP ${here};branch=z9hG4bK-${callId}-${method === 'ACK' ? 'ACK' : sequence}`,
    `From: <sip:switchboard@${here}>;tag=${callId.slice(0, 8)}`,
    `To: <sip:recorder@${server.address}:${server.port}>${tag && `;tag=${tag}`}`,
    `Call-ID: ${callId}`,
    `CSeq: ${sequence} ${method}`,
    'Max-Forwards: 70',
    `Contact: <sip:switchboard@${here}>;+sip.src`,
    ...more,
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  return `${lines.join('\r\n')}\r\n\r\n${body}`;
}

function descriptionOf({ client: { address }, media }: OfferDialog): string {
  const streams = media.flatMap((port, label) => [
    `m=audio ${port} RTP/AVP 8`,
    ...['a=rtpmap:8 PCMA/8000', `a=label:${label}`, 'a=sendonly', 'a=ptime:20'],
  ]);
  return ['v=0', `o=- 1 1 IN IP4 ${address}`, 's=-', `c=IN IP4 ${address}`, 't=0 0', ...streams, ''].join('\r\n');
}

function metadataOf({ id, customer, agent }: OfferedCall): string {
  const speakers = [
    { user: customer.number, name: customer.name },
    { user: agent.extension, name: agent.name },
  ];
  const about = speakers.map(
    ({ user, name }, at) =>
      `<participant participant_id="p${at}"><nameID aor="sip:${escaped(user)}@switchboard.invalid"><name>${escaped(name)}</name></nameID></participant>` +
      `<stream stream_id="s${at}" session_id="call"><label>${at}</label></stream>` +
      `<participantstreamassoc participant_id="p${at}"><send>s${at}</send><recv>s${1 - at}</recv></participantstreamassoc>`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8"?><recording xmlns="urn:ietf:params:xml:ns:recording:1"><datamode>complete</datamode>' +
    `<session session_id="call"><sipSessionID>${escaped(id)}</sipSessionID></session>${about.join('')}</recording>`
  );
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (one) => `&#${one.charCodeAt(0)};`);
