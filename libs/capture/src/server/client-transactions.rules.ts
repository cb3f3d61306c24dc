import { header, readSequenceNumber, readVia } from '../sip/headers.rules.js';
import { type SipResponse } from '../sip/sip-message.js';
import { type Effect } from './effects.js';
import { type Flow } from './flow.js';
import { T1, T2, TRANSACTION_MS } from './timing.js';

export type OwnMethod = 'BYE' | 'UPDATE' | 'OPTIONS';

interface ClientTransaction {
  readonly session: string;
  readonly method: OwnMethod;
  readonly bytes: Buffer;
  readonly flow: Flow;
  nextAt: number | null;
  interval: number;
  readonly until: number;
}

/** What came of a request of ours; status 408 where nothing did. */
export interface Outcome {
  readonly session: string;
  readonly method: OwnMethod;
  readonly status: number;
}

/** Requests that we send in a dialog (RFC 3261 17.1.2): over UDP again and again until they are answered. */
export class ClientTransactions {
  private readonly sent = new Map<string, ClientTransaction>();

  begin(
    branch: string,
    request: Pick<ClientTransaction, 'session' | 'method' | 'bytes' | 'flow'>,
    at: number,
  ): Effect[] {
    const nextAt = request.flow.transport === 'udp' ? at + T1 : null;
    this.sent.set(keyOf(branch, request.method), { ...request, nextAt, interval: T1, until: at + TRANSACTION_MS });
    return [{ do: 'send', bytes: request.bytes, flow: request.flow }];
  }

  /** @returns null: an answer to nothing of ours, or not a final one */
  answered(response: SipResponse): Outcome | null {
    const branch = readVia(header(response, 'via') ?? '')?.parameters.get('branch') ?? '';
    const key = keyOf(branch, readSequenceNumber(response)?.method ?? '');
    const one = this.sent.get(key);
    if (!one || response.status < 200) return null;
    this.sent.delete(key);
    return { session: one.session, method: one.method, status: response.status };
  }

  tick(at: number): { effects: Effect[]; unanswered: Outcome[] } {
    const effects: Effect[] = [];
    const unanswered: Outcome[] = [];
    for (const [key, one] of this.sent) {
      if (one.until <= at) {
        this.sent.delete(key);
        unanswered.push({ session: one.session, method: one.method, status: 408 });
      } else if (one.nextAt !== null && one.nextAt <= at) {
        one.interval = Math.min(one.interval * 2, T2);
        one.nextAt = at + one.interval;
        effects.push({ do: 'send', bytes: one.bytes, flow: one.flow });
      }
    }
    return { effects, unanswered };
  }
}

const keyOf = (branch: string, method: string): string => `${branch} ${method}`;
