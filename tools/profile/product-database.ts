import pg from 'pg';
import { setUpDatabase } from '#database';
import { type EmbeddedPostgres } from '#platform';
import { type Secrets } from './secrets.js';

const DATABASE = 'shouwen';
const OWNER = 'shouwen_owner';

/**
 * Makes database and owner role in the bundled server, unless they are there, and brings the schema up to date.
 * @returns the runtime role's connection string
 */
export async function ensureProductDatabase(server: EmbeddedPostgres, secrets: Secrets): Promise<string> {
  const ownerUrl = await ownerOfEmbedded(server, secrets);
  return setUpDatabase({ ownerUrl, runtimePassword: secrets.runtimePassword });
}

/** Makes database and owner role, with nothing in it yet. @returns the owner's connection string */
export async function ownerOfEmbedded(server: EmbeddedPostgres, secrets: Secrets): Promise<string> {
  const { host, port, user, password, database } = server;
  const superuser = new pg.Client({ host, port, user, password, database });
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
