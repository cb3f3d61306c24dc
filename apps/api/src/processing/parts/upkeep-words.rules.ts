import { type Bilingual } from '#contracts';
import { type Probed, type UpkeepRun } from '#platform';
import { type CopyLag } from '#recordings';

const words = (zh: string, en: string): Bilingual => ({ zh, en });
const count = (run: UpkeepRun, name: string): number => Number(run.result?.[name] ?? 0);
/** The hourly runs get to an object within this time of its turn, where they keep up. */
const BEHIND_AFTER_MS = 24 * 3_600_000;
const at = (run: UpkeepRun): string => run.startedAt.toISOString();

/** The last comparison of both copies of the key store with each other and with the database. */
export function keyCheckPart(run: UpkeepRun | null, late: boolean): Probed {
  const kind = 'keys';
  if (run === null)
    return neverLooked(
      words('两份密钥从未核对过，是否一致未知。', 'The copies were never compared: whether they agree is not known.'),
      late,
      { kind },
    );
  const [missing, unrepaired, orphans] = [count(run, 'missing'), count(run, 'unrepaired'), count(run, 'orphans')];
  const facts = { kind, checkedAt: at(run), keys: count(run, 'keys'), repaired: count(run, 'repaired') };
  if (run.result?.['error'] !== undefined)
    return {
      ok: false,
      detail: words(`核对没有完成（${run.result['error']}）。`, `The comparison did not end (${run.result['error']}).`),
      facts,
    };
  if (count(run, 'doubtful') > 0)
    return {
      ok: false,
      detail: words(
        `${count(run, 'doubtful')} 个密钥有来历不明的销毁标记，例如 ${run.result?.['example']}：相关录音既不打开也不销毁。请按 docs/operations/keys.zh.md 查清。`,
        `${count(run, 'doubtful')} key(s) bear a mark of destruction without an order, such as ${run.result?.['example']}: their recordings are neither opened nor destroyed. See docs/operations/keys.md for what to do.`,
      ),
      facts: { ...facts, doubtful: count(run, 'doubtful') },
    };
  if (!run.ok)
    return {
      ok: false,
      detail: words(
        `${missing} 个密钥两份都没有，${unrepaired} 个无法修复，例如 ${run.result?.['example']}。检查密钥目录所在的磁盘，再运行 npm run keys -- check。`,
        `${missing} key(s) are in neither copy and ${unrepaired} cannot be repaired, such as ${run.result?.['example']}. Look at the disks of the key directories, then run npm run keys -- check.`,
      ),
      facts,
    };
  if (late) return longAgo(words('核对密钥', 'The keys were compared'), facts);
  const warning = words(
    `${orphans} 个密钥没有任何记录提到；确认并非恢复旧备份所致后，可用 npm run keys -- check --remove-orphans 清除。`,
    `No row names ${orphans} key(s). Unless an older backup was restored, npm run keys -- check --remove-orphans removes them.`,
  );
  const detail = words(
    '上次核对时两份密钥一致，数据库需要的都在。',
    'When last compared the copies agreed, and every key that the database needs was there.',
  );
  return { ok: true, detail, facts, ...(orphans > 0 && { warning }) };
}

/** A part that was never checked does not count as well. */
export function neverLooked(said: Bilingual, late: boolean, facts: Probed['facts']): Probed {
  if (!late) return { ok: true, detail: said, warning: said, facts };
  const detail = words(
    `${said.zh}已逾期未做：请检查 worker 是否在运行，并查看“定时任务”一栏。`,
    `${said.en} It is overdue: see that a worker runs, and the schedules below.`,
  );
  return { ok: false, detail, facts };
}

/** What was found too long ago says nothing of today. The facts say when it was. */
export function longAgo(what: Bilingual, facts: Probed['facts']): Probed {
  const detail = words(
    `${what.zh}已逾期：目前状态未知。请检查 worker 是否在运行，并查看“定时任务”一栏。`,
    `${what.en} too long ago: how it is now is not known. See that a worker runs, and the schedules below.`,
  );
  return { ok: false, detail, facts };
}

export interface IntegrityFigures {
  /** Every object was read whole at this time or later; null when there is none. */
  readonly readSince: Date | null;
  /** For how long the longest unread object has not been read. */
  readonly unreadSeconds: number | null;
  readonly damaged: number;
  /** In the last thirty days. */
  readonly repaired: number;
}

