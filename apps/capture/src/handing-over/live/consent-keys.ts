import { Inject, Injectable } from '@nestjs/common';
import { RulesInForce } from '#consent';
import { type ConsentKeys as KeysOfLine } from '#contracts';
import { LiveCallDesk } from '#floor';
import { DomainError, ENV, LOGGER, OngoingTrouble, type Env, type Logger } from '#platform';
import { type KeyOfSession } from '../../media/running-session.js';
import { LiveSessions } from './live-sessions.js';

/** What a key says, by the published rule of the line. null: nothing. */
export const actOf = (key: string, keys: KeysOfLine | null): 'consent_given' | 'consent_refused' | null =>
  key === keys?.yes ? 'consent_given' : key === keys?.no ? 'consent_refused' : null;

/** Keys of all sessions that wait: who presses more is not answering. */
const MOST_WAITING = 1000;
/** How the desk says that it cannot note it now: the session's row is not written yet, or was not told of for a while. */
const NOT_YET: ReadonlySet<string> = new Set(['live_call_not_found', 'live_call_over']);

/**
 * Consent by a key that the customer presses while it is pending, on a stream that is known to be a customer's: who asks must not answer. While
 * it is not known which side is the agent's, or the database is away, a key waits, until its session ends. That a key answered is written down,
 * which one is not.
 */
@Injectable()
export class ConsentKeys {
  readonly #waiting = new Map<string, KeyOfSession>();
  readonly #trouble: OngoingTrouble;
  #answered: (id: string) => void = () => undefined;
  #looking = false;

  constructor(
    private readonly rules: RulesInForce,
    private readonly desk: LiveCallDesk,
    private readonly sessions: LiveSessions,
    @Inject(ENV) private readonly env: Env,
    @Inject(LOGGER) logger: Logger,
  ) {
    this.#trouble = new OngoingTrouble(logger);
  }

  /** Who is told which keys need not be told again. */
  onAnswered(answered: (id: string) => void): void {
    this.#answered = answered;
  }

  async pressed(pressed: KeyOfSession): Promise<void> {
    if (this.#waiting.size >= MOST_WAITING) return this.#answered(pressed.id);
    this.#waiting.set(pressed.id, pressed);
    await this.look();
  }

  /** Tries those that wait, in their order; to be asked again and again. */
  async look(): Promise<void> {
    if (this.#looking) return;
    this.#looking = true;
    try {
      // What is pressed meanwhile is met too: a map goes on with what is added.
      for (const one of this.#waiting.values())
        if (await this.#isAnswered(one)) {
          this.#waiting.delete(one.id);
          this.#answered(one.id);
        }
    } finally {
      this.#looking = false;
    }
  }

  async #isAnswered({ session, label, key }: KeyOfSession): Promise<boolean> {
    if (!this.sessions.goesOn(session)) return true;
    const sides = this.sessions.sidesOf(session);
    if (!sides) return false;
    if (!sides.customerLabels.includes(label)) return true;
    try {
      const act = actOf(key, await this.rules.keysOf(this.env.capture.source));
      if (!act) return true;
      await this.desk.ask(session, { act, said: 'digit', byPersonId: null }, () => true);
      return true;
    } catch (error) {
      if (error instanceof DomainError) return !NOT_YET.has(error.code);
      this.#trouble.error(error, 'a key by which a customer answered could not be noted; it is tried again');
      return false;
    }
  }
}
