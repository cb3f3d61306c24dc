import 'reflect-metadata';
import { join } from 'node:path';
import { BackupStore, ensureDatabase, putBack, type SetUpOptions } from '#database';
import {
  Clock,
  openKeyProvider,
  openPlace,
  parseEnv,
  parseMigrationEnv,
  startEmbeddedPostgres,
  type Env,
} from '#platform';
import { inheritedClock } from '../profile/inherited-clock.rules.js';
import { ownerOfEmbedded } from '../profile/product-database.js';
import { ensureSecrets } from '../profile/secrets.js';

const USAGE = 'usage: npm run restore -- (--list | latest | BACKUP)';
/** Only there so that the other settings can be read: the bundled server has no address until it runs. */
const NOWHERE = 'postgres://shouwen_runtime@127.0.0.1:1/shouwen';

/** `npm run restore`: puts a backup of the database into an empty one: that of the settings, or the bundled server's. */
async function main(): Promise<void> {
  const [asked, ...more] = process.argv.slice(2);
  if (asked === undefined || more.length > 0) throw new Error(USAGE);
  const given = process.env['SHOUWEN_DATABASE_URL'] || process.env['SHOUWEN_DATABASE_URL_FILE'];
  const env = parseEnv(given ? process.env : { ...process.env, SHOUWEN_DATABASE_URL: NOWHERE });
  const store = new BackupStore(openPlace(env.backupPlace), await openKeyProvider(env));
  const { whole } = await store.list();
  if (asked === '--list') return void process.stdout.write(whole.map((id) => `${id}\n`).join(''));
  const id = asked === 'latest' ? whole[0] : asked;
  if (id === undefined) throw new Error('没有备份。\nThere is no backup.');
  await withTarget(env, Boolean(given), async (target) => {
    const done = await putBack({ store, id, target, headsDir: env.journalHeadsDir, clock: new Clock() });
    process.stdout.write(`${id}\t${done.rows} rows\t${(done.tookMs / 1000).toFixed(1)} s\n`);
    if (done.headsSetAside) process.stdout.write(`${done.headsSetAside}\n`);
  });
  process.stderr.write(
    '已恢复。启动前先运行 npm run doctor 和 npm run keys -- check；所有人须重新登录，请核对令牌、角色和授权。\n' +
      'Restored. Before starting, run npm run doctor and npm run keys -- check. Everybody has to sign in again; look at tokens, roles and grants.\n',
  );
}

async function withTarget(env: Env, own: boolean, use: (target: SetUpOptions) => Promise<void>): Promise<void> {
  if (own) return use(await ensureDatabase(parseMigrationEnv(process.env)));
  const server = await startEmbeddedPostgres({
    dataDir: join(env.dataDir, 'postgres'),
    env: inheritedClock(process.env),
  });
  try {
    const secrets = await ensureSecrets(env.dataDir);
    await use({ ownerUrl: await ownerOfEmbedded(server, secrets), runtimePassword: secrets.runtimePassword });
  } finally {
    await server.stop();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof Error && error.message === USAGE ? 2 : 1;
});
