import { bodyParts } from '../sip/body-parts.rules.js';
import { readSequenceNumber } from '../sip/headers.rules.js';
import { type SipRequest } from '../sip/sip-message.js';
import { type AcceptedStream } from '../sdp/answer.rules.js';
import { type Effect, type EndReason } from './effects.js';
import { type Flow, type Fresh } from './flow.js';
import {
  readBrought,
  targetOf,
  timerHeaders,
  timerOf,
  unknownExtensions,
  type Refused,
} from './initial-invite.rules.js';
import { contactHeader, type OwnAddress } from './own-request.rules.js';
import { type RecordingSession, type Waiting } from './recording-session.js';
import { ABILITIES, replyFlow, type Reply } from './responses.rules.js';
import { linesWithoutPort, planOf, settleOffer } from './session-answer.rules.js';
import { T1, TRANSACTION_MS } from './timing.js';

/** What a course needs of the server that it is part of. */
export interface AroundCourse {
  readonly own: OwnAddress;
  readonly fresh: Fresh;
  /** Whether sound may come from an address. */
  soundFrom(address: string): boolean;
  answer(request: SipRequest, flow: Flow, at: number, reply: Reply, session: RecordingSession): Effect[];
  close(session: RecordingSession, why: EndReason): Effect[];
}

type Course = { readonly effects: Effect[] } | Refused;

const MOST_QUEUED = 8;

/** How requests move a session on: offers, answers, acknowledgements, its end. */
export class SessionCourse {
  constructor(private readonly around: AroundCourse) {}

  /** Answers when the ports are there that the offer needs. */
  await(session: RecordingSession, waiting: Omit<Waiting, 'lines'>): Effect[] {
    const lines = linesWithoutPort(session, waiting.offer);
    session.waiting = { ...waiting, lines };
    return [{ do: 'open', session: session.id, streams: session.ports.size + lines.length }];
  }

  /** Lines that no port could be had for are answered with port 0; the others go on. */
  opened(session: RecordingSession, ports: readonly number[] | null, at: number): Effect[] {
    if (!session.waiting) return [];
    const { lines, offer, request, flow } = session.waiting;
    session.waiting = null;
    const further = ports?.slice(session.ports.size) ?? [];
    lines.forEach((line, n) => {
      const port = further[n];
      if (port !== undefined) session.ports.set(line, port);
    });
    return [...this.settle(session, request, flow, at, offer), ...this.takeQueued(session, at)];
  }

  private takeQueued(session: RecordingSession, at: number): Effect[] {
    return session.queue.splice(0).flatMap(({ request, flow }) => {
      const taken = this.take(session, request, flow, at);
      if ('effects' in taken) return taken.effects;
      return this.around.answer(request, flow, at, { status: taken.status, headers: taken.headers }, session);
    });
  }

  private settle(
    session: RecordingSession,
    request: SipRequest,
    flow: Flow,
    at: number,
    offer: readonly AcceptedStream[] | null,
  ): Effect[] {
    const first = !session.answered;
    if (offer) settleOffer(session, offer, this.around.own.address, this.around.fresh);
    session.answered = true;
    const described = offer !== null || request.method === 'INVITE';
    const headers = [
      contactHeader(this.around.own, flow.transport),
      ...ABILITIES,
      ...timerHeaders(request, session.timer),
      ...(described ? [{ name: 'content-type', value: 'application/sdp' }] : []),
    ];
    const body = Buffer.from(described ? session.answer : '');
    const sent = this.around.answer(request, flow, at, { status: 200, headers, body }, session);
    if (request.method === 'INVITE') this.untilAcknowledged(session, request, sent, at);
    const proved: Effect[] = session.proved ? [{ do: 'proved', session: session.id }] : [];
    const begun: Effect[] = first ? [{ do: 'begin', session }, ...proved] : [];
    return [...sent, ...begun, planOf(session, at), { do: 'keep', session }];
  }

