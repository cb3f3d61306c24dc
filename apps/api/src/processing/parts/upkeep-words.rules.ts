import { type Bilingual } from '#contracts';
import { type Probed, type UpkeepRun } from '#platform';

const words = (zh: string, en: string): Bilingual => ({ zh, en });
const count = (run: UpkeepRun, name: string): number => Number(run.result?.[name] ?? 0);
const at = (run: UpkeepRun): string => run.startedAt.toISOString();

/** The last comparison of both copies of the key store with each other and with the database. */
export function keyCheckPart(run: UpkeepRun | null): Probed {
  const kind = 'keys';
  if (run === null)
    return {
      ok: true,
      detail: words(
        '两份密钥还没有核对过；worker 启动后会核对。',
        'The copies have not been compared yet; a worker does it.',
      ),
      facts: { kind },
    };
  const [missing, unrepaired, orphans] = [count(run, 'missing'), count(run, 'unrepaired'), count(run, 'orphans')];
  const facts = { kind, checkedAt: at(run), keys: count(run, 'keys'), repaired: count(run, 'repaired') };
  if (run.result?.['error'] !== undefined)
    return {
      ok: false,
      detail: words(`核对没有完成（${run.result['error']}）。`, `The comparison did not end (${run.result['error']}).`),
      facts,
    };
  if (!run.ok)
    return {
      ok: false,
      detail: words(
        `${missing} 个密钥两份都没有，${unrepaired} 个修复不了，例如 ${run.result?.['example']}。检查密钥目录所在的磁盘，再运行 npm run keys -- check。`,
        `${missing} key(s) are in neither copy and ${unrepaired} cannot be repaired, such as ${run.result?.['example']}. Look at the disks of the key directories, then run npm run keys -- check.`,
      ),
      facts,
    };
  const warning = words(
    `${orphans} 个密钥没有任何记录提到；确认不是恢复旧备份所致后，可用 npm run keys -- check --remove-orphans 清除。`,
    `No row names ${orphans} key(s). Unless an older backup was restored, npm run keys -- check --remove-orphans removes them.`,
  );
  const detail = words(
    '两份密钥一致，数据库需要的都在。',
    'The copies agree, and every key that the database needs is there.',
  );
  return { ok: true, detail, facts, ...(orphans > 0 && { warning }) };
}
