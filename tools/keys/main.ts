import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { Backups, BackupsModule, DatabaseModule } from '#database';
import { JournalModule, JournalService } from '#journal';
import { PROVIDER_ATTEMPT_KEYS, PROVIDER_TOKEN_KEYS, SECOND_FACTOR_SECRETS } from '#people';
import {
  commandsAsRun,
  armFaultPoint,
  KEY_PROVIDER,
  KEY_STORE,
  markKeyDirectories,
  parseEnv,
  PlatformModule,
  UpkeepService,
  type Env,
  type CopyName,
  type FileKeyStore,
  type KeyProvider,
} from '#platform';
import { KeyCheck, KeyDoubts, RecordingsModule } from '#recordings';
import { CHAT_ADDRESS_KEYS } from '#notifications';
import { WEBHOOK_SECRETS } from '#webhooks';
import { withEmbeddedDatabase, withRunningDatabase } from '../doctor/embedded-database.js';
import { KeyCustody } from './custody.js';
import { backUpKeys, restoreKeys, type Lock, type Opener } from './sealed-backup.js';
import { BackupWrapping, ColumnWrapping, KeyStoreWrapping } from './wrapping.js';

const USAGE = `usage: npm run keys -- COMMAND
  list                          versions of the key-encryption key, and how much each wraps
  rotate                        a new version; then: rewrap
  rewrap                        everything under the current version; run again after an interruption
  retire VERSION                takes a version away that wraps nothing any more
  check [--remove-orphans]      both copies of the key store, against each other and the database
  mark first|second             marks a new, empty disk in the place of a lost copy; then: check
  doubts                        marks of destruction without an order
  backup --out FILE (--passphrase-file FILE | --shares N --needed M --shares-dir DIR)
  restore --from FILE (--passphrase-file FILE | --share FILE --share FILE …)`;

class Usage extends Error {}

const OPTIONS = {
  out: { type: 'string' },
  from: { type: 'string' },
  'passphrase-file': { type: 'string' },
  shares: { type: 'string' },
  needed: { type: 'string' },
  'shares-dir': { type: 'string' },
  share: { type: 'string', multiple: true },
  'remove-orphans': { type: 'boolean' },
} as const;

const say = (zh: string, en: string): void =>
  void process.stderr.write(commandsAsRun(`${zh}\n${en}\n`, process.env, process.cwd()));
const list = (lines: readonly string[]) => process.stdout.write(lines.map((line) => `${line}\n`).join(''));

/** `npm run keys`: the key-encryption keys and both copies of the key store. */
async function main(): Promise<void> {
  const { values, positionals } = readArguments();
  const [command, version] = positionals;
  // Without the database: it may have to be restored after this.
  if (command === 'restore') return restore(parseEnv((await withEmbeddedDatabase(process.env)).given), values);
  const env = parseEnv(await withRunningDatabase(process.env));
  armFaultPoint(env.faultPoint);
  await withCustody(env, async (desk) => {
    if (command === 'list') return versions(desk.custody);
    if (command === 'rotate') return rotate(desk.custody);
    if (command === 'rewrap') return rewrap(desk.custody);
    if (command === 'retire' && version !== undefined) {
      await desk.custody.retire(version, new Date());
      return say(`版本 ${version} 已停用。`, `Version ${version} is retired.`);
    }
    if (command === 'mark' && (version === 'first' || version === 'second')) return mark(desk, version);
    if (command === 'doubts') return doubts(desk);
    if (command === 'check') return check(desk, values['remove-orphans'] === true);
    if (command === 'backup') return backUp(env, desk, values);
    throw new Usage();
  });
}

type Values = ReturnType<typeof readArguments>['values'];
interface Desk {
  keys: FileKeyStore;
  doubts: KeyDoubts;
  custody: KeyCustody;
  check: KeyCheck;
  upkeep: UpkeepService;
  source: DataSource;
  journal: JournalService;
}

function readArguments() {
  try {
    return parseArgs({ options: OPTIONS, allowPositionals: true });
  } catch {
    throw new Usage();
  }
}

