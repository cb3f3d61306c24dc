import { header, readNameAddress, readSequenceNumber } from '../sip/headers.rules.js';
import { type SipRequest } from '../sip/sip-message.js';
import { type RecordingSession } from './recording-session.js';

export const tagOf = (value: string | undefined): string => readNameAddress(value ?? '').parameters.get('tag') ?? '';
const dialogKey = (callId: string, localTag: string): string => `${callId}\n${localTag}`;

/** The sessions that run, by what a request names. */
export class SessionBook {
  private readonly byDialog = new Map<string, RecordingSession>();
  private readonly byId = new Map<string, RecordingSession>();

  get size(): number {
    return this.byId.size;
  }

  all(): RecordingSession[] {
    return [...this.byId.values()];
  }

  get(id: string): RecordingSession | undefined {
    return this.byId.get(id);
  }

  add(session: RecordingSession): void {
    this.byId.set(session.id, session);
    this.byDialog.set(dialogKey(session.dialog.callId, session.dialog.localTag), session);
  }

  forget(session: RecordingSession): void {
    this.byId.delete(session.id);
    this.byDialog.delete(dialogKey(session.dialog.callId, session.dialog.localTag));
  }

  /** By the dialog alone: from which address or over which connection the request came does not matter. */
  of(request: SipRequest): RecordingSession | undefined {
    const session = this.byDialog.get(dialogKey(header(request, 'call-id') ?? '', tagOf(header(request, 'to'))));
    return session?.dialog.remoteTag === tagOf(header(request, 'from')) ? session : undefined;
  }

  /** The same INVITE, come by another way (RFC 3261 8.2.2.2). With a higher number it is another try of a client that did not hear us. */
  merged(request: SipRequest): boolean {
    const callId = header(request, 'call-id');
    const tag = tagOf(header(request, 'from'));
    const number = readSequenceNumber(request)?.number;
    return this.all().some(
      ({ dialog }) => dialog.callId === callId && dialog.remoteTag === tag && dialog.remoteSequence === number,
    );
  }

  waitingFor(cancel: SipRequest): RecordingSession | undefined {
    const callId = header(cancel, 'call-id');
    const number = readSequenceNumber(cancel)?.number;
    return this.all().find(
      ({ dialog, waiting }) =>
        waiting && dialog.callId === callId && readSequenceNumber(waiting.request)?.number === number,
    );
  }
}
