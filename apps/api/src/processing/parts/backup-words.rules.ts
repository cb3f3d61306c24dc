import { type Bilingual } from '#contracts';
import { type Env, type Probed, type UpkeepRun } from '#platform';
import { longAgo, neverLooked } from './upkeep-words.rules.js';

const words = (zh: string, en: string): Bilingual => ({ zh, en });

/** The newest backup of the database that was completed, and whether they go on being made. */
export function backupPart(
  last: UpkeepRun | null,
  good: UpkeepRun | null,
  { backup: { everyMs }, backupHasOwnPlace }: Pick<Env, 'backup' | 'backupHasOwnPlace'>,
  late: boolean,
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
  if (failed !== null || late)
    return {
      ok: false,
      detail: words(
        `数据库备份没有完成${failed ? `（${failed}）` : ''}。请检查备份的位置、磁盘空间和 worker 日志。`,
        `The database was not backed up${failed ? ` (${failed})` : ''}. Look at the place of the backups, its free space, and the worker's log.`,
      ),
      facts,
    };
  if (good === null) return neverLooked(words('还没有做过备份。', 'There is no backup yet.'), false, facts);
  const warning = words(
    '备份与数据库在同一数据目录：磁盘损坏时两者会一同丢失。请设置 SHOUWEN_BACKUP_DIR 或 SHOUWEN_BACKUP_S3_BUCKET。',
    'The backups are in the data directory: lost with its disk. Set SHOUWEN_BACKUP_DIR or SHOUWEN_BACKUP_S3_BUCKET.',
  );
  const detail = words('数据库按时备份。', 'The database is backed up in time.');
  return { ok: true, detail, facts, ...(!backupHasOwnPlace && { warning }) };
}

/** The last time that a backup was restored into a scratch place. */
export function drillPart(run: UpkeepRun | null, enabled: boolean, late: boolean): Probed {
  const { takenAt = null, rows = null, tookMs = null, position = null, error } = run?.result ?? {};
  const seconds = tookMs === null ? null : Number(tookMs) / 1000;
  const facts = { kind: 'drill', checkedAt: run?.startedAt.toISOString() ?? null, takenAt, rows, position, seconds };
  if (run === null)
    return neverLooked(
      words(
        '从未试过恢复备份，备份能否恢复未知。',
        'Restoring was never tried: whether a backup can be restored is not known.',
      ),
      late,
      facts,
    );
  if (!run.ok)
    return {
      ok: false,
      detail: words(
        `恢复演练失败（${error}）：这样的备份不可依靠。请查看 worker 日志，并手动演练一次：docs/operations/backup.md。`,
        `Restoring a backup failed (${error}): it cannot be relied on. See the worker's log and try by hand: docs/operations/backup.md.`,
      ),
      facts,
    };
  if (late) return longAgo(words('恢复演练', 'Restoring was tried'), facts);
  const warning = words(
    '定期恢复演练已关闭（SHOUWEN_DRILL_EVERY_DAYS=0）。',
    'Regular trial restores are off (SHOUWEN_DRILL_EVERY_DAYS=0).',
  );
  return {
    ok: true,
    ...(!enabled && { warning }),
    detail: words(
      '最近的备份在临时库中恢复成功，行数与日志末尾一致。',
      'A backup was restored into a scratch place; its rows and the end of its journal are right.',
    ),
    facts,
  };
}
