import { type Bilingual } from '#contracts';
import { type Env, type Probed, type UpkeepRun } from '#platform';

const words = (zh: string, en: string): Bilingual => ({ zh, en });
const HOUR = 3_600_000;

/** The newest backup of the database that was completed, and whether they go on being made. */
export function backupPart(
  last: UpkeepRun | null,
  good: UpkeepRun | null,
  { backup: { everyMs }, backupHasOwnPlace }: Pick<Env, 'backup' | 'backupHasOwnPlace'>,
  now: Date,
): Probed {
  const { takenAt = null, rows = null, bytes = null, kept = null } = good?.result ?? {};
  const facts = { kind: 'backup', takenAt, rows, bytes, kept };
  if (everyMs === 0)
    return {
      ok: true,
      detail: words('按设置不做数据库备份。', 'The database is not backed up, as set.'),
      warning: words('数据库只能靠别处的备份恢复。', 'It can be restored from elsewhere only.'),
      facts,
    };
  const failed = last && !last.ok ? String(last.result?.['error'] ?? '') : null;
  // Two are missed before anybody is called: a worker may have been away for one.
  const late = good !== null && now.getTime() - good.startedAt.getTime() > 2 * everyMs + HOUR;
  if (failed !== null || late)
    return {
      ok: false,
      detail: words(
        `数据库备份没有完成${failed ? `（${failed}）` : ''}。请检查备份的位置、磁盘空间和 worker 日志。`,
        `The database was not backed up${failed ? ` (${failed})` : ''}. Look at the place of the backups, its free space, and the worker's log.`,
      ),
      facts,
    };
  if (good === null)
    return {
      ok: true,
      detail: words('还没有备份；worker 会做。', 'There is no backup yet; a worker makes it.'),
      facts,
    };
  const warning = words(
    '备份与数据库在同一数据目录：磁盘坏了两者都没有了。请设置 SHOUWEN_BACKUP_DIR 或 SHOUWEN_BACKUP_S3_BUCKET。',
    'The backups are in the data directory: lost with its disk. Set SHOUWEN_BACKUP_DIR or SHOUWEN_BACKUP_S3_BUCKET.',
  );
  const detail = words('数据库按时备份。', 'The database is backed up in time.');
  return { ok: true, detail, facts, ...(!backupHasOwnPlace && { warning }) };
}

/** The last time that a backup was restored into a scratch place. */
export function drillPart(run: UpkeepRun | null): Probed {
  const { takenAt = null, rows = null, tookMs = null, position = null, error } = run?.result ?? {};
  const seconds = tookMs === null ? null : Number(tookMs) / 1000;
  const facts = { kind: 'drill', checkedAt: run?.startedAt.toISOString() ?? null, takenAt, rows, position, seconds };
  if (run === null) return { ok: true, detail: words('还没有试过恢复。', 'Restoring has not been tried yet.'), facts };
  if (!run.ok)
    return {
      ok: false,
      detail: words(
        `试着恢复备份失败（${error}）：这样的备份不能指望。请看 worker 日志，并手动试一次：docs/operations/backup.md。`,
        `Restoring a backup failed (${error}): such a backup is none. See the worker's log and try by hand: docs/operations/backup.md.`,
      ),
      facts,
    };
  return {
    ok: true,
    detail: words(
      '最近的备份在临时库中恢复成功，行数与日志末尾一致。',
      'A backup was restored into a scratch place; its rows and the end of its journal are right.',
    ),
    facts,
  };
}
