import {
  CannotStart,
  startEmbeddedPostgres,
  startFailure,
  type EmbeddedPostgres,
  type Logger,
  type ServerSize,
} from '#platform';
import { type LogFile } from './log-file.js';
import { endsInARow, pauseBefore } from './child-process.js';

export interface WatchedOptions {
  dataDir: string;
  durable: boolean;
  size?: ServerSize;
  env: Readonly<Record<string, string>>;
  signal?: AbortSignal | undefined;
  log: LogFile;
  logger: Logger;
}

/** The bundled server, started again whenever it ends unasked, on the port that the other processes know. */
export class WatchedPostgres {
  private stopping = false;
  private readonly gone = new AbortController();
  private ends = 0;
  private pause: NodeJS.Timeout | undefined;
  private starting: Promise<void> | undefined;
  /** Told when it is there again. */
  onBack: (() => void) | undefined;

  private constructor(
    private readonly options: WatchedOptions,
    private server: EmbeddedPostgres,
  ) {
    this.watch();
  }

  /** The server that runs now, or ran last. */
  get current(): EmbeddedPostgres {
    return this.server;
  }

  static async start(options: WatchedOptions): Promise<WatchedPostgres> {
    return new WatchedPostgres(options, await startServer(options, options.signal));
  }

  /** @param withinMs then it ends at once, and recovers at its next start */
  async stop(withinMs?: number): Promise<void> {
    this.stopping = true;
    clearTimeout(this.pause);
    this.gone.abort(new CannotStart('It was told to end.'));
    await this.starting;
    await this.server.stop(withinMs);
    this.options.log.close();
  }

  private watch(): void {
    const began = Date.now();
    void this.server.exited.then((how) => {
      if (this.stopping) return;
      this.ends = endsInARow(this.ends, Date.now() - began);
      this.again(how);
    });
  }

  private again(how: string): void {
    const pauseMs = pauseBefore(this.ends);
    this.options.logger.warn({ name: 'postgres', how, pauseMs }, 'a process ended; starting it again');
    this.pause = setTimeout(() => void (this.starting = this.restart()), pauseMs);
  }

  private async restart(): Promise<void> {
    try {
      this.server = await startServer({ ...this.options, port: this.server.port }, this.gone.signal);
    } catch (error) {
      if (this.stopping) return;
      this.ends += 1;
      return this.again(startFailure(error));
    }
    this.watch();
    this.onBack?.();
  }
}

const startServer = (
  { dataDir, durable, size, env, log, port }: WatchedOptions & { port?: number },
  signal: AbortSignal | undefined,
): Promise<EmbeddedPostgres> =>
  startEmbeddedPostgres({
    ...{ dataDir, durable, env, onLog: (line: string) => log.write(Buffer.from(`${line}\n`)) },
    ...(size && { size }),
    ...(port !== undefined && { port }),
    ...(signal && { signal }),
  });
