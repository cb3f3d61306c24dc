import { DataSource } from 'typeorm';
import { probing, type Probed } from '#platform';
import { BASELINE_COMMIT, baseline } from './baseline.js';
import { migrationNames } from './data-source.js';

/** The oldest PostgreSQL that the product's SQL is tested on. */
export const OLDEST_MAJOR = 15;

/** The database cannot be used as it is; the message says what to do. The operator has to fix it. */
export class DatabaseUnusable extends Error {
  readonly code = 'database_unusable';
  override readonly name = 'DatabaseUnusable';
}

/** What a database is, as far as it matters before the product works on it. */
export interface DatabaseState {
  /** `15.18` */
  version: string;
  major: number;
  /** Migrations of this release that it has not had, by name; all of them when it was never migrated. */
  pending: readonly string[];
  /** Migrations that it has had and this release does not know: a newer one has used it. */
  unknown: readonly string[];
  /** It was never migrated. */
  fresh: boolean;
  /** An earlier release than the baseline's left it, which only the baseline's own release brings up to date. */
  older: boolean;
}

/** Looks at a connected database, as owner or as runtime role. Changes nothing. */
export async function databaseState(source: DataSource): Promise<DatabaseState> {
  const [{ number, version } = { number: '0', version: '0' }]: { number: string; version: string }[] =
    await source.query(
      `select current_setting('server_version_num') as number, split_part(current_setting('server_version'), ' ', 1) as version`,
    );
  const wanted = source.migrations.map(({ name, constructor }) => name ?? constructor.name);
  const done = await migrationsDone(source);
  const had = new Set(done ?? []);
  const fresh = done === null || done.length === 0;
  return {
    ...{ version, major: Math.floor(Number(number) / 10_000), fresh },
    older: !fresh && !isPastBaseline([...had]),
    pending: wanted.filter((name) => !had.has(name)),
    unknown: (done ?? []).filter((name) => !migrationNames().includes(name)),
  };
}

/** @returns null when there is no table of them */
async function migrationsDone(source: DataSource): Promise<string[] | null> {
  const [{ there } = { there: false }]: { there: boolean }[] = await source.query(
    `select coalesce(has_table_privilege(to_regclass('public.migrations'), 'select'), false) as there`,
  );
  if (!there) return null;
  const rows: { name: string }[] = await source.query('select name from migrations order by id');
  return rows.map(({ name }) => name);
}

/** Whether nothing is missing of what the baseline stands for. @param had names of migrations */
export const isPastBaseline = (had: readonly string[]): boolean =>
  baseline().migrations.every((name) => had.includes(name));

/** Why this database cannot be worked on, in words; null when it can. */
export function refusalOf({
  major,
  version,
  pending,
  unknown,
  older,
}: DatabaseState): { zh: string; en: string } | null {
  if (major < OLDEST_MAJOR)
    return {
      zh: `PostgreSQL ${version} 太旧，至少需要 ${OLDEST_MAJOR}。`,
      en: `PostgreSQL ${version} is too old; it takes ${OLDEST_MAJOR} or later.`,
    };
  if (unknown.length > 0) return newerWords(unknown);
  if (older) return OLDER;
  if (pending.length === 0) return null;
  return {
    zh: `数据库还缺 ${pending.length} 个迁移（${pending[0]} 等）。请运行 npm run migrate。`,
    en: `The database lacks ${pending.length} migration(s), the first ${pending[0]}. Run npm run migrate.`,
  };
}

const newerWords = (unknown: readonly string[]) => ({
  zh: `数据库已由更新的版本升级（本版没有其迁移 ${unknown.at(-1)}）。请启动该版或更新的版本，或用本版恢复升级前的备份。`,
  en: `The database was brought up to date by a newer version (this one does not know its migration ${unknown.at(-1)}): start that version or a later one, or restore the backup from before the update.`,
});

const OLDER = {
  zh: `数据库来自提交 ${BASELINE_COMMIT}（2026 年 11 月 29 日）之前的版本。请先用该提交启动一次，再启动本版。`,
  en: `The database is of a release before commit ${BASELINE_COMMIT} (29 November 2026). Start it once with that commit, then with this one.`,
};

/** Nothing can be made of it here: the migrations up to the baseline are that release's. */
export const olderData = (): DatabaseUnusable => new DatabaseUnusable(OLDER.en);

/** Nothing may be changed in it by an older release. */
export const newerData = (unknown: readonly string[]): DatabaseUnusable => new DatabaseUnusable(newerWords(unknown).en);

/** @throws DatabaseUnusable when it is too old, not migrated, or a newer release's: nothing may start on it */
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
    const detail = refusalOf(state) ?? { zh: `PostgreSQL ${version} 响应正常。`, en: `PostgreSQL ${version} answers.` };
    return { ok: refusalOf(state) === null, detail, facts: { kind, version, pendingMigrations: pending.length } };
  };
  return probing(kind, look, () => ({ zh: '数据库没有响应。', en: 'The database does not answer.' }));
}
