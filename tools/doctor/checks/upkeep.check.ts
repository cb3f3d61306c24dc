import { type DataSource } from 'typeorm';
import { createDataSource } from '#database';
import { SCHEDULE_WORDS, type ScheduleView } from '#contracts';
import { isUnhealthy, readSchedules, type UpkeepKind } from '#platform';
import { words, type Check, type Finding } from '../finding.js';

const check = 'upkeep';

/** What the installation looks after on its own: whether it does, and when it last did. A database that is away is told of elsewhere. */
export const upkeepCheck: Check = {
  name: check,
  look: async ({ databaseUrl }) => {
    const source = createDataSource({ url: databaseUrl, applicationName: 'shouwen-doctor', poolSize: 1 });
    try {
      await source.initialize();
      const [row]: { there: boolean }[] = await source.query(`select to_regclass('schedule') is not null as there`);
      return row?.there ? await lookAt(source) : [];
    } catch {
      return [];
    } finally {
      if (source.isInitialized) await source.destroy();
    }
  },
};

async function lookAt(source: DataSource): Promise<Finding[]> {
  const schedules = await readSchedules(source);
  if (schedules.length === 0) return [NO_WORKER];
  const findings = await Promise.all(LOOKED_AFTER.map((one) => lastOf(source, one)));
  const ill = schedules.filter(isUnhealthy).map(illFinding);
  return [...(ill.length > 0 ? ill : [ALL_IN_TIME]), ...findings];
}

interface LookedAfter {
  kind: UpkeepKind;
  zh: string;
  en: string;
  /** Does it now; null where only a worker does it. */
  command: string | null;
}

const LOOKED_AFTER: readonly LookedAfter[] = [
  { kind: 'backup', zh: '数据库备份', en: 'The database was backed up', command: 'npm run backup' },
  { kind: 'drill', zh: '恢复演练', en: 'Restoring a backup was tried', command: 'npm run backup -- --drill' },
  { kind: 'integrity', zh: '读取检查录音', en: 'Stored objects were checked', command: null },
  { kind: 'keys', zh: '核对两份密钥', en: 'Both copies of the keys were compared', command: 'npm run keys -- check' },
];

interface Last {
  good: Date | null;
  goodHours: number | null;
  /** The newest run did not end well. */
  failed: boolean | null;
}

async function lastOf(source: DataSource, { kind, zh, en, command }: LookedAfter): Promise<Finding> {
  const [row]: Last[] = await source.query(
    `select max(started_at) filter (where ok) as good,
       extract(epoch from now() - max(started_at) filter (where ok))::float8 / 3600 as "goodHours",
       (array_agg(not ok order by started_at desc))[1] as failed
     from upkeep_run where kind = $1 and ok is not null`,
    [kind],
  );
  const never: Finding = {
    check,
    level: 'warning',
    what: words(`从未成功：${zh}。`, `${en}: never.`),
    todo: words(
      `worker 会按时做。${command ? `现在就做：${command}` : ''}`,
      `A worker does it in its time.${command ? ` To have it now: ${command}` : ''}`,
    ),
  };
  if (!row?.good || row.goodHours === null) return never;
  const hours = Math.round(row.goodHours);
  const at = row.good.toISOString();
  const what = words(`${zh}：上次成功在 ${at}（${hours} 小时前）。`, `${en} last at ${at}, ${hours} h ago.`);
  if (!row.failed) return { check, level: 'ok', what };
  const why = words('最近一次没有成功，或发现了问题。', 'The newest one failed, or found something.');
  return { check, level: 'fault', what, why, todo: LOOK };
}

function illFinding({ name, health, lastSuccessAt, lastFailureCode, failures }: ScheduleView): Finding {
  const { zh, en } = SCHEDULE_WORDS[name];
  const code = failures > 0 ? ` (${lastFailureCode}, ${failures}×)` : '';
  return {
    check,
    level: 'fault',
    what:
      health === 'failing'
        ? words(`定时任务“${zh}”一再失败${code}。`, `“${en}” fails again and again${code}.`)
        : words(`定时任务“${zh}”已逾期${code}。`, `“${en}” is late${code}.`),
    why: words(
      `上次成功：${lastSuccessAt ?? '从未'}。`,
      lastSuccessAt === null ? 'It never succeeded.' : `It last succeeded at ${lastSuccessAt}.`,
    ),
    todo: words(
      '确认 worker 在运行；原因见 worker 日志中级别 50 的行。',
      'See that a worker runs; its log has the reason, in a line of level 50.',
    ),
  };
}

const LOOK = words(
  '内容和处理办法见“处理看板”页；原因见 worker 日志。',
  'The Processing screen says what and what to do; the log of the worker has the reason.',
);
const ALL_IN_TIME: Finding = {
  check,
  level: 'ok',
  what: words('各项定时任务都按时完成。', 'Every schedule is done in time.'),
};
const NO_WORKER: Finding = {
  check,
  level: 'warning',
  what: words(
    '这里还没有运行过 worker：没有备份，也没有检查。',
    'No worker has run here yet: nothing was backed up or checked.',
  ),
  todo: words('启动 worker。', 'Start a worker.'),
};
