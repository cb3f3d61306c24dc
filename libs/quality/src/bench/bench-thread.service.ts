/*
 * The test bench judges in a thread of its own: compiling phrase lists and judging a long call would hold the event loop, and with it every
 * other request, for tens of milliseconds and more.
 *   1. The thread is started with the first question and kept: compiled phrases serve the next one.
 *   2. One question at a time, in order; more than a handful that wait are refused at once.
 *   3. A question that takes too long, or too much memory, ends the thread. Those that waited are asked of a new one.
 */
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Worker } from 'node:worker_threads';
import { loadLexicons } from '../lexicons/load-lexicons.js';
import { prepareBench, type BenchResult, type BenchTask } from './bench.rules.js';
import { qualityRefusals } from '../refusals.js';

/** The first question compiles the phrase lists, on a busy machine for seconds. */
const WALL_MS = 30_000;
const MEMORY_MB = 256;
const MOST_WAITING = 20;

/** A compiled program has its thread beside it; sources under test have not, and answer in place. */
const COMPILED = import.meta.url.endsWith('.js');

interface Asked {
  readonly task: BenchTask;
  readonly done: (result: BenchResult) => void;
  readonly fail: (error: Error) => void;
}

@Injectable()
export class BenchThread implements OnModuleDestroy {
  private thread: Worker | null = null;
  private readonly waiting: Asked[] = [];
  private current: { asked: Asked; id: number; deadline: NodeJS.Timeout } | null = null;
  private asks = 0;
  private inPlace: ((task: BenchTask) => BenchResult) | undefined;

  /** @throws DomainError `bench_busy`, `bench_failed` */
  async ask(task: BenchTask): Promise<BenchResult> {
    if (!COMPILED) return (this.inPlace ??= prepareBench(loadLexicons()))(task);
    if (this.waiting.length >= MOST_WAITING) throw qualityRefusals.bench_busy();
    return new Promise((done, fail) => {
      this.waiting.push({ task, done, fail });
      this.next();
    });
  }

  async onModuleDestroy(): Promise<void> {
    const { thread } = this;
    this.thread = null;
    await thread?.terminate();
  }

  private next(): void {
    if (this.current) return;
    const asked = this.waiting.shift();
    if (!asked) return;
    const id = ++this.asks;
    this.current = { asked, id, deadline: setTimeout(() => this.end(qualityRefusals.bench_failed()), WALL_MS) };
    this.running().postMessage({ id, task: asked.task });
  }

  private running(): Worker {
    if (this.thread) return this.thread;
    const thread = new Worker(new URL('./bench.thread.js', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    // A program that has nothing else to do may end.
    thread.unref();
    thread.on('message', ({ id, result }: { id: number; result?: BenchResult }) => {
      if (this.current?.id === id) this.answer(result);
    });
    thread.on('error', () => {
      if (this.thread === thread) this.end(qualityRefusals.bench_failed());
    });
    return (this.thread = thread);
  }

  private answer(result: BenchResult | undefined): void {
    const { asked, deadline } = this.current!;
    clearTimeout(deadline);
    this.current = null;
    if (result) asked.done(result);
    else asked.fail(qualityRefusals.bench_failed());
    this.next();
  }

  /** The thread is of no use any more; what it was asked is given up. */
  private end(error: Error): void {
    const { thread, current } = this;
    this.thread = null;
    void thread?.terminate();
    if (!current) return;
    clearTimeout(current.deadline);
    this.current = null;
    current.asked.fail(error);
    this.next();
  }
}
