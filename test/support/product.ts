import { rm } from 'node:fs/promises';
import type pg from 'pg';
import { type UploadMetadata } from '#contracts';
import { createLogger, parseEnv } from '#platform';
import { EmbeddedProfile } from '../../tools/profile/embedded-profile.js';
import { seedOrganisation } from '../../tools/demo/seed/seed-organisation.js';
import { freePort } from '../../libs/platform/src/embedded-postgres/start-embedded-postgres.js';
import { filesHolding } from './canary.js';
import { CHECKOUT } from './checkout.js';
import { type ProductionOptions, ProductionProfile } from './production-profile.js';
import { connect, RunningProduct } from './running-product.js';
import { emptyPlace, PASSWORD, seededPlace } from './seeded-place.js';
import { type RedisKind } from './servers/redis.js';

export { PASSWORD };

/** Which profile the jest project whose file runs now has its journeys on. */
const onProduction = (): boolean =>
  (globalThis as { SHOUWEN_TEST_PROFILE?: 'production' }).SHOUWEN_TEST_PROFILE === 'production';

/** The whole product as a user has it: database, API and worker as processes, seeded with the demonstration's people. */
export class Product extends RunningProduct {
  private constructor(
    readonly profile: EmbeddedProfile | ProductionProfile,
    dataDir: string,
    database: pg.Client,
  ) {
    super(dataDir, database);
  }

  /** What was halted, started again as it lies there: on its own folder, or what was put in its place. On the embedded profile. */
  static reopen({ dataDir }: Product, env: Record<string, string> = {}): Promise<Product> {
    return Product.resume(dataDir, env);
  }

  /** The product on a data folder that is there already. On the embedded profile. @param clock the loader's settings, where all of it lives in another time */
  static async resume(
    dataDir: string,
    env: Record<string, string> = {},
    clock: Record<string, string> = {},
  ): Promise<Product> {
    const place = { dataDir, root: CHECKOUT, logger: createLogger('journey', 'silent') };
    const options = { ...place, env: { ...env, ...clock }, postgresEnv: clock };
    const profile = await EmbeddedProfile.prepare({ ...options, port: await freePort(), durable: false });
    try {
      await profile.start();
      return new Product(profile, dataDir, await connect(profile.databaseUrl));
    } catch (error) {
      await profile.stop();
      throw error;
    }
  }

  /** On the profile of the project. @param redis for the production profile */
  static async start(
    env: Record<string, string> = {},
    workerEnv: Record<string, string> = {},
    redis: RedisKind = 'redis',
  ): Promise<Product> {
    const { profile, dataDir } = await (onProduction() ? seededProduction(env, redis) : seededEmbedded(env));
    profile.api.start();
    profile.worker.start(workerEnv);
    await profile.apiReady();
    return new Product(profile, dataDir, await connect(profile.databaseUrl));
  }

  /** Several APIs and workers over one production profile. */
  static async startMany(
    count: number,
    redis: RedisKind,
    durable = false,
  ): Promise<Product & { profile: ProductionProfile }> {
    const { profile, dataDir } = await seededProduction({}, redis, { count, durable });
    for (const { child } of profile.apis) child.start();
    for (const worker of profile.workers) worker.start();
    await profile.apiReady();
    return new Product(profile, dataDir, await connect(profile.databaseUrl)) as Product & {
      profile: ProductionProfile;
    };
  }

  get baseUrl(): string {
    return this.profile.baseUrl;
  }

  get databaseUrl(): string {
    return this.profile.databaseUrl;
  }

  /** Ends every process; what they wrote stays. */
  async halt(): Promise<void> {
    await this.database.end();
    await this.profile.stop();
  }

  async stop(): Promise<void> {
    await this.halt();
    await this.remove();
  }

  /** What was halted is removed with everything it wrote. */
  async remove(): Promise<void> {
    await rm(this.dataDir, { recursive: true });
    if (this.profile instanceof ProductionProfile) await this.profile.remove();
  }

  /** Where any of the forms lies, of everything that the halted product and its servers wrote. */
  async placesHolding(forms: readonly Buffer[]): Promise<string[]> {
    const found = await filesHolding(this.dataDir, forms);
    if (!(this.profile instanceof ProductionProfile)) return found;
    for (const place of this.profile.places) found.push(...(await filesHolding(place, forms)));
    for await (const { key, content } of this.profile.objects())
      if (forms.some((form) => content.includes(form))) found.push(`object ${key}`);
    return found;
  }
}

async function seededEmbedded(env: Record<string, string>) {
  const place = await seededPlace();
  const profile = await EmbeddedProfile.prepare({ ...place, env, port: await freePort(), durable: false });
  return { profile, dataDir: place.dataDir };
}

async function seededProduction(
  env: Record<string, string>,
  redis: RedisKind,
  many: Pick<ProductionOptions, 'count' | 'durable'> = {},
) {
  const place = await emptyPlace();
  const profile = await ProductionProfile.prepare({ ...place, env, redis, ...many });
  await seedOrganisation(parseEnv(profile.env), PASSWORD);
  return { profile, dataDir: place.dataDir };
}

let sent = 0;

/** Metadata of an inbound call of the demonstration's agent, announced and recorded. */
export const callMetadata = (change: Partial<UploadMetadata> = {}): UploadMetadata => ({
  source: 'journey',
  externalId: `call-${++sent}`,
  direction: 'inbound',
  classification: 'business',
  startedAt: '2026-03-12T14:02:00+08:00',
  language: 'en',
  region: 'US-TX',
  consent: { state: 'announced', evidence: { kind: 'announcement', reference: 'notice-1' } },
  customer: {},
  legs: [{ staffNumber: '3071', holdSpans: [] }],
  agentChannel: 'left',
  ...change,
});
