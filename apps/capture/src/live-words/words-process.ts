import { fork, type ChildProcess } from 'node:child_process';
import { type Logger } from '#platform';
import { type FromLiveWords, type ToLiveWords } from './messages.js';

/** Argument by which the process knows that it is to hear words. */
export const LIVE_WORDS = 'live-words';
const PAUSE_MS = 10_000;
/** Pieces of sound that it has not taken yet: one that takes none any more would fill our memory. */
const MOST_UNTAKEN = 100;

export interface WordsProcessOptions {
  /** Compiled entry file of this app. */
  readonly entry: string;
  readonly logger: Logger;
  readonly told: (answer: FromLiveWords) => void;
  /** It has just been started, and knows nothing. */
  readonly begun: () => void;
}

/** The process that hears words, kept running. What is told while it is away is not told again: words of then are not wanted later. */
export class WordsProcess {
  #child: ChildProcess | null = null;
  #again: NodeJS.Timeout | undefined;
  #closed = false;
  #untaken = 0;

  constructor(private readonly options: WordsProcessOptions) {
    this.#start();
  }

  send(message: ToLiveWords): void {
    const child = this.#child;
    if (!child) return;
    if (!('heard' in message)) return void child.send(message, () => undefined);
    if (this.#untaken >= MOST_UNTAKEN) return void child.kill('SIGKILL');
    this.#untaken += 1;
    child.send(message, () => void (this.#untaken -= this.#child === child ? 1 : 0));
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#again);
    const child = this.#child;
    if (!child) return;
    await new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      child.kill('SIGTERM');
    });
  }

  #start(): void {
    const { entry, logger, told, begun } = this.options;
    const child = fork(entry, [LIVE_WORDS], { stdio: 'inherit', serialization: 'advanced' });
    this.#child = child;
    this.#untaken = 0;
    child.on('message', (answer: FromLiveWords) => told(answer));
    child.on('error', (error) => logger.error({ err: error }, 'the process that hears words could not be reached'));
    child.once('exit', (code, signal) => {
      this.#child = null;
      told({ room: 0 });
      if (this.#closed) return;
      logger.warn({ code, signal }, 'the process that hears words ended; it is started again');
      this.#again = setTimeout(() => this.#start(), PAUSE_MS);
    });
    begun();
  }
}
