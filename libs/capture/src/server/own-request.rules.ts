import { hostText } from '../sdp/answer.rules.js';
import { type SipHeader, type SipRequest } from '../sip/sip-message.js';
import { writeMessage } from '../sip/write-message.rules.js';
import { type OwnMethod } from './client-transactions.rules.js';
import { type Flow, type Transport } from './flow.js';
import { type RecordingSession } from './recording-session.js';

/** Where we are reached. */
export interface OwnAddress {
  readonly address: string;
  readonly ports: Readonly<Record<Transport, number>>;
}

export const contactHeader = (own: OwnAddress, transport: Transport): SipHeader => ({
  name: 'contact',
  value: `<sip:srs@${hostText(own.address)}:${own.ports[transport]};transport=${transport}>;+sip.srs`,
});

/** A request of ours in the session's dialog, along the way that the client's last one came. */
export function ownRequest(
  session: RecordingSession,
  method: OwnMethod,
  branch: string,
  own: OwnAddress,
): { bytes: Buffer; flow: Flow } {
  const { dialog, flow } = session;
  dialog.localSequence++;
  const timer = session.timer && method === 'UPDATE' ? `${session.timer.seconds};refresher=uac` : null;
  const via = `SIP/2.0/${flow.transport.toUpperCase()} ${hostText(own.address)}:${own.ports[flow.transport]};rport;branch=${branch}`;
  const request: SipRequest = {
    kind: 'request',
    method,
    uri: dialog.target,
    headers: [
      { name: 'via', value: via },
      { name: 'max-forwards', value: '70' },
      ...dialog.routes.map((value) => ({ name: 'route', value })),
      { name: 'from', value: dialog.local },
      { name: 'to', value: dialog.remote },
      { name: 'call-id', value: dialog.callId },
      { name: 'cseq', value: `${dialog.localSequence} ${method}` },
      contactHeader(own, flow.transport),
      ...(timer === null
        ? []
        : [
            { name: 'supported', value: 'timer' },
            { name: 'session-expires', value: timer },
          ]),
    ],
    body: Buffer.alloc(0),
  };
  return { bytes: writeMessage(request), flow };
}