/** Whether what is stored is what was sealed, and how lately all of it was read. */
export function integrityPart(
  run: UpkeepRun | null,
  figures: IntegrityFigures,
  { runMs, everyMs }: { runMs: number; everyMs: number },
  late: boolean,
): Probed {
  const { readSince, damaged, repaired, unreadSeconds } = figures;
  const checkedAt = run === null ? null : at(run);
  const facts = { kind: 'integrity', checkedAt, readSince: readSince?.toISOString() ?? null, damaged, repaired };
  if (damaged > 0)
    return {
      ok: false,
      detail: words(
        `${damaged} 个对象与封存时不一致，没有可用的副本来修复；相关录音不予播放。请从备份取回这些对象，见 docs/operations/backup.md。`,
        `${damaged} object(s) are not what was sealed, and no copy could repair them; their recordings are not played. Bring them back from a backup: docs/operations/backup.md.`,
      ),
      facts,
    };
  const failed = run?.result?.['error'];
  if (failed !== undefined)
    return {
      ok: false,
      detail: words(`读取检查没有完成（${failed}）。`, `Reading the objects did not end (${failed}).`),
      facts,
    };
  if (runMs === 0)
    return {
      ok: true,
      detail: words('没有已知的损坏。', 'No damage is known.'),
      warning: words(
        '定期读取检查已关闭（SHOUWEN_SCRUB_SECONDS=0），损坏要到收听时才会发现。',
        'Regular checks of the stored objects are off (SHOUWEN_SCRUB_SECONDS=0): damage is found only when a person listens.',
      ),
      facts,
    };
  if (run === null)
    return neverLooked(
      words(
        '存储的内容从未检查过，是否完好未知。',
        'What is stored was never checked: whether it is whole is not known.',
      ),
      late,
      facts,
    );
  if (late) return longAgo(words('检查存储内容', 'What is stored was checked'), facts);
  const detail = words(
    '最近一次读取时，存储的内容与封存时一致。',
    'When last read, what is stored was what was sealed.',
  );
  const behind = (unreadSeconds ?? 0) * 1000 > everyMs + BEHIND_AFTER_MS;
  const warning = words(
    '读取检查跟不上：有对象超过规定的天数没有读过。请调高 SHOUWEN_SCRUB_SECONDS 或 SHOUWEN_SCRUB_MEGABYTES。',
    'The checks do not keep up: some objects were not read for longer than they should be. Raise SHOUWEN_SCRUB_SECONDS or SHOUWEN_SCRUB_MEGABYTES.',
  );
  return { ok: true, detail, facts, ...(behind && { warning }) };
}

/** A copy that is this late is an alarm: it is made within seconds where its place answers. */
export const COPY_LATE_SECONDS = 15 * 60;

/** The second place of the objects. */
export function copyPart({ pending, oldestSeconds }: CopyLag, probed: Probed | null): Probed {
  if (pending === null || probed === null)
    return {
      ok: true,
      detail: words('没有设置第二处存储。', 'No second place is set up.'),
      warning: words(
        '录音只有一份：一旦那块磁盘或存储桶丢失，录音也就没有了。请设置 SHOUWEN_OBJECT_COPY_DIR 或 SHOUWEN_OBJECT_COPY_S3_BUCKET。',
        'Recordings are in one place only: lost with its disk or bucket. Set SHOUWEN_OBJECT_COPY_DIR or SHOUWEN_OBJECT_COPY_S3_BUCKET.',
      ),
      facts: { kind: 'none' },
    };
  const facts = { ...probed.facts, pending, lagSeconds: Math.round(oldestSeconds ?? 0) };
  if (!probed.ok) return { ...probed, facts };
  if ((oldestSeconds ?? 0) > COPY_LATE_SECONDS)
    return {
      ok: false,
      detail: words(
        `${pending} 个对象还没有副本，最早的已等了 ${facts.lagSeconds} 秒。请检查 worker 是否在运行及其日志。`,
        `${pending} object(s) have no copy yet, the oldest for ${facts.lagSeconds} s. See that a worker runs, and its log.`,
      ),
      facts,
    };
  return {
    ok: true,
    detail: words('第二处存储响应正常，副本及时。', 'The second place answers, and the copies keep up.'),
    facts,
  };
}
