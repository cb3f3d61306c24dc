import { join } from 'node:path';
import { type DayClock } from './clock/day-clock.js';
import { Seat, Answers } from './people/seat.js';
import { type Installation } from './place/installation.js';

/** A call that the product took in, as its sender remembers it. */
export interface TakenCall {
  callId: string;
  recordingId: string | null;
  externalId: string;
  staffNumber: string;
  language: 'zh' | 'en';
  /** Of its words, where it has some that were judged. */
  spoken: boolean;
}

export const PASSWORD = 'four grey geese at dawn';

/** Everything that the people of the day have in common. */
export class Day {
  readonly answers = new Answers();
  readonly calls: TakenCall[] = [];
  /** Ids and codes that one appointment leaves for a later one. */
  readonly notes = new Map<string, string>();
  /** From when to when something was broken on purpose, and what. */
  readonly provoked: { from: Date; to: Date; what: string }[] = [];
  /** What the restored installation was found to be the same in. */
  readonly restored: string[] = [];
  private readonly seats = new Map<string, Seat>();

  constructor(
    readonly clock: DayClock,
    readonly installation: Installation,
    /** Outside of the installation: what was carried out of the house. */
    readonly outside: string,
  ) {}

  seat(username: string, password = PASSWORD): Seat {
    const known = this.seats.get(username);
    if (known) return known;
    const seat = new Seat(username, password, () => this.installation.baseUrl, this.answers);
    this.seats.set(username, seat);
    return seat;
  }

  passwordOf(username: string): string {
    return this.seat(username).knownPassword;
  }

  /** Sends a call in as the telephone system does, by its token once it has one. */
  async telephone(form: FormData): Promise<Response> {
    const token = this.notes.get('telephone token');
    if (token === undefined) return this.seat('admin').request('/api/v1/calls', { method: 'POST', body: form });
    this.answers.add();
    const headers = { authorization: `Bearer ${token}`, connection: 'close' };
    return fetch(`${this.installation.baseUrl}/api/v1/calls`, { method: 'POST', body: form, headers });
  }

  out(name: string): string {
    return join(this.outside, name);
  }

  /** @throws when the appointment that should have left it failed */
  note(name: string): string {
    const found = this.notes.get(name);
    if (found === undefined) throw new Error(`no earlier step noted ${name}: what came before failed`);
    return found;
  }

  /** Does something that breaks on purpose: what is logged meanwhile counts as provoked. */
  async provoke(what: string, doIt: () => Promise<void>): Promise<void> {
    const from = this.clock.now();
    await doIt();
    this.provoked.push({ from, to: this.clock.now(), what });
  }
}
