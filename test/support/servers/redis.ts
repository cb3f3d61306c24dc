import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { freePort } from '../../../libs/platform/src/embedded-postgres/index.js';
import { ChildServer } from './child-server.js';

export type RedisKind = 'redis' | 'valkey';

/** A real Redis or Valkey on a port of its own. It can be emptied, killed and started again where it was. */
export class RedisServer {
  private server: ChildServer | undefined;

  private constructor(
    private readonly kind: RedisKind,
    private readonly port: number,
    readonly dir: string,
    private readonly settings: Record<string, string>,
  ) {}

  /** @param settings as in `redis.conf`, over: append-only file, no eviction */
  static async start(kind: RedisKind, settings: Record<string, string> = {}): Promise<RedisServer> {
    const dir = await mkdtemp(join(tmpdir(), `shouwen-test-${kind}-`));
    const durable = { appendonly: 'yes', appendfsync: 'always', 'maxmemory-policy': 'noeviction', save: '' };
    const made = new RedisServer(kind, await freePort(), dir, { ...durable, ...settings });
    await made.up();
    return made;
  }

  get url(): string {
    const { requirepass } = this.settings;
    return `redis://${requirepass ? `:${requirepass}@` : ''}127.0.0.1:${this.port}`;
  }

  /** Starts it again where it was. */
  async up(): Promise<void> {
    const listen = { bind: '127.0.0.1', port: String(this.port), dir: this.dir };
    const settings = Object.entries({ ...listen, ...this.settings });
    this.server = await ChildServer.start({
      package: `${this.kind}-tools`,
      // The checker is the server: it looks at the name it was called by. The package brings no system service along.
      path: `/usr/bin/${this.kind}-check-rdb`,
      argv0: `${this.kind}-server`,
      args: settings.flatMap(([name, value]) => [`--${name}`, value]),
      port: this.port,
      cwd: this.dir,
      // jemalloc, which it cannot do without, asks for the time while libfaketime still looks for it, and both wait for ever.
      machineTime: true,
    });
  }

  async kill(): Promise<void> {
    await this.server?.stop('SIGKILL');
  }

  async command(...words: [string, ...string[]]): Promise<unknown> {
    const client = new Redis(this.url, { lazyConnect: true, maxRetriesPerRequest: 0 });
    client.on('error', () => undefined);
    try {
      const [name, ...args] = words;
      return await client.call(name, ...args);
    } finally {
      client.disconnect();
    }
  }

  /** Ends it cleanly; what it wrote stays until `remove`. */
  async down(): Promise<void> {
    await this.server?.stop();
  }

  async stop(): Promise<void> {
    await this.down();
    await rm(this.dir, { recursive: true, force: true });
  }
}
