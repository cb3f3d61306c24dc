import { Worker } from 'node:worker_threads';
import { ThreadFailed, threadFile, type ThreadWork } from './thread-work.js';

interface Asked<Question, Answer> {
  readonly question: Question;
  readonly handOver: readonly ArrayBuffer[];
  readonly done: (answer: Answer) => void;
  readonly fail: (error: Error) => void;
}

/**
 * A thread that is started with the first question and kept, so that what it has compiled serves the next one.
 *   1. One question at a time, in order: `{ id, question }` in, `{ id, answer }` or `{ id, failed: true }` out.
 *   2. A question that takes too long, or too much memory, ends the thread. Those that wait are asked of a new one.
 */
export class KeptThread<Question, Answer> {
  private thread: Worker | null = null;
  private readonly queue: Asked<Question, Answer>[] = [];
  private current: { asked: Asked<Question, Answer>; id: number; deadline: NodeJS.Timeout } | null = null;
  private asks = 0;
  private closed = false;

  constructor(private readonly work: ThreadWork<Question, Answer>) {}

  /** How many questions wait for the one that is being answered. */
  get waiting(): number {
    return this.queue.length;
  }

  /**
   * @param handOver memory of the question that the caller needs no more: it is not copied
   * @throws ThreadFailed
   */
  async ask(question: Question, handOver: readonly ArrayBuffer[] = []): Promise<Answer> {
    if (this.closed) throw this.failure('failed');
    const file = threadFile(this.work);
    if (!file) return this.work.inPlace(question);
    return new Promise((done, fail) => {
      this.queue.push({ question, handOver, done, fail });
      this.next(file);
    });
  }

  /** Ends the thread for good; what was asked and not answered is given up. */
  async close(): Promise<void> {
    this.closed = true;
    const { current, thread } = this;
    this.current = null;
    if (current) clearTimeout(current.deadline);
    for (const { fail } of [...(current ? [current.asked] : []), ...this.queue.splice(0)]) fail(this.failure('failed'));
    this.thread = null;
    await thread?.terminate();
  }

  private next(file: URL): void {
    if (this.current) return;
    const asked = this.queue.shift();
    if (!asked) return;
    const id = ++this.asks;
    const deadline = setTimeout(() => this.end(file, 'late'), this.work.wallMs);
    this.current = { asked, id, deadline };
    this.running(file).postMessage({ id, question: asked.question }, asked.handOver);
  }

  private running(file: URL): Worker {
    if (this.thread) return this.thread;
    const thread = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: this.work.memoryMb } });
    // A program that has nothing else to do may end.
    thread.unref();
    thread.on('message', ({ id, answer, failed }: { id: number; answer: Answer; failed?: true }) => {
      if (this.current?.id === id)
        this.settle(file, ({ done, fail }) => (failed ? fail(this.failure('failed')) : done(answer)));
    });
    const lost = () => {
      if (this.thread === thread) this.end(file, 'failed');
    };
    thread.once('error', lost);
    thread.once('exit', lost);
    return (this.thread = thread);
  }

  private settle(file: URL, how: (asked: Asked<Question, Answer>) => void): void {
    const { current } = this;
    this.current = null;
    if (!current) return;
    clearTimeout(current.deadline);
    how(current.asked);
    this.next(file);
  }

  /** The thread is of no use any more; what it was asked is given up. */
  private end(file: URL, why: ThreadFailed['why']): void {
    const { thread } = this;
    this.thread = null;
    void thread?.terminate();
    this.settle(file, ({ fail }) => fail(this.failure(why)));
  }

  private failure(why: ThreadFailed['why']): ThreadFailed {
    return new ThreadFailed(this.work.name, why);
  }
}
