import { PassThrough } from 'node:stream';
import { createInterface } from 'node:readline';
import { runSandboxed, type SandboxRun } from '#platform';
import { frameOf } from '../child-frame.js';
import { type EngineFailure, failureOfExit } from '../engine-failure.js';
import type { SherpaLibrary } from './sherpa-library.js';

export interface SessionRequest {
  library: SherpaLibrary;
  /** First frame: `open` or `detect`. */
  opening: object;
  /** Folder with the model. */
  modelFolder: string;
  modelBytes: number;
  /** Milliseconds from start to end. */
  wallMs: number;
  threads: number;
  signal?: AbortSignal | undefined;
  allowUnsandboxed?: boolean | undefined;
}

/** A reader of JSON needs a bound; the longest answer holds a minute of words. */
const MAX_LINE = 4 * 1024 * 1024;
/** Loading a large model from a slow disk. */
const START_MS = 180_000;

/**
 * One sandboxed child with one loaded model, for one recording: loading takes seconds, so it stays for all chunks; it ends with the
 * recording, so that nothing of one call is there when the next begins. Protocol: `libs/transcripts/child/sherpa.cjs`.
 */
export class SherpaSession {
  private readonly input = new PassThrough();
  private readonly stop = new AbortController();
  private readonly run: SandboxRun;
  private readonly lines: AsyncIterator<string>;
  private late = false;

  private constructor({ library, ...request }: SessionRequest) {
    const signals = [this.stop.signal, ...(request.signal ? [request.signal] : [])];
    this.run = runSandboxed({
      program: process.execPath,
      args: () => [library.program],
      input: this.input,
      limits: {
        wallMs: request.wallMs,
        cpuSeconds: Math.ceil((request.wallMs * request.threads) / 1000),
        memoryBytes: 2 * 1024 ** 3 + 4 * request.modelBytes,
        outputBytes: 64 * 1024 * 1024,
      },
      readOnly: [...library.readOnly, request.modelFolder],
      signal: AbortSignal.any(signals),
      ...(request.allowUnsandboxed !== undefined && { allowUnsandboxed: request.allowUnsandboxed }),
    });
    this.lines = createInterface({ input: this.run.stdout, crlfDelay: Infinity })[Symbol.asyncIterator]();
  }

  /** A session whose model is loaded, or why there is none. */
  static async open(request: SessionRequest): Promise<SherpaSession | EngineFailure> {
    const session = new SherpaSession(request);
    await session.send(request.opening);
    const answer = await session.next(START_MS);
    if ('failure' in answer) {
      const { failure } = answer;
      session.close();
      return failure.code === 'engine_crashed'
        ? { ...failure, detail: `the model could not be loaded (${failure.detail})` }
        : failure;
    }
    return session;
  }

  /** Sends a frame; waits while the child has enough to do. */
  async send(head: object, bytes: Buffer = Buffer.alloc(0)): Promise<void> {
    if (this.input.destroyed) return;
    this.input.write(frameOf(head, bytes));
    if (!this.input.write(bytes)) await this.drained();
  }

  /** The next answer, or how the child ended. */
  async next(withinMs: number): Promise<{ answer: unknown } | { failure: EngineFailure }> {
    const asked = performance.now();
    const giveUp = () => {
      this.late = true;
      this.stop.abort();
    };
    const deadline = setTimeout(giveUp, withinMs);
    try {
      const line = await this.lines.next();
      // A busy process may read an answer before its timer has had a turn: the clock decides, not their order.
      if (performance.now() - asked >= withinMs) giveUp();
      if (line.done || this.late) return { failure: await this.ending() };
      return line.value.length > MAX_LINE ? rubbish() : { answer: JSON.parse(line.value) as unknown };
    } catch {
      return rubbish();
    } finally {
      clearTimeout(deadline);
    }
  }

  close(): void {
    this.stop.abort();
  }

  private async ending(): Promise<EngineFailure> {
    const exit = await this.run.done;
    if (this.late) return { fault: 'vendor', code: 'engine_timeout', detail: 'no answer in time' };
    // Our end of the pipe never breaks on its own: a child that is gone stopped reading.
    if (exit.ended === 'input_failed') return { fault: 'vendor', code: 'engine_crashed', detail: 'it stopped reading' };
    const failure = failureOfExit(exit);
    return failure ?? { fault: 'vendor', code: 'engine_crashed', detail: 'it ended before it was done' };
  }

  /** Its ends count as well: a child that is gone takes nothing more. */
  private drained(): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        this.input.off('drain', done).off('close', done);
        resolve();
      };
      this.input.once('drain', done).once('close', done);
      void this.run.done.then(done);
    });
  }
}

function rubbish(): { failure: EngineFailure } {
  return { failure: { fault: 'vendor', code: 'engine_rubbish', detail: 'its answer was not one line of JSON' } };
}
