import { Worker } from 'node:worker_threads';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { maskWords, type MaskAnswer, type MaskQuestion } from './mask-words.rules.js';

/** A compiled program has its thread beside it; sources under test have not, and mask in place. */
const COMPILED = import.meta.url.endsWith('.js');
const MEMORY_MB = 512;

interface Waiting {
  done(answer: MaskAnswer): void;
  fail(error: Error): void;
}

/**
 * Masks in a thread of its own: reading and writing an hour's words takes tens of milliseconds, in which no other request would be
 * answered. The thread is started with the first words that have something to hide.
 */
@Injectable()
export class MaskingThread implements OnApplicationShutdown {
  private worker: Worker | undefined;
  private readonly waiting = new Map<number, Waiting>();
  private asked = 0;

  /** @throws when the thread dies over it */
  mask(question: MaskQuestion): Promise<MaskAnswer> {
    if (!COMPILED) return Promise.resolve(maskWords(question));
    const worker = (this.worker ??= this.start());
    this.asked += 1;
    const id = this.asked;
    return new Promise((done, fail) => {
      this.waiting.set(id, { done, fail });
      worker.postMessage({ id, question });
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.worker?.terminate();
  }

  private start(): Worker {
    const worker = new Worker(new URL('./mask-words.thread.js', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    worker.unref();
    worker.on('message', ({ id, answer }: { id: number; answer: MaskAnswer }) => {
      this.waiting.get(id)?.done(answer);
      this.waiting.delete(id);
    });
    // What the thread says of its failure may quote the words.
    worker.once('error', () => this.lost(worker));
    worker.once('exit', () => this.lost(worker));
    return worker;
  }

  /** The next question starts another. */
  private lost(worker: Worker): void {
    if (this.worker !== worker) return;
    this.worker = undefined;
    for (const { fail } of this.waiting.values()) fail(new Error('masking the words failed'));
    this.waiting.clear();
  }
}
