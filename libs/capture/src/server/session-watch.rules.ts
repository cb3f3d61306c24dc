import { type SipResponse } from '../sip/sip-message.js';
import { ClientTransactions, type Outcome, type OwnMethod } from './client-transactions.rules.js';
import { type Effect, type EndReason } from './effects.js';
import { type Fresh } from './flow.js';
import { ownRequest, type OwnAddress } from './own-request.rules.js';
import { type RecordingSession } from './recording-session.js';
import { type SessionBook } from './session-book.rules.js';
import { proof } from './session-limits.rules.js';
import { dueOf } from './session-due.rules.js';
import { T2 } from './timing.js';

/** What we ourselves send in a session: answers again until they are acknowledged, refreshes, questions whether it is still there, its end. */
export class SessionWatch {
  private readonly own = new ClientTransactions();

  constructor(
    private readonly sessions: SessionBook,
    private readonly address: OwnAddress,
    private readonly fresh: Fresh,
  ) {}

  answered(response: SipResponse, at: number): Effect[] {
    const outcome = this.own.answered(response);
    return outcome ? this.concluded(outcome, at) : [];
  }

  private concluded({ session: id, method, status }: Outcome, at: number): Effect[] {
    const session = this.sessions.get(id);
    if (!session || method === 'BYE') return [];
    if (status === 481) return this.close(session, 'gone');
    if (status === 408) return [];
    session.aliveAt = at;
    if (status < 300 && method === 'UPDATE') session.refreshedAt = at;
    return proof(session);
  }

  tick(at: number, heard: (session: string) => number | null | undefined): Effect[] {
    const { effects, unanswered } = this.own.tick(at);
    effects.push(...unanswered.flatMap((outcome) => this.concluded(outcome, at)));
    for (const session of this.sessions.all()) effects.push(...this.watched(session, at, heard(session.id)));
    return effects;
  }

  private watched(session: RecordingSession, at: number, heard: number | null | undefined): Effect[] {
    const due = dueOf(session, at, heard);
    if (due === null) return this.repeated(session, at);
    if ('end' in due) return this.end(session, due.end, at);
    session.probedAt = at;
    return [...this.repeated(session, at), ...this.send(session, due.send, at)];
  }

  private repeated(session: RecordingSession, at: number): Effect[] {
    return session.unacknowledged
      .filter(({ nextAt }) => nextAt <= at)
      .map((one) => {
        one.interval = Math.min(one.interval * 2, T2);
        one.nextAt = at + one.interval;
        return { do: 'send', bytes: one.bytes, flow: one.flow };
      });
  }

  /** We end it: with a BYE, where it was answered. */
  end(session: RecordingSession, why: EndReason, at: number): Effect[] {
    const bye = session.answered ? this.send(session, 'BYE', at) : [];
    return [...bye, ...this.close(session, why)];
  }

  private send(session: RecordingSession, method: OwnMethod, at: number): Effect[] {
    const branch = `z9hG4bK${this.fresh.tag()}`;
    const request = ownRequest(session, method, branch, this.address);
    return this.own.begin(branch, { session: session.id, method, ...request }, at);
  }

  close(session: RecordingSession, why: EndReason): Effect[] {
    this.sessions.forget(session);
    return [{ do: 'close', session: session.id, why }];
  }
}
