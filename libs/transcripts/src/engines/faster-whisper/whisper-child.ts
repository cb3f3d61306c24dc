import { createInterface } from 'node:readline';
import { PassThrough } from 'node:stream';
import { runSandboxed, type SandboxRun } from '#platform';
import { frameOf } from '../child-frame.js';
import { ABORTED, type EngineFailure, failureOfExit } from '../engine-failure.js';
import type { WhisperPackages } from './find-whisper.js';

export interface WhisperChildOptions {
  packages: WhisperPackages;
  /** Folder of the model; absent for a child that only finds speech. */
  modelFolder?: string;
  modelBytes: number;
  /** Processor threads for one piece. */
  threads: number;
  /** Pieces heard at the same time. */
  workers: number;
  allowUnsandboxed?: boolean | undefined;
}

interface Waiting {
  settle(answer: Answer): void;
}
export type Answer = { answer: Record<string, unknown> } | { failure: EngineFailure };

/** Loading from a slow disk. */
const START_MS = 180_000;
/** Longer than a child lives: `WarmWhisper` starts a new one every hour. */
const LIFE_MS = 24 * 3_600_000;
const MAX_LINE = 4 * 1024 * 1024;

/**
 * A sandboxed child with a loaded model, which answers many questions at once, of one call or of several. It keeps nothing between two
 * questions. Protocol: `libs/transcripts/child/whisper.py`.
 */
export class WhisperChild {
  private readonly input = new PassThrough();
  private readonly stop = new AbortController();
  private readonly run: SandboxRun;
  private readonly waiting = new Map<number, Waiting>();
  private readonly opened: Promise<Answer>;
  private questions = 0;
  private ended: EngineFailure | null = null;

  constructor(options: WhisperChildOptions) {
    const { packages, modelFolder, modelBytes, threads, workers, allowUnsandboxed } = options;
    this.run = runSandboxed({
      program: packages.python,
      args: () => ['-I', '-B', packages.program],
      input: this.input,
      limits: {
        wallMs: LIFE_MS,
        cpuSeconds: (LIFE_MS / 1000) * threads * workers,
        memoryBytes: (2 + workers) * 1024 ** 3 + 4 * modelBytes,
        outputBytes: 4 * 1024 ** 3,
      },
      readOnly: [...packages.readOnly, ...(modelFolder === undefined ? [] : [modelFolder])],
      signal: this.stop.signal,
      ...(allowUnsandboxed !== undefined && { allowUnsandboxed }),
    });
    void this.read();
    this.opened = this.ask({ do: 'open', model: modelFolder, threads, workers }, undefined, START_MS);
  }

  /** It can answer no more. */
  get isOver(): boolean {
    return this.ended !== null;
  }

  /** Asks once it has started. One that does not answer in time is stopped: what it is busy with would not end. */
  async put(head: object, bytes: Buffer, withinMs: number, signal?: AbortSignal): Promise<Answer> {
    const opened = await this.opened;
    return 'failure' in opened ? opened : this.ask(head, bytes, withinMs, signal);
  }

  close(): void {
    this.stop.abort();
  }

  private ask(
    head: object,
    bytes: Buffer = Buffer.alloc(0),
    withinMs = START_MS,
    signal?: AbortSignal,
  ): Promise<Answer> {
    if (this.ended) return Promise.resolve({ failure: this.ended });
    if (signal?.aborted) return Promise.resolve({ failure: ABORTED });
    const id = this.questions++;
    return new Promise((resolve) => {
      const settle = (answer: Answer): void => {
        if (!this.waiting.delete(id)) return;
        clearTimeout(deadline);
        signal?.removeEventListener('abort', give);
        resolve(answer);
      };
      const give = (): void => {
        settle({ failure: ABORTED });
        // Where it has not begun, it need not.
        this.send({ id: this.questions++, do: 'forget', ids: [id] }, Buffer.alloc(0));
      };
      const deadline = setTimeout(() => {
        this.endWith({ fault: 'vendor', code: 'engine_timeout', detail: 'no answer in time' });
        this.close();
      }, withinMs);
      this.waiting.set(id, { settle });
      signal?.addEventListener('abort', give, { once: true });
      this.send({ id, ...head }, bytes);
    });
  }

  private send(head: object, bytes: Buffer): void {
    if (this.input.destroyed) return;
    this.input.write(frameOf(head, bytes));
    this.input.write(bytes);
  }

  private async read(): Promise<void> {
    for await (const line of createInterface({ input: this.run.stdout, crlfDelay: Infinity })) {
      const answer = line.length > MAX_LINE ? null : parse(line);
      if (!answer) {
        this.endWith({ fault: 'vendor', code: 'engine_rubbish', detail: 'its answer was not one line of JSON' });
        this.close();
        return;
      }
      this.waiting.get(answer.id)?.settle({ answer: answer.said });
    }
    const exit = await this.run.done;
    const broke = { fault: 'vendor', code: 'engine_crashed', detail: 'it ended before it was done' } as const;
    // Our end of the pipe never breaks on its own: a child that is gone stopped reading.
    this.endWith(exit.ended === 'input_failed' ? broke : (failureOfExit(exit) ?? broke));
  }

  private endWith(failure: EngineFailure): void {
    this.ended ??= failure;
    for (const { settle } of [...this.waiting.values()]) settle({ failure: this.ended });
  }
}

function parse(line: string): { id: number; said: Record<string, unknown> } | null {
  try {
    const said = JSON.parse(line) as Record<string, unknown>;
    return typeof said['id'] === 'number' ? { id: said['id'], said } : null;
  } catch {
    return null;
  }
}
