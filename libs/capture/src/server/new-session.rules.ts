import { header, headerValues, readSequenceNumber } from '../sip/headers.rules.js';
import { type SipRequest } from '../sip/sip-message.js';
import { type Metadata } from '../metadata/metadata.rules.js';
import { type Flow, type Fresh } from './flow.js';
import { takesUpdate, targetOf, timerOf } from './initial-invite.rules.js';
import { type RecordingSession } from './recording-session.js';
import { replyFlow } from './responses.rules.js';
import { tagOf } from './session-book.rules.js';

/** A session as its first INVITE makes it, before anything of it is answered. */
export function newSession(
  request: SipRequest,
  flow: Flow,
  at: number,
  { fresh, metadata }: { fresh: Fresh; metadata: Metadata },
): RecordingSession {
  const localTag = fresh.tag();
  return {
    id: fresh.session(),
    startedAt: at,
    dialog: {
      callId: header(request, 'call-id') ?? '',
      localTag,
      remoteTag: tagOf(header(request, 'from')),
      local: `${header(request, 'to') ?? ''};tag=${localTag}`,
      remote: header(request, 'from') ?? '',
      routes: headerValues(request, 'record-route'),
      target: targetOf(request) ?? request.uri,
      remoteSequence: readSequenceNumber(request)?.number ?? 0,
      localSequence: 0,
    },
    takesUpdate: takesUpdate(request),
    answered: false,
    proved: flow.transport !== 'udp',
    offer: [],
    ports: new Map(),
    keys: new Map(),
    answer: '',
    answerVersion: 0,
    metadata,
    flow: replyFlow(request, flow),
    timer: timerOf(request),
    refreshedAt: at,
    aliveAt: at,
    probedAt: at,
    unacknowledged: [],
    waiting: null,
    queue: [],
  };
}