  private untilAcknowledged(session: RecordingSession, request: SipRequest, sent: readonly Effect[], at: number): void {
    const sequence = readSequenceNumber(request)?.number ?? 0;
    for (const effect of sent)
      if (effect.do === 'send')
        session.unacknowledged.push({
          sequence,
          bytes: effect.bytes,
          flow: effect.flow,
          nextAt: at + T1,
          interval: T1,
          until: at + TRANSACTION_MS,
        });
  }

  /** A request in the dialog. */
  take(session: RecordingSession, request: SipRequest, flow: Flow, at: number): Course {
    const { method } = request;
    const number = readSequenceNumber(request)?.number ?? 0;
    // A late answer to an earlier offer must not undo a later one. A BYE always ends the session, whatever sequence number a standby server uses.
    if (number <= session.dialog.remoteSequence && (method === 'INVITE' || method === 'UPDATE'))
      return { refused: 'out_of_order', status: 500, headers: [{ name: 'retry-after', value: '1' }] };
    if (session.waiting && method !== 'BYE' && method !== 'OPTIONS') return this.queued(session, request, flow);
    const extensions = unknownExtensions(request);
    if (extensions) return extensions;
    session.dialog.remoteSequence = Math.max(number, session.dialog.remoteSequence);
    session.flow = replyFlow(request, flow);
    session.aliveAt = at;
    if (method === 'BYE') return { effects: this.byed(session, request, flow, at) };
    if (method === 'INVITE' || method === 'UPDATE') return this.offered(session, request, flow, at);
    if (['OPTIONS', 'INFO', 'PRACK', 'NOTIFY', 'MESSAGE'].includes(method))
      return {
        effects: this.around.answer(
          request,
          flow,
          at,
          { status: 200, headers: method === 'OPTIONS' ? ABILITIES : [] },
          session,
        ),
      };
    return { refused: 'method', status: 405, headers: ABILITIES.slice(0, 1) };
  }

  private queued(session: RecordingSession, request: SipRequest, flow: Flow): Course {
    if (session.queue.length >= MOST_QUEUED) return { refused: 'out_of_order', status: 491 };
    session.queue.push({ request, flow });
    return { effects: [] };
  }

  private offered(session: RecordingSession, request: SipRequest, flow: Flow, at: number): Course {
    const parts = bodyParts(request);
    if (parts === null) return { refused: 'body', status: 400 };
    const { soundFrom } = this.around;
    const brought = readBrought(parts, session.metadata, { secret: flow.transport === 'tls', soundFrom });
    if ('refused' in brought) return brought;
    session.metadata = brought.metadata;
    session.dialog.target = targetOf(request) ?? session.dialog.target;
    session.timer = timerOf(request);
    session.refreshedAt = at;
    const unread: Effect[] = brought.unread ? [{ do: 'unread', session: session.id }] : [];
    const further = brought.offer && linesWithoutPort(session, brought.offer).length > 0;
    const effects = further
      ? this.await(session, { request, flow, offer: brought.offer })
      : this.settle(session, request, flow, at, brought.offer);
    return { effects: [...effects, ...unread] };
  }

  private byed(session: RecordingSession, request: SipRequest, flow: Flow, at: number): Effect[] {
    const waiting = session.waiting;
    const cut = waiting ? this.around.answer(waiting.request, waiting.flow, at, { status: 487 }, session) : [];
    return [
      ...cut,
      ...this.around.answer(request, flow, at, { status: 200 }, session),
      ...this.around.close(session, 'bye'),
    ];
  }

  /** A next process must know of it, or it would send the answer again. */
  acknowledged(session: RecordingSession, ack: SipRequest, flow: Flow, at: number): Effect[] {
    const number = readSequenceNumber(ack)?.number;
    session.aliveAt = at;
    session.flow = replyFlow(ack, flow);
    // What was answered before this is known to the client, too.
    const known = session.unacknowledged.filter(({ sequence }) => sequence <= (number ?? 0)).length;
    session.unacknowledged.splice(0, known);
    return known > 0 ? [{ do: 'keep', session }] : [];
  }

  /** A further offer was cancelled: the session goes on as it was, and what waited for it is taken. */
  dropWaiting(session: RecordingSession, at: number): Effect[] {
    session.waiting = null;
    return this.takeQueued(session, at);
  }
}
