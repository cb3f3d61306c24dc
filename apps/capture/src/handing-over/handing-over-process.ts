import { fork, type ChildProcess } from 'node:child_process';
import { type Standing } from '#capture';
import { type LiveInstruction } from '#floor';
import { type Logger } from '#platform';
import { type EndedSession } from '../media/waiting-sessions.js';
import { type KeyOfSession } from '../media/running-session.js';
import { type FromHandingOver, type ToHandingOver } from './messages.js';

/** Argument by which the process knows that it is to hand over. */
export const HANDING_OVER = 'handing-over';
/** After it died: a database that is away is not to be asked without end. */
const PAUSE_MS = 5000;
/** A session that waits is tried again after so long, ms. */
const ASIDE_AGAIN_MS = 60_000;
/** Keys that have no answer yet. */
const MOST_KEYS = 1000;

export interface HandingOverOptions {
  /** Compiled entry file of this app. */
  readonly entry: string;
  readonly logger: Logger;
  /** Sessions that were handed over or will never be accepted. */
  readonly onReleased: (session: number) => void;
  /** How the sessions stand that run now. */
  readonly goingOn: () => readonly Standing[];
  /** Puts a session where it may wait for days. null: it stays where it is. */
  readonly setAside: (session: EndedSession) => Promise<EndedSession | null>;
  readonly onInstruction: (instruction: LiveInstruction) => void;
  /** Told again every second. */
  readonly onListenTo: (sessions: readonly string[], hearWordsOf: readonly string[]) => void;
}

/** The process that hands over, kept running, and told of every session until it has answered. */
export class HandingOverProcess {
  readonly #unanswered = new Map<number, EndedSession>();
  readonly #keys = new Map<string, KeyOfSession>();
  #child: ChildProcess | null = null;
  #again: NodeJS.Timeout | null = null;
  #closed = false;

  constructor(private readonly options: HandingOverOptions) {
    this.#start();
  }

  /** Sessions that ended and are no recording yet. */
  get unanswered(): number {
    return this.#unanswered.size;
  }

  take(session: EndedSession): void {
    this.#unanswered.set(session.number, session);
    this.send({ ended: session });
  }

  /** This may be the answer that a call is waiting for, so it is sent to a restarted child again. */
  press(pressed: KeyOfSession): void {
    if (this.#keys.size < MOST_KEYS) this.#keys.set(pressed.id, pressed);
    this.send({ pressed });
  }

  /** A child that is away is told of all that goes on as it starts. */
  send(message: ToHandingOver): void {
    this.#child?.send(message, () => undefined);
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#again) clearTimeout(this.#again);
    const child = this.#child;
    if (!child) return;
    await new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      child.kill('SIGTERM');
    });
  }

  #setAside(number: number): void {
    const session = this.#unanswered.get(number);
    if (!session) return;
    const { setAside, logger } = this.options;
    const failed = (error: unknown) => logger.error({ err: error, number }, 'a waiting session stays where it is');
    void setAside(session)
      .catch(failed)
      .then((moved) => {
        if (!moved) return void setTimeout(() => this.take(session), ASIDE_AGAIN_MS).unref();
        this.#unanswered.delete(number);
        setTimeout(() => this.take(moved), ASIDE_AGAIN_MS).unref();
        this.#unanswered.set(moved.number, moved);
      });
  }

  #start(): void {
    const { entry, logger, onReleased, goingOn, onInstruction, onListenTo } = this.options;
    const child = fork(entry, [HANDING_OVER], { stdio: 'inherit', serialization: 'advanced' });
    this.#child = child;
    child.on('message', (answer: FromHandingOver) => {
      if ('carryOut' in answer) return onInstruction(answer.carryOut);
      if ('answered' in answer) return void this.#keys.delete(answer.answered);
      if ('waits' in answer) return this.#setAside(answer.waits);
      if ('listenTo' in answer) return onListenTo(answer.listenTo, answer.hearWordsOf);
      this.#unanswered.delete(answer.released);
      onReleased(answer.released);
    });
    child.on('error', (error) => logger.error({ err: error }, 'the process that hands over could not be reached'));
    child.once('exit', (code, signal) => {
      this.#child = null;
      if (this.#closed) return;
      logger.warn({ code, signal }, 'the process that hands over ended; it is started again');
      this.#again = setTimeout(() => this.#start(), PAUSE_MS);
    });
    this.send({ goingOn: goingOn() });
    for (const pressed of this.#keys.values()) this.send({ pressed });
    for (const session of this.#unanswered.values()) this.send({ ended: session });
  }
}
