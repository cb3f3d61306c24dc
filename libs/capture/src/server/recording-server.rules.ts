import { header, headerLines, readNameAddress, readSequenceNumber, readVia } from '../sip/headers.rules.js';
import { type SipMessage, type SipRequest } from '../sip/sip-message.js';
import { writeMessage } from '../sip/write-message.rules.js';
import { type Effect, type RefusalReason } from './effects.js';
import { type Flow, type Fresh } from './flow.js';
import { checkFirst } from './initial-invite.rules.js';
import { newSession } from './new-session.rules.js';
import { type OwnAddress } from './own-request.rules.js';
import { type RecordingSession } from './recording-session.js';
import { ABILITIES, ALLOWED, replyFlow, response, type Reply } from './responses.rules.js';
import { ServerTransactions } from './server-transactions.rules.js';
import { proof, refusalOf } from './session-limits.rules.js';
import { SessionBook } from './session-book.rules.js';
import { SessionCourse } from './session-course.rules.js';
import { SessionWatch } from './session-watch.rules.js';
import { ANSWER_WITHIN_MS, RETRY_AFTER } from './timing.js';

export interface RecordingServerSettings extends OwnAddress {
  /** Sessions at once. */
  readonly calls: number;
  /** Those of one address; by default all. */
  readonly callsPerPeer?: number;
  /** Sessions of a former process are still to come: until `ready`, none is begun, and of those nothing is said. */
  readonly starting?: boolean;
  /** Whether sound may come from an address; by default from any. */
  readonly soundFrom?: (address: string) => boolean;
}

const KNOWN_ELSEWHERE = new Set(['REGISTER', 'SUBSCRIBE', 'NOTIFY', 'REFER', 'MESSAGE', 'PUBLISH']);

/**
 * A session recording server (RFC 7866) as a state machine: each message, each port that was bound and each tick gives what is to be done,
 * in order. It knows neither sockets nor a clock, and waits for nothing but ports: no database, key or consent stands between an INVITE and
 * its answer, because a client that gets none may refuse the customer's call.
 */
export class RecordingServer {
  private readonly transactions = new ServerTransactions();
  private readonly sessions = new SessionBook();
  private readonly watch: SessionWatch;
  private readonly course: SessionCourse;
  private stopping = false;
  private starting: boolean;

  constructor(
    private readonly settings: RecordingServerSettings,
    private readonly fresh: Fresh,
  ) {
    this.starting = settings.starting ?? false;
    this.watch = new SessionWatch(this.sessions, settings, fresh);
    this.course = new SessionCourse({
      own: settings,
      fresh,
      soundFrom: settings.soundFrom ?? (() => true),
      answer: (...reply) => this.answer(...reply),
      close: (session, why) => this.watch.close(session, why),
    });
  }

  get size(): number {
    return this.sessions.size;
  }

  session(id: string): RecordingSession | undefined {
    return this.sessions.get(id);
  }

  /** Goes on with a session that an earlier process kept. */
  restore(session: RecordingSession): void {
    this.sessions.add(session);
  }

  /** Every session of a former process is restored. */
  ready(): void {
    this.starting = false;
  }

  /** @param at milliseconds, as all times here */
  receive(message: SipMessage, flow: Flow, at: number): Effect[] {
    if (message.kind === 'response') return this.watch.answered(message, at);
    const lacking = whatLacks(message);
    if (lacking === 'way_back') return [{ do: 'refuse', status: 0, why: 'malformed', flow }];
    // To say that its dialog is unknown would end it: its client asks again.
    if (this.starting && hasTag(message)) return [];
    if (message.method === 'ACK') return this.acknowledged(message, flow, at);
    const repeated = this.transactions.repeated(message, replyFlow(message, flow));
    if (repeated) return repeated;
    this.transactions.begin(message, replyFlow(message, flow), at);
    if (lacking) return this.refuse(message, flow, at, { status: 400 }, 'malformed');
    if (message.method === 'CANCEL') return this.cancelled(message, flow, at);
    return hasTag(message) ? this.inDialog(message, flow, at) : this.outside(message, flow, at);
  }

  /** The ports that an effect asked for; null: no more fit. */
  opened(id: string, ports: readonly number[] | null, at: number): Effect[] {
    const session = this.sessions.get(id);
    if (!session?.waiting) return [];
    if (ports !== null || session.answered) return this.course.opened(session, ports, at);
    const { request, flow } = session.waiting;
    this.sessions.forget(session);
    return this.refuse(request, flow, at, retryAfter('full'), 'full');
  }

  /** @param heard when packets of a session last came, null: never; undefined: not known */
  tick(at: number, heard: (session: string) => number | null | undefined): Effect[] {
    const late = this.sessions.all().filter((one) => !one.answered && at - one.startedAt >= ANSWER_WITHIN_MS);
    return [
      ...late.flatMap(({ id }): Effect[] => [...this.opened(id, null, at), { do: 'close', session: id, why: 'late' }]),
      ...this.transactions.tick(at),
      ...this.watch.tick(at, heard),
    ];
  }

  /** Takes no further session. Those that run are left to the process that comes next, which is handed what `keep` said. */
  stop(): void {
    this.stopping = true;
  }

  private outside(request: SipRequest, flow: Flow, at: number): Effect[] {
    const { method } = request;
    if (method === 'INVITE') return this.invited(request, flow, at);
    if (method === 'OPTIONS') return this.pinged(request, flow, at);
    if (['BYE', 'UPDATE', 'INFO', 'PRACK'].includes(method))
      return this.refuse(request, flow, at, { status: 481 }, 'unknown_dialog');
    const status = KNOWN_ELSEWHERE.has(method) ? 405 : 501;
    return this.refuse(request, flow, at, { status, headers: [{ name: 'allow', value: ALLOWED }] }, 'method');
  }

