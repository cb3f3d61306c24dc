import pg from 'pg';
import { backupBeforeMigrating, noteBackup, RUNTIME_ROLE, setUpDatabase } from '#database';
import { type EmbeddedPostgres, parseEnv } from '#platform';
import { type Secrets } from './secrets.js';

const DATABASE = 'shouwen';
const OWNER = 'shouwen_owner';

/**
 * Makes database and owner role in the bundled server, unless they are there, and brings the schema up to date; what an earlier release left
 * is backed up first.
 *
 * @param given the settings, which say where backups lie
 * @returns the runtime role's connection string
 */
export async function ensureProductDatabase(
  server: EmbeddedPostgres,
  secrets: Secrets,
  given: Record<string, string>,
): Promise<string> {
  const { runtimePassword } = secrets;
  const ownerUrl = await ownerOfEmbedded(server, secrets);
  const runtimeUrl = new URL(ownerUrl);
  runtimeUrl.username = RUNTIME_ROLE;
  runtimeUrl.password = runtimePassword;
  const env = parseEnv({ ...given, SHOUWEN_DATABASE_URL: runtimeUrl.toString() });
  let taken: Awaited<ReturnType<typeof backupBeforeMigrating>> | undefined;
  const url = await setUpDatabase({
    ...{ ownerUrl, runtimePassword },
    beforeMigrating: async (pending) => void (taken = await backupBeforeMigrating(env, pending)),
  });
  if (taken) await noteBackup(url, taken);
  return url;
}

/** Makes database and owner role, with nothing in it yet. @returns the owner's connection string */
export async function ownerOfEmbedded(server: EmbeddedPostgres, secrets: Secrets): Promise<string> {
  const { host, port, user, password, database } = server;
  const superuser = new pg.Client({ host, port, user, password, database });
  superuser.on('error', () => undefined);
  await superuser.connect();
  try {
    const role = await superuser.query('select 1 from pg_roles where rolname = $1', [OWNER]);
    const secret = superuser.escapeLiteral(secrets.ownerPassword);
    await superuser.query(`${role.rowCount ? 'alter' : 'create'} role ${OWNER} login createrole password ${secret}`);
    const existing = await superuser.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (!existing.rowCount) await superuser.query(`create database ${DATABASE} owner ${OWNER}`);
  } finally {
    await superuser.end();
  }
  return `postgres://${OWNER}:${secrets.ownerPassword}@${host}:${port}/${DATABASE}`;
}
