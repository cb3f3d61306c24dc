import 'reflect-metadata';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BackupStore, decisionsSince, ensureDatabase, type LostRights, putBack, type SetUpOptions } from '#database';
import { readExport } from '#journal';
import {
  commandsAsRun,
  Clock,
  openKeyProvider,
  openPlace,
  parseEnv,
  parseMigrationEnv,
  startEmbeddedPostgres,
  startFailure,
  type Env,
} from '#platform';
import { inheritedClock } from '../profile/inherited-clock.rules.js';
import { lockFolder } from '../profile/folder-lock.js';
import { ownerOfEmbedded } from '../profile/product-database.js';
import { ensureSecrets } from '../profile/secrets.js';

const USAGE = `usage: npm run restore -- (--list | latest | BACKUP) [--journal FILE]
  --journal FILE   the journal as it was last exported: ends rights that it says were ended since the backup, and lists what was decided, to be entered again`;
/** Only there so that the other settings can be read: the bundled server has no address until it runs. */
const NOWHERE = 'postgres://shouwen_runtime@127.0.0.1:1/shouwen';

/** `npm run restore`: puts a backup of the database into an empty one: that of the settings, or the bundled server's. */
async function main(): Promise<void> {
  const { asked, journal } = readArguments();
  const given = process.env['SHOUWEN_DATABASE_URL'] || process.env['SHOUWEN_DATABASE_URL_FILE'];
  const env = parseEnv(given ? process.env : { ...process.env, SHOUWEN_DATABASE_URL: NOWHERE });
  const store = new BackupStore(openPlace(env.backupPlace), await openKeyProvider(env));
  const { whole } = await store.list();
  if (asked === '--list') return void process.stdout.write(whole.map((id) => `${id}\n`).join(''));
  const id = asked === 'latest' ? whole[0] : asked;
  if (id === undefined) throw new Error('没有备份。\nThere is no backup.');
  await withTarget(env, Boolean(given), async (target) => {
    const done = await putBack({
      ...{ store, id, target, headsDir: env.journalHeadsDir, clock: new Clock() },
      journal: journal === undefined ? undefined : () => readExport(journal),
    });
    process.stdout.write(`${id}\t${done.rows} rows\t${(done.tookMs / 1000).toFixed(1)} s\n`);
    if (done.headsSetAside) process.stdout.write(`${done.headsSetAside}\n`);
    const { tokens, invitations, grants } = done.ended;
    process.stdout.write(`ended\t${tokens} tokens\t${invitations} invitations\t${grants} grants under requests\n`);
    if (done.lost) process.stdout.write(lostLine(done.lost));
    if (journal !== undefined) await listDecisions(journal, done.manifest.journal?.position ?? '0');
  });
  process.stderr.write(
    commandsAsRun(
      '已恢复。到期销毁已停止，须由两位管理员先后确认才继续；API 令牌、未用的邀请和申请所得的授权都已作废，所有人须重新登录。\n' +
        '请补录备份之后的保全和申请，核对账号、角色和常规授权（docs/operations/backup.zh.md）。启动前先运行 npm run doctor 和 npm run keys -- check。\n' +
        'Restored. Nothing is destroyed until one administrator asks for it and another confirms. API tokens, open invitations and grants under requests have ended, and everyone has to sign in again.\n' +
        'Enter the holds and requests of after the backup again, and look at accounts, roles and standing grants (docs/operations/backup.md). Before starting, run npm run doctor and npm run keys -- check.\n',
      process.env,
      process.cwd(),
    ),
  );
}

function readArguments(): { asked: string; journal: string | undefined } {
  try {
    const { values, positionals } = parseArgs({
      options: { journal: { type: 'string' }, list: { type: 'boolean' } },
      allowPositionals: true,
    });
    const [asked, ...more] = values.list ? ['--list', ...positionals] : positionals;
    if (asked === undefined || more.length > 0) throw new Error(USAGE);
    return { asked, journal: values.journal };
  } catch {
    throw new Error(USAGE);
  }
}

const lostLine = ({ accounts, roles, standingGrants, kept }: LostRights): string =>
  `ended by the journal\t${accounts} accounts\t${roles} roles\t${standingGrants} standing grants` +
  `${kept > 0 ? `\t${kept} kept: the last person who manages people` : ''}\n`;

/** A line each: when, what, who, and the ids. The reader decides what to do again. */
async function listDecisions(file: string, position: string): Promise<void> {
  for await (const { at, event, actorPersonId, details } of decisionsSince(readExport(file), BigInt(position)))
    process.stdout.write(`${at.toISOString()}\t${event}\t${actorPersonId ?? '-'}\t${JSON.stringify(details)}\n`);
}

async function withTarget(env: Env, own: boolean, use: (target: SetUpOptions) => Promise<void>): Promise<void> {
  if (own) return use(await ensureDatabase(parseMigrationEnv(process.env)));
  await mkdir(env.dataDir, { recursive: true, mode: 0o711 });
  const lock = await lockFolder(env.dataDir);
  try {
    await withServer(env, use);
  } finally {
    lock.release();
  }
}

async function withServer(env: Env, use: (target: SetUpOptions) => Promise<void>): Promise<void> {
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
  process.stderr.write(`${commandsAsRun(startFailure(error), process.env, process.cwd())}\n`);
  process.exitCode = error instanceof Error && error.message === USAGE ? 2 : 1;
});
