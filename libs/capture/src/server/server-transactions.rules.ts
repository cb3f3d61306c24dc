import { header, headerLines, readSequenceNumber, readVia } from '../sip/headers.rules.js';
import { type SipRequest } from '../sip/sip-message.js';
import { type Effect } from './effects.js';
import { type Flow } from './flow.js';
import { T1, T2, TRANSACTION_MS } from './timing.js';

interface ServerTransaction {
  /** The last answer, sent again when the request comes again; null: none yet. */
  bytes: Buffer | null;
  flow: Flow;
  status: number;
  readonly until: number;
  /** A refusal of an INVITE over UDP is repeated until it is acknowledged; null: not or no more. */
  nextAt: number | null;
  interval: number;
}

/** Answers that are kept at most, bytes, and what each takes beside; beyond it the oldest go. */
const MOST_KEPT_BYTES = 32 * 1024 * 1024;
const BESIDE_BYTES = 500;

/** Server transactions (RFC 3261 17.2): a request that comes again gets the same answer again, and changes nothing. */
export class ServerTransactions {
  private readonly kept = new Map<string, ServerTransaction>();
  private keptBytes = 0;

  /** Has the request been seen? Then what was answered is to be sent again. */
  repeated(request: SipRequest, flow: Flow): Effect[] | null {
    const seen = this.kept.get(transactionKey(request));
    if (!seen) return null;
    // Over another connection where the first was lost.
    seen.flow = flow;
    return seen.bytes ? [{ do: 'send', bytes: seen.bytes, flow }] : [];
  }

  begin(request: SipRequest, flow: Flow, at: number): void {
    const fresh = { bytes: null, flow, status: 0, until: at + TRANSACTION_MS, nextAt: null, interval: T1 };
    const key = transactionKey(request);
    this.forget(key);
    this.kept.set(key, fresh);
    this.keptBytes += sizeOf(key, fresh);
    this.makeRoom();
  }

  answered(request: SipRequest, status: number, bytes: Buffer, at: number): void {
    const seen = this.kept.get(transactionKey(request));
    if (!seen) return;
    this.keptBytes += bytes.length - (seen.bytes?.length ?? 0);
    Object.assign(seen, { bytes, status });
    if (request.method === 'INVITE' && status >= 300 && seen.flow.transport === 'udp') seen.nextAt = at + T1;
  }

  /** An ACK of a refusal belongs to the INVITE's transaction. @returns false: it is of a 2xx */
  acknowledged(ack: SipRequest): boolean {
    const seen = this.kept.get(transactionKey(ack, 'INVITE'));
    if (!seen || seen.status < 300) return false;
    seen.nextAt = null;
    return true;
  }

  /** What the INVITE that a CANCEL means was answered so far; null: there is none. */
  statusOfCancelled(cancel: SipRequest): number | null {
    return this.kept.get(transactionKey(cancel, 'INVITE'))?.status ?? null;
  }

  tick(at: number): Effect[] {
    const effects: Effect[] = [];
    for (const [key, one] of this.kept) {
      if (one.until <= at) this.forget(key);
      else if (one.nextAt !== null && one.nextAt <= at && one.bytes) {
        one.interval = Math.min(one.interval * 2, T2);
        one.nextAt = at + one.interval;
        effects.push({ do: 'send', bytes: one.bytes, flow: one.flow });
      }
    }
    return effects;
  }

  private makeRoom(): void {
    for (const oldest of this.kept.keys()) {
      if (this.keptBytes <= MOST_KEPT_BYTES) return;
      this.forget(oldest);
    }
  }

  private forget(key: string): void {
    const one = this.kept.get(key);
    if (!one) return;
    this.kept.delete(key);
    this.keptBytes -= sizeOf(key, one);
  }

  /** What is kept, by an estimate. */
  get bytes(): number {
    return this.keptBytes;
  }

  get size(): number {
    return this.kept.size;
  }
}

const sizeOf = (key: string, { bytes }: ServerTransaction): number =>
  BESIDE_BYTES + 2 * key.length + (bytes?.length ?? 0);

/** RFC 3261 17.2.3. A client of before it has no magic cookie in its branch: there the request's own names tell it apart. */
export function transactionKey(request: SipRequest, method = request.method): string {
  const line = headerLines(request, 'via')[0] ?? '';
  const via = readVia(line.split(/,(?=\s*SIP\s*\/)/i)[0] ?? '');
  const branch = via?.parameters.get('branch') ?? '';
  if (via && branch.startsWith('z9hG4bK')) return `${branch} ${via.host}:${via.port ?? ''} ${method}`.toLowerCase();
  const sequence = readSequenceNumber(request)?.number ?? '';
  return [line, header(request, 'call-id'), header(request, 'from'), sequence, method].join('\n');
}
