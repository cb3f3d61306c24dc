import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { notedAddress } from '../profile/run-file.js';
import { words, type Finding } from './finding.js';

type Given = Record<string, string | undefined>;

/**
 * In the embedded profile the database's address is not set by hand: the launcher makes it at each start. Here it is found again, for the
 * runtime role and for the owner, from the running server's own file; without a running server the rest is looked at all the same.
 */
export async function withEmbeddedDatabase(source: Given): Promise<{ given: Given; findings: Finding[] }> {
  const named = source['SHOUWEN_DATABASE_URL'] || source['SHOUWEN_DATABASE_URL_FILE'];
  if (named || source['SHOUWEN_PROFILE'] === 'production') return { given: source, findings: [] };
  const dataDir = dataDirOf(source);
  const [url, ownerUrl] = await Promise.all([runningUrl(dataDir, 'runtime'), runningUrl(dataDir, 'owner')]);
  // Only there so that the other settings can be read: nothing connects to it.
  const placeholder = 'postgres://shouwen_runtime@127.0.0.1:1/shouwen';
  return {
    given: { SHOUWEN_DATABASE_OWNER_URL: ownerUrl ?? undefined, ...source, SHOUWEN_DATABASE_URL: url ?? placeholder },
    findings: url ? [] : [existsSync(join(dataDir, 'postgres')) ? STOPPED : NOTHING_YET],
  };
}

/**
 * The same settings for a command that cannot do without the database. Links of it lead to where the running installation says it is found,
 * which is not told to the command itself.
 *
 * @throws Error that says how to start it, where the bundled server does not run
 */
export async function withRunningDatabase(source: Given): Promise<Given> {
  const { given, findings } = await withEmbeddedDatabase(source);
  const [missing] = findings;
  if (!missing) return { ...given, SHOUWEN_PUBLIC_URL: given['SHOUWEN_PUBLIC_URL'] || (await addressOf(given)) };
  const { what, todo } = missing;
  throw new Error(`${what.zh}${todo?.zh ?? ''}\n${what.en} ${todo?.en ?? ''}`);
}

/** Settings that name a database name their own address too. */
const addressOf = (given: Given): Promise<string | undefined> =>
  given['SHOUWEN_PROFILE'] === 'production' ? Promise.resolve(undefined) : notedAddress(dataDirOf(given));

const dataDirOf = (given: Given): string => resolve(given['SHOUWEN_DATA_DIR'] || '.data');

async function runningUrl(dataDir: string, role: 'runtime' | 'owner'): Promise<string | null> {
  const pidFile = await readFile(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8').catch(() => null);
  const password = await readFile(join(dataDir, `secrets/database-${role}.password`), 'utf8').catch(() => null);
  // PostgreSQL's own format: the first line is the process, the fourth its port.
  const [pid, , , port] = pidFile?.split('\n') ?? [];
  if (!pid || !port || password === null || !isAlive(Number(pid))) return null;
  return `postgres://shouwen_${role}:${encodeURIComponent(password.trim())}@127.0.0.1:${port.trim()}/shouwen`;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const STOPPED: Finding = {
  check: 'database',
  level: 'warning',
  what: words('内置数据库没有运行。', 'The bundled database does not run.'),
  todo: words('请用 npm start 启动后再检查。', 'Start it with npm start, and look again.'),
};
const NOTHING_YET: Finding = {
  check: 'database',
  level: 'warning',
  what: words('这里还没有安装任何数据。', 'Nothing has been set up here yet.'),
  todo: words(
    '试用：npm run demo。正式使用：npm start，见 docs/operations/install.md。',
    'To try it: npm run demo. For real use: npm start, and docs/operations/install.md.',
  ),
};
