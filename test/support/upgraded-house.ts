import { execFile } from 'node:child_process';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Enrolment, type Me, type RecoveryCodes } from '#contracts';
import { ApiClient } from '../../tools/demo/api-client.js';
import { type Lived } from '../../tools/pack-data/live-a-little.js';
import { clockLibrary } from '../../tools/setup/system-packages.mjs';
import { Authenticator } from './authenticator.js';
import { send } from './legal-people.js';
import { Product } from './product.js';

const run = promisify(execFile);
const FOLDER = join(import.meta.dirname, '../fixtures/upgrades');
/** So long after it was packed does the product wake up in the new release. */
const LATER_MS = 10 * 60_000;

interface Seat {
  client: ApiClient;
  /** Recovery codes, where the account has a second factor: each proves once who they are. */
  codes: string[];
}

/** What a release packed. */
export const livedIn = async (release: string): Promise<Lived> =>
  JSON.parse(await readFile(join(FOLDER, `${release}.json`), 'utf8')) as Lived;

/**
 * A data folder of an earlier release with today's product on it. Where the archive says when it was packed, the product lives ten minutes
 * after that, whenever the test runs: grants, requests and absences end by the clock.
 */
export class UpgradedHouse {
  private readonly seats = new Map<string, Promise<Seat>>();

  private constructor(
    readonly product: Product,
    readonly lived: Lived,
    /** Milliseconds from the test's clock to the product's. */
    private readonly aheadMs: number,
  ) {}

  static async open(release: string): Promise<UpgradedHouse> {
    const lived = await livedIn(release);
    const dataDir = await mkdtemp(join(tmpdir(), 'shouwen-upgrade-'));
    await run('tar', ['-xJf', join(FOLDER, `${release}.tar.xz`), '-C', dataDir]);
    // The user who unpacks it runs the server: root hands that to an unprivileged user, another user does it alone.
    if (process.getuid?.() === 0) await run('chown', ['-R', '65534:65534', join(dataDir, 'postgres/cluster')]);
    const aheadMs = lived.kept ? Date.parse(lived.kept.at) + LATER_MS - Date.now() : 0;
    const offset = `${aheadMs < 0 ? '-' : '+'}${Math.round(Math.abs(aheadMs) / 1000)}s`;
    const clock = { LD_PRELOAD: clockLibrary(), FAKETIME: offset, FAKETIME_DISABLE_SHM: '1' };
    return new UpgradedHouse(await Product.resume(dataDir, {}, lived.kept ? clock : {}), lived, aheadMs);
  }

  /** By the product's clock. */
  later(days: number): string {
    return new Date(Date.now() + this.aheadMs + days * 86_400_000).toISOString();
  }

  async as(name: string): Promise<ApiClient> {
    return (await this.seat(name)).client;
  }

  async send<T = unknown>(name: string, method: string, path: string, body?: unknown): Promise<T> {
    return send<T>(await this.as(name), method, path, body);
  }

  async prove(...names: string[]): Promise<void> {
    for (const name of names) {
      const { codes } = await this.seat(name);
      const code = codes.pop();
      await this.send(name, 'POST', '/auth/step-up', code ? { code } : { password: this.lived.password });
    }
  }

  /** As the screens lead in: with the second factor where the account has one; and sets one up where that is now demanded. */
  private seat(name: string): Promise<Seat> {
    const seat = this.seats.get(name) ?? this.take(name);
    this.seats.set(name, seat);
    return seat;
  }

  private async take(name: string): Promise<Seat> {
    const { password, kept } = this.lived;
    const client = await ApiClient.signIn(this.product.baseUrl, name, password);
    const { pending } = await send<Me>(client, 'GET', '/auth/me');
    if (pending === 'second_factor') {
      const codes = [...(kept?.people.secondFactor.codes ?? [])];
      await send(client, 'POST', '/auth/second-factor', { code: codes.pop() });
      return { client, codes };
    }
    if (pending !== 'second_factor_setup') return { client, codes: [] };
    await send(client, 'POST', '/auth/step-up', { password });
    const { secret } = await send<Enrolment>(client, 'POST', '/account/second-factor');
    const code = new Authenticator(secret).code(Math.round(this.aheadMs / 30_000));
    const { codes } = await send<RecoveryCodes>(client, 'POST', '/account/second-factor/confirm', { code });
    return { client, codes };
  }
}
