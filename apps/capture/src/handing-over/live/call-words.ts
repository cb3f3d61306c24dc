/*
 * Words of calls that go on
 *   look    which calls are heard now, by what people chose, by turns, and by how many the machine hears; the database says so to the screens
 *   heard   sound of these goes on to the process that hears words
 *   said    what it answers is sealed once for each person who reads along; hints are the agent's alone
 *   told    consent that is taken back ends it at once
 */
import { Inject, Injectable } from '@nestjs/common';
import { type Standing } from '#capture';
import { type CaptureFigures } from '#contracts';
import { LiveCallLedger } from '#floor';
import { consentNow } from '#floor/rules';
import { sealWords } from '#legal';
import { CompanyService } from '#people';
import { Clock, ENV, LOGGER, OngoingTrouble, type Env, type Logger } from '#platform';
import { type FromLiveWords } from '../../live-words/messages.js';
import { WordsProcess } from '../../live-words/words-process.js';
import { type HeardSound } from '../../media/ear.js';
import { admitted, type CallToAdmit } from './words-admission.rules.js';
import { Listeners } from './listeners.js';
import { LiveSessions } from './live-sessions.js';

/** Where people usually speak Chinese. */
const CHINESE = new Set(['CN', 'HK', 'MO', 'TW', 'SG']);

@Injectable()
export class CallWords {
  readonly #capturedBy: string;
  readonly #lastHeard = new Map<string, number>();
  /** Sessions that cannot be heard any more. */
  readonly #lost = new Set<string>();
  readonly #trouble: OngoingTrouble;
  #heard = new Set<string>();
  #saidNone = false;
  #room = 0;
  #lateMs: readonly (number | null)[] = [];
  #process: WordsProcess | undefined;

  constructor(
    private readonly ledger: LiveCallLedger,
    private readonly listeners: Listeners,
    private readonly sessions: LiveSessions,
    private readonly company: CompanyService,
    private readonly clock: Clock,
    @Inject(ENV) private readonly env: Env,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.#trouble = new OngoingTrouble(logger);
    this.#capturedBy = `${env.sip.address}:${env.sip.port}`;
  }

  /** @param entry compiled entry file of this app */
  start(entry: string): void {
    if (this.env.capture.words.heard === 'off') return;
    const { logger } = this;
    this.#process = new WordsProcess({
      ...{ entry, logger, told: (answer) => this.#told(answer) },
      begun: () => void this.#tellProfile(),
    });
  }

  /** How many calls at once are heard, and how late words were when it was measured. */
  get figures(): NonNullable<CaptureFigures['words']> {
    return { calls: this.#room, lateMs: [...this.#lateMs] };
  }

  /** @returns the sessions whose words are heard now */
  async look(): Promise<string[]> {
    if (!this.#process) return this.#hearNone();
    const there = await this.ledger.toHear(this.#capturedBy);
    for (const session of this.#lost) if (!this.sessions.goesOn(session)) this.#lost.delete(session);
    const calls = there.flatMap(({ personId, ...call }): CallToAdmit[] =>
      personId !== null && this.sessions.sidesOf(call.id) && !this.#lost.has(call.id) ? [{ ...call, personId }] : [],
    );
    const [now, byTurns] = [this.clock.now(), this.env.capture.words.heard === 'by_turns'];
    const chosen = admitted(calls, {
      ...{ room: this.#room, byTurns, now },
      heard: this.#heard,
      lastHeard: this.#lastHeard,
    });
    for (const { personId } of chosen) this.#lastHeard.set(personId, now.getTime());
    this.#hear(chosen.map(({ id }) => id));
    await this.ledger.hears(this.#capturedBy, this.#room, [...this.#heard]);
    return [...this.#heard];
  }

  /** Rows of a process that heard some must not say so any more. */
  async #hearNone(): Promise<string[]> {
    if (!this.#saidNone) await this.ledger.hears(this.#capturedBy, 0, []);
    this.#saidNone = true;
    return [];
  }

  told({ session, timeline, endedAt }: Standing): void {
    const consent = consentNow(timeline);
    if (endedAt !== null || consent === 'refused' || consent === 'withdrawn')
      if (this.#heard.has(session)) this.#hear([...this.#heard].filter((one) => one !== session));
  }

  heard(sound: HeardSound): void {
    if (this.#heard.has(sound.session)) this.#process?.send({ heard: sound });
  }

  async close(): Promise<void> {
    await this.#process?.close();
  }

  #hear(sessions: readonly string[]): void {
    this.#heard = new Set(sessions);
    const language = CHINESE.has(this.env.capture.region.slice(0, 2)) ? 'zh' : 'en';
    const hear = sessions.flatMap((session) => {
      const sides = this.sessions.sidesOf(session);
      return sides ? [{ session, ...sides, language } as const] : [];
    });
    this.#process?.send({ hear });
  }

  #told(answer: FromLiveWords): void {
    if ('room' in answer) {
      // It was measured again: what was too slow may be heard.
      if (answer.room > this.#room) this.#lost.clear();
      this.#lateMs = answer.lateMs ?? this.#lateMs;
      return void (this.#room = answer.room);
    }
    if ('lost' in answer) {
      this.#lost.add(answer.lost);
      return this.#hear([...this.#heard].filter((one) => one !== answer.lost));
    }
    const { session, said } = answer;
    if (!this.#heard.has(session)) return;
    try {
      for (const { id, key, own } of this.listeners.of(session, 'words'))
        this.listeners.send(sealWords(id, key, own ? said : { ...said, hints: [] }));
    } catch (error) {
      this.#trouble.error(error, 'what was said is too long to be shown while its call goes on');
    }
  }

  /** Without it the company's name is not known in a greeting. */
  async #tellProfile(): Promise<void> {
    try {
      this.#process?.send({ profile: await this.company.profile() });
    } catch (error) {
      this.logger.warn({ err: error }, 'the company profile could not be read for words of calls that go on');
    }
  }
}
