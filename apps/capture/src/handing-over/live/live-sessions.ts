/*
 * Sessions that go on, on their way into the database and back
 *   told        how a session stands now is written as soon as it can be: of several words about it only the last
 *   instructed  what people asked of it is read when the database says so, and once a second besides, and told to the process that captures
 *               until it answers
 * While the database is away the last word of each session waits here; nothing waits in the process that captures.
 */
import { Inject, Injectable } from '@nestjs/common';
import { maskCustomer } from '#calls';
import { withRoles, type Standing, type StandingMoment } from '#capture';
import { type LiveMoment } from '#contracts';
import { LIVE_CALL_CHANNEL, LiveCallLedger, type LiveCallFacts, type LiveInstruction } from '#floor';
import { JournalListener } from '#journal';
import { ExtensionMapService, type Person } from '#people';
import { ENV, LOGGER, OngoingTrouble, type Env, type Logger } from '#platform';

const LOOK_MS = 1000;
/** That they still go on is said so often. */
const SEEN_MS = 15_000;

/** Labels of the streams of a session, by who is known to speak on them. */
export interface Sides {
  readonly agentLabel: string;
  readonly customerLabels: readonly string[];
}

@Injectable()
export class LiveSessions {
  readonly #dirty = new Map<string, Standing>();
  readonly #running = new Set<string>();
  readonly #carriedOut = new Set<string>();
  readonly #sides = new Map<string, Sides>();
  readonly #trouble: OngoingTrouble;
  readonly #capturedBy: string;
  #whole = false;
  #seenAt = 0;
  #closed = false;
  #wake: () => void = () => undefined;
  #listener: JournalListener | undefined;

  constructor(
    private readonly ledger: LiveCallLedger,
    private readonly extensions: ExtensionMapService,
    @Inject(ENV) private readonly env: Env,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.#trouble = new OngoingTrouble(logger);
    this.#capturedBy = `${env.sip.address}:${env.sip.port}`;
  }

  told(standing: Standing): void {
    this.#dirty.set(standing.session, standing);
    if (standing.endedAt === null) this.#running.add(standing.session);
    else {
      this.#running.delete(standing.session);
      this.#sides.delete(standing.session);
    }
    this.#wake();
  }

  /** No others go on. */
  toldAll(standings: readonly Standing[]): void {
    this.#running.clear();
    for (const standing of standings) this.told(standing);
    this.#whole = true;
    this.#wake();
  }

  /** Who speaks on which streams of a session that goes on; null: on which its agent does is not known. */
  sidesOf(session: string): Sides | null {
    return this.#sides.get(session) ?? null;
  }

  goesOn(session: string): boolean {
    return this.#running.has(session);
  }

  carriedOut(id: string): void {
    this.#carriedOut.add(id);
    this.#wake();
  }

  /** Until it is closed. @param instruct tells the process that captures @param listen looks who listens in, as often as this looks */
  async run(instruct: (instruction: LiveInstruction) => void, listen: () => Promise<void>): Promise<void> {
    const on = { notice: () => this.#wake(), resume: () => this.#wake() };
    this.#listener = new JournalListener(this.env.databaseUrl, this.logger, on, [LIVE_CALL_CHANNEL]);
    await this.#listener.start();
    const told = (error: unknown) =>
      this.#trouble.error(error, 'how sessions stand, or who listens in, could not be told; it is tried again');
    while (!this.#closed) {
      const woken = this.#woken();
      // Each by itself: where one fails, the other is still waited for, so that no two looks run at once.
      await Promise.all([this.#look(instruct).catch(told), listen().catch(told)]);
      await woken;
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#wake();
    await this.#listener?.stop();
  }

  /** Whatever is told from now on ends the wait, also while the database is being asked. */
  #woken(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, LOOK_MS);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async #look(instruct: (instruction: LiveInstruction) => void): Promise<void> {
    // Each by itself: one that cannot be written keeps no other from being told, nor what is asked of it.
    for (const [session, standing] of this.#dirty)
      try {
        await this.ledger.stand(await this.#factsOf(standing));
        if (this.#dirty.get(session) === standing) this.#dirty.delete(session);
      } catch (error) {
        this.#trouble.error(error, 'how a session stands could not be written; it is tried again');
      }
    if (this.#whole) await this.ledger.goingOn(this.#capturedBy, [...this.#running]);
    this.#whole = false;
    for (const id of this.#carriedOut) {
      await this.ledger.carriedOut(id);
      this.#carriedOut.delete(id);
    }
    if (this.#running.size === 0) return;
    for (const one of await this.ledger.waiting(this.#capturedBy)) instruct(one);
    if (performance.now() - this.#seenAt < SEEN_MS) return;
    await this.ledger.seen(this.#capturedBy);
    this.#seenAt = performance.now();
  }

  async #factsOf({ session, beganAt, parties, ...standing }: Standing): Promise<LiveCallFacts> {
    const began = new Date(beganAt);
    const ours = new Map<string, Person>();
    for (const { extension } of parties) {
      const person = extension === null ? null : await this.extensions.personAt(extension, began);
      if (extension !== null && person) ours.set(extension, person);
    }
    const people = [...new Map([...ours.values()].map((one) => [one.id, one])).values()];
    const agent = people.length === 1 ? people[0] : undefined;
    const roles = withRoles(parties, (extension) => ours.has(extension));
    const customers = roles.filter(({ role }) => role === 'customer');
    const agentLabel = roles.find(({ role }) => role === 'agent')?.label;
    if (agentLabel !== undefined && standing.endedAt === null)
      this.#sides.set(session, { agentLabel, customerLabels: customers.map(({ label }) => label) });
    else this.#sides.delete(session);
    const number = agent && customers.length === 1 ? customers[0]?.extension : null;
    const at = (ms: number | null): Date | null => (ms === null ? null : new Date(ms));
    return {
      ...{ id: session, source: this.env.capture.source, capturedBy: this.#capturedBy, beganAt: began },
      ...{ personId: agent?.id ?? null, teamId: agent?.teamId ?? null },
      customer: number ? maskCustomer({ number }) : null,
      timeline: standing.timeline.map(momentOf),
      ...{
        endedAt: at(standing.endedAt),
        pauseEndsAt: at(standing.pauseEndsAt),
        silentSince: at(standing.silentSince),
      },
    };
  }
}

const momentOf = ({ at, what, how }: StandingMoment): LiveMoment => ({ at: new Date(at).toISOString(), what, how });
