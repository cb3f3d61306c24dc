import pg from 'pg';
import { type CallStage } from '#contracts';
import { ApiClient } from '../../tools/demo/api-client.js';
import { PASSWORD } from './seeded-place.js';
import { patient } from '../../tools/patience.mjs';

/** A product that people and clients can use, with the demonstration's people, and its database. */
export abstract class RunningProduct {
  constructor(
    readonly dataDir: string,
    readonly database: pg.Client,
  ) {}

  abstract readonly baseUrl: string;
  /** As the runtime role, as the product connects. */
  abstract readonly databaseUrl: string;

  /** Ends it and removes everything that it wrote. */
  abstract stop(): Promise<void>;

  signIn(username: string, baseUrl = this.baseUrl): Promise<ApiClient> {
    return ApiClient.signIn(baseUrl, username, PASSWORD);
  }

  /** Waits until a call is at one of these stages. The journal tells of every change, so nothing is polled blindly. */
  async reaches(
    callId: string,
    stages: readonly CallStage[],
    withinMs = 120_000,
  ): Promise<{ stage: CallStage; reason: string | null }> {
    const listener = new pg.Client({ connectionString: this.databaseUrl });
    await listener.connect();
    await listener.query('listen shouwen_journal');
    try {
      const deadline = Date.now() + patient(withinMs);
      for (;;) {
        const { rows } = await this.database.query('select stage, stage_reason as reason from call where id = $1', [
          callId,
        ]);
        if (stages.includes(rows[0].stage)) return rows[0];
        if (Date.now() > deadline) throw new Error(`the call is ${rows[0].stage}, not ${stages.join(' or ')}`);
        await nextNotice(listener);
      }
    } finally {
      await listener.end();
    }
  }

  /** Waits until no background work is open: what follows a stage, such as the search index, is then there too. What failed waits for a person. */
  async idle(withinMs = 60_000): Promise<void> {
    const listener = new pg.Client({ connectionString: this.databaseUrl });
    await listener.connect();
    await listener.query('listen shouwen_journal');
    try {
      const deadline = Date.now() + patient(withinMs);
      while (
        (await this.count(`work where done_at is null and failed_at is null`)) +
          (await this.count(`journal_pending where purpose = 'follow_up'`)) >
        0
      ) {
        if (Date.now() > deadline) throw new Error('background work is still open');
        await nextNotice(listener);
      }
    } finally {
      await listener.end();
    }
  }

  /** Waits for the next commit that the journal tells of, or half a second: for callers that look again and again. */
  async nextCommit(): Promise<void> {
    await this.database.query('listen shouwen_journal');
    await nextNotice(this.database);
  }

  async count(sql: string, ...parameters: unknown[]): Promise<number> {
    const { rows } = await this.database.query(`select count(*)::int as n from ${sql}`, parameters);
    return rows[0].n;
  }
}

/** A connection that hears the product's commits, too. */
export async function connect(connectionString: string): Promise<pg.Client> {
  const database = new pg.Client({ connectionString });
  await database.connect();
  return database;
}

/** The next commit that the journal tells of, or half a second. */
function nextNotice(listener: pg.Client): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(finish, 500);
    function finish() {
      clearTimeout(timer);
      listener.off('notification', finish);
      done();
    }
    listener.on('notification', finish);
  });
}
