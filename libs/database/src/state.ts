import { DataSource } from 'typeorm';
import { probing, type Probed } from '#platform';

/** The oldest PostgreSQL that the product's SQL is tested on. */
export const OLDEST_MAJOR = 15;

/** The database cannot be used as it is; the message says what to do. The operator's to mend. */
export class DatabaseUnusable extends Error {
  readonly code = 'database_unusable';
  override readonly name = 'DatabaseUnusable';
}

/** What a database is, as far as it matters before anybody works on it. */
export interface DatabaseState {
  /** `15.18` */
  version: string;
  major: number;
  /** Migrations of this release that it has not had, by name; all of them when it was never migrated. */
  pending: readonly string[];
}

/** Looks at a connected database, as owner or as runtime role. Changes nothing. */
export async function databaseState(source: DataSource): Promise<DatabaseState> {
  const [{ number, version } = { number: '0', version: '0' }]: { number: string; version: string }[] =
    await source.query(
      `select current_setting('server_version_num') as number, split_part(current_setting('server_version'), ' ', 1) as version`,
    );
  const wanted = source.migrations.map(({ name, constructor }) => name ?? constructor.name);
  return { version, major: Math.floor(Number(number) / 10_000), pending: await pendingOf(source, wanted) };
}

async function pendingOf(source: DataSource, wanted: readonly string[]): Promise<string[]> {
  const [{ there } = { there: false }]: { there: boolean }[] = await source.query(
    `select coalesce(has_table_privilege(to_regclass('public.migrations'), 'select'), false) as there`,
  );
  if (!there) return [...wanted];
  const rows: { name: string }[] = await source.query('select name from migrations');
  const done = new Set(rows.map(({ name }) => name));
  return wanted.filter((name) => !done.has(name));
}

/** Why this database cannot be worked on, in words; null when it can. */
export function refusalOf({ major, version, pending }: DatabaseState): { zh: string; en: string } | null {
  if (major < OLDEST_MAJOR)
    return {
      zh: `PostgreSQL ${version} 太旧，至少需要 ${OLDEST_MAJOR}。`,
      en: `PostgreSQL ${version} is too old; it takes ${OLDEST_MAJOR} or later.`,
    };
  if (pending.length === 0) return null;
  return {
    zh: `数据库还缺 ${pending.length} 个迁移（${pending[0]} 等）。请运行 npm run migrate。`,
    en: `The database lacks ${pending.length} migration(s), the first ${pending[0]}. Run npm run migrate.`,
  };
}

/** @throws DatabaseUnusable when it is too old or not migrated: nothing may start on it */
export async function assertUsable(source: DataSource): Promise<void> {
  const refusal = refusalOf(await databaseState(source));
  if (refusal) throw new DatabaseUnusable(refusal.en);
}

/** How the database is, for a person or a tool. Never rejects. */
export function probeDatabase(source: DataSource): Promise<Probed> {
  const kind = 'postgres';
  const look = async (): Promise<Probed> => {
    const state = await databaseState(source);
    const { version, pending } = state;
    const detail = refusalOf(state) ?? { zh: `PostgreSQL ${version} 有应答。`, en: `PostgreSQL ${version} answers.` };
    return { ok: refusalOf(state) === null, detail, facts: { kind, version, pendingMigrations: pending.length } };
  };
  return probing(kind, look, () => ({ zh: '数据库没有应答。', en: 'The database does not answer.' }));
}