async function withCustody(env: Env, use: (desk: Desk) => Promise<void>): Promise<void> {
  const module = {
    module: class KeysCommand {},
    imports: [
      PlatformModule.forRoot({ ...env, logLevel: 'fatal' }, 'keys'),
      DatabaseModule.forRoot(env.databaseUrl, 'shouwen-keys'),
      JournalModule,
      BackupsModule,
      RecordingsModule,
    ],
  };
  const app = await NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });
  try {
    const [source, provider] = [app.get(DataSource), app.get<KeyProvider>(KEY_PROVIDER)];
    const journal = app.get(JournalService);
    const wrappings = [
      new KeyStoreWrapping(app.get<FileKeyStore>(KEY_STORE), provider),
      new BackupWrapping(app.get(Backups).store),
      ...[SECOND_FACTOR_SECRETS, PROVIDER_TOKEN_KEYS, PROVIDER_ATTEMPT_KEYS, CHAT_ADDRESS_KEYS, ...WEBHOOK_SECRETS].map(
        (column) => new ColumnWrapping(source, provider, column),
      ),
    ];
    const custody = new KeyCustody(source, provider, journal, wrappings);
    const [keys, doubts] = [app.get<FileKeyStore>(KEY_STORE), app.get(KeyDoubts)];
    await use({ keys, doubts, custody, check: app.get(KeyCheck), upkeep: app.get(UpkeepService), source, journal });
  } finally {
    await app.close();
  }
}

async function versions(custody: KeyCustody): Promise<void> {
  for (const { version, current, wraps } of await custody.versions())
    list([`${version}\t${wraps}${current ? '\tcurrent' : ''}`]);
}

async function rotate(custody: KeyCustody): Promise<void> {
  const version = await custody.rotate();
  say(
    `新密钥一律由版本 ${version} 加密。请立即备份密钥环，再运行 npm run keys -- rewrap。`,
    `Version ${version} wraps new keys from now on. Back the keyring up now, then run npm run keys -- rewrap.`,
  );
}

async function rewrap(custody: KeyCustody): Promise<void> {
  const { version, rewrapped, failed } = await custody.rewrap();
  say(
    `${rewrapped} 个密钥改由版本 ${version} 加密，${failed} 个打不开。`,
    `${rewrapped} key(s) re-wrapped by version ${version}; ${failed} did not open.`,
  );
  if (failed > 0) process.exitCode = 1;
}

async function mark({ keys, source, journal }: Desk, copy: CopyName): Promise<void> {
  await markKeyDirectories(keys.paths, new Date(), [copy]);
  await source.transaction((tx) => journal.append(tx, 'key_store.marked', { copy }));
  say(
    `${keys.paths[copy]} 已标记。请运行 npm run keys -- check，由另一份补齐。`,
    `${keys.paths[copy]} is marked. Run npm run keys -- check, which fills it from the other copy.`,
  );
}

async function doubts({ doubts: register }: Desk): Promise<void> {
  const open = await register.open();
  for (const { keyId, recordingId, first, second, why, foundAt } of open)
    list([[keyId, recordingId ?? '-', first, second, why, foundAt.toISOString()].join('\t')]);
  if (open.length > 0) process.exitCode = 1;
}

async function check({ upkeep, check: keys }: Desk, removeOrphans: boolean): Promise<void> {
  const outcome = await upkeep.runNow('keys', () => keys.run({ removeOrphans }));
  if (outcome === null) return say('另一次检查正在进行。', 'Another check is running.');
  list(Object.entries(outcome.result).map(([name, value]) => `${name}\t${value}`));
  if (!outcome.ok) process.exitCode = 1;
}

async function backUp(env: Env, { source, journal }: Desk, values: Values): Promise<void> {
  if (values.out === undefined) throw new Usage();
  const lock = lockOf(values);
  list(await backUpKeys(env, lock, values.out, new Date()));
  const [needed, of] = 'needed' in lock ? [lock.needed, lock.of] : [null, null];
  await source.transaction((tx) =>
    journal.append(tx, 'keyring.backed_up', { lock: needed === null ? 'passphrase' : 'shares', needed, of }),
  );
  say(
    '把备份放进保险柜，与录音分开；份额各交一人后删除文件。试着恢复一次才算备份。',
    'Put the backup in a safe, apart from the recordings; hand each share to its keeper and remove the files. It is a backup once it has been restored.',
  );
}

async function restore(env: Env, values: Values): Promise<void> {
  if (values.from === undefined) throw new Usage();
  list(await restoreKeys(env, openerOf(values), values.from));
  say('密钥环与签名密钥已就位。', 'The keyring and the signing key are in place.');
}

function lockOf(values: Values): Lock {
  const { 'passphrase-file': passphraseFile, shares, needed, 'shares-dir': sharesDir } = values;
  if (passphraseFile !== undefined && shares === undefined) return { passphraseFile };
  if (shares === undefined || needed === undefined || sharesDir === undefined) throw new Usage();
  return { of: Number(shares), needed: Number(needed), sharesDir };
}

function openerOf(values: Values): Opener {
  const { 'passphrase-file': passphraseFile, share } = values;
  if ((passphraseFile === undefined) === (share === undefined)) throw new Usage();
  return passphraseFile === undefined ? { shareFiles: share ?? [] } : { passphraseFile };
}

main().catch((error: unknown) => {
  const usage = error instanceof Usage;
  process.stderr.write(`${usage ? USAGE : error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = usage ? 2 : 1;
});
