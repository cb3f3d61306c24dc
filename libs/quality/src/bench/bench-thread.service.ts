import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { KeptThread, ThreadFailed } from '#platform';
import { loadLexicons } from '../lexicons/load-lexicons.js';
import { prepareBench, type BenchResult, type BenchTask } from './bench.rules.js';
import { qualityRefusals } from '../refusals.js';

const MOST_WAITING = 20;

let inPlace: ((task: BenchTask) => BenchResult) | undefined;

/**
 * The test bench judges in a thread of its own: compiling phrase lists and judging a long call would hold the event loop, and with it every
 * other request, for tens of milliseconds and more. More than a handful of questions that wait are refused at once.
 */
@Injectable()
export class BenchThread implements OnModuleDestroy {
  private readonly thread = new KeptThread<BenchTask, BenchResult>({
    name: 'bench',
    beside: import.meta.url,
    inPlace: (task) => (inPlace ??= prepareBench(loadLexicons()))(task),
    // The first question compiles the phrase lists, on a busy machine for seconds.
    wallMs: 30_000,
    memoryMb: 256,
  });

  /** @throws DomainError `bench_busy`, `bench_failed` */
  async ask(task: BenchTask): Promise<BenchResult> {
    if (this.thread.waiting >= MOST_WAITING) throw qualityRefusals.bench_busy();
    return this.thread.ask(task).catch((error: unknown) => {
      throw error instanceof ThreadFailed ? qualityRefusals.bench_failed() : error;
    });
  }

  async onModuleDestroy(): Promise<void> {
    await this.thread.close();
  }
}