  /** Told that we are full, a client might give up the sessions that run; told that we stop, it is to go elsewhere. */
  private pinged(request: SipRequest, flow: Flow, at: number): Effect[] {
    const away = this.away;
    if (away) return this.refuse(request, flow, at, retryAfter(away), away);
    return this.answer(request, flow, at, { status: 200, headers: ABILITIES });
  }

  private get away(): 'stopping' | 'starting' | null {
    return this.stopping ? 'stopping' : this.starting ? 'starting' : null;
  }

  private invited(request: SipRequest, flow: Flow, at: number): Effect[] {
    const away = this.away;
    if (away) return this.refuse(request, flow, at, retryAfter(away), away);
    if (this.sessions.size >= this.settings.calls) return this.refuse(request, flow, at, retryAfter('full'), 'full');
    if (this.sessions.merged(request)) return this.refuse(request, flow, at, { status: 482 }, 'merged');
    const { calls, callsPerPeer: perPeer = calls, soundFrom = () => true } = this.settings;
    const unproved = Math.max(LEAST_UNPROVED, Math.ceil(calls / 4));
    const refusal = refusalOf(this.sessions.all(), flow.address, { perPeer, unproved });
    if (refusal) return this.refuse(request, flow, at, retryAfter('full'), refusal);
    const checked = checkFirst(request, { secret: flow.transport === 'tls', soundFrom });
    if ('refused' in checked)
      return this.refuse(request, flow, at, { status: checked.status, headers: checked.headers }, checked.refused);
    const session = newSession(request, flow, at, { fresh: this.fresh, metadata: checked.metadata });
    this.sessions.add(session);
    const unread: Effect[] = checked.unread ? [{ do: 'unread', session: session.id }] : [];
    return [
      ...this.answer(request, flow, at, { status: 100 }, session),
      ...this.course.await(session, { request, flow, offer: checked.offer }),
      ...unread,
    ];
  }

  private inDialog(request: SipRequest, flow: Flow, at: number): Effect[] {
    const session = this.sessions.of(request);
    if (!session) return this.refuse(request, flow, at, { status: 481 }, 'unknown_dialog');
    const proved = proof(session);
    const taken = this.course.take(session, request, flow, at);
    if ('effects' in taken) return [...proved, ...taken.effects];
    const { status, headers, refused } = taken;
    return [...proved, ...this.refuse(request, flow, at, { status, headers }, refused)];
  }

  private acknowledged(request: SipRequest, flow: Flow, at: number): Effect[] {
    const session = this.transactions.acknowledged(request) ? undefined : this.sessions.of(request);
    if (!session) return [];
    return [...proof(session), ...this.course.acknowledged(session, request, flow, at)];
  }

  /** Only what is not answered yet can be cancelled (RFC 3261 9.2); of what is, the client must acknowledge and end. */
  private cancelled(request: SipRequest, flow: Flow, at: number): Effect[] {
    const status = this.transactions.statusOfCancelled(request);
    if (status === null) return this.refuse(request, flow, at, { status: 481 }, 'unknown_dialog');
    const session = status < 200 ? this.sessions.waitingFor(request) : undefined;
    const done = this.answer(request, flow, at, { status: 200 }, session);
    if (!session?.waiting) return done;
    const { request: invite, flow: from } = session.waiting;
    const ended = [...done, ...this.answer(invite, from, at, { status: 487 }, session)];
    const rest = session.answered ? this.course.dropWaiting(session, at) : this.watch.close(session, 'cancelled');
    return [...ended, ...rest];
  }

  private refuse(request: SipRequest, flow: Flow, at: number, reply: Reply, why: RefusalReason): Effect[] {
    return [...this.answer(request, flow, at, reply), { do: 'refuse', status: reply.status, why, flow }];
  }

  private answer(request: SipRequest, flow: Flow, at: number, reply: Reply, session?: RecordingSession): Effect[] {
    const tag = session?.dialog.localTag ?? this.fresh.tag();
    const bytes = writeMessage(response(request, flow, tag, reply));
    this.transactions.answered(request, reply.status, bytes, at);
    return [{ do: 'send', bytes, flow: replyFlow(request, flow) }];
  }
}

/** Of a small machine, too, a burst of calls is answered before the first ACK is read. */
const LEAST_UNPROVED = 8;

const retryAfter = (why: keyof typeof RETRY_AFTER): Reply => ({
  status: 503,
  headers: [{ name: 'retry-after', value: String(RETRY_AFTER[why]) }],
});

const hasTag = (request: SipRequest): boolean =>
  (readNameAddress(header(request, 'to') ?? '').parameters.get('tag') ?? '') !== '';

/** Headers that every request has (RFC 3261 8.1.1). Without some of them there is no way to answer. */
function whatLacks(request: SipRequest): 'way_back' | 'something' | null {
  const [via = ''] = headerLines(request, 'via');
  if (!readVia(via.split(/,(?=\s*SIP\s*\/)/i)[0] ?? '')) return 'way_back';
  if (!header(request, 'from') || !header(request, 'to') || !header(request, 'call-id')) return 'way_back';
  const sequence = readSequenceNumber(request);
  const from = readNameAddress(header(request, 'from') ?? '');
  return sequence?.method === request.method && from.parameters.get('tag') ? null : 'something';
}
