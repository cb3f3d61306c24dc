import { Inject, Injectable } from '@nestjs/common';
import { RulesInForce } from '#consent';
import { type ConsentKeys as KeysOfLine } from '#contracts';
import { LiveCallDesk } from '#floor';
import { ENV, LOGGER, OngoingTrouble, type Env, type Logger } from '#platform';
import { type KeyOfSession } from '../media/media-sessions.js';
import { LiveSessions } from './live-sessions.js';

/** What a key says, by the published rule of the line. null: nothing. */
export const actOf = (key: string, keys: KeysOfLine | null): 'consent_given' | 'consent_refused' | null =>
  key === keys?.yes ? 'consent_given' : key === keys?.no ? 'consent_refused' : null;

/**
 * Consent by a key that the customer presses while it is pending. Where it is not known which side is the agent's, no key says anything: who
 * asks must not answer. That a key answered is written down, which one is not.
 */
@Injectable()
export class ConsentKeys {
  readonly #trouble: OngoingTrouble;

  constructor(
    private readonly rules: RulesInForce,
    private readonly desk: LiveCallDesk,
    private readonly sessions: LiveSessions,
    @Inject(ENV) private readonly env: Env,
    @Inject(LOGGER) logger: Logger,
  ) {
    this.#trouble = new OngoingTrouble(logger);
  }

  async pressed({ session, label, key }: KeyOfSession): Promise<void> {
    const agent = this.sessions.agentLabel(session);
    if (agent === null || label === agent) return;
    try {
      const act = actOf(key, await this.rules.keysOf(this.env.capture.source));
      if (act) await this.desk.ask(session, { act, said: 'digit', byPersonId: null }, () => true);
    } catch (error) {
      this.#trouble.error(error, 'a key by which a customer answered could not be noted');
    }
  }
}
