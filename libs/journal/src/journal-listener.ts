import pg from 'pg';
import { KEEP_ALIVE, OngoingTrouble, type Logger } from '#platform';
import { JOURNAL_CHANNEL } from './journal.service.js';

/** Half a second at first, five at last. */
const reconnectMs = (attempt: number): number => Math.min(5_000, 500 * 2 ** attempt);

/**
 * A connection of its own that is notified of commits. Postgres keeps nothing for a listener that is away, so `resume` is called after every
 * connection and reconnection: the listener then looks up the entries that it missed.
 */
export class JournalListener {
  private client: pg.Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;
  private attempts = 0;
  private readonly trouble: OngoingTrouble;

  constructor(
    private readonly databaseUrl: string,
    logger: Logger,
    private readonly on: {
      notice: (channel: string, payload: string) => void;
      resume: () => void;
    },
    private readonly channels: readonly string[] = [JOURNAL_CHANNEL],
  ) {
    this.trouble = new OngoingTrouble(logger);
  }

  async start(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.databaseUrl,
      application_name: 'shouwen-listener',
      ...KEEP_ALIVE,
    });
    client.on('notification', ({ channel, payload }) => this.on.notice(channel, payload ?? ''));
    client.on('error', (error) => this.reconnect(client, error));
    client.on('end', () => this.reconnect(client));
    this.client = client;
    try {
      await client.connect();
      for (const channel of this.channels) await client.query(`listen ${client.escapeIdentifier(channel)}`);
      this.attempts = 0;
      this.on.resume();
    } catch (error) {
      this.reconnect(client, error);
    }
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    const client = this.client;
    this.client = undefined;
    await client?.end().catch(() => undefined);
  }

  private reconnect(client: pg.Client, error?: unknown): void {
    if (this.stopped || this.client !== client) return;
    this.client = undefined;
    this.trouble.warn(error, 'the listening connection was lost; connecting again');
    client.end().catch(() => undefined);
    this.timer = setTimeout(() => void this.start(), reconnectMs(this.attempts++));
  }
}
