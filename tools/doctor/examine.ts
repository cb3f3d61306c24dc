import { parseEnv, type Env } from '#platform';
import { CHECKS, MACHINE_CHECKS } from './checks/index.js';
import { messageOf, words, type Finding } from './finding.js';
import { withEmbeddedDatabase } from './embedded-database.js';

/** Looks at everything, at once. Settings that cannot be read leave only what needs none. Changes nothing that stays. */
export async function examine(source: Record<string, string | undefined>): Promise<Finding[]> {
  const machine = MACHINE_CHECKS.map(({ name, look }) => guarded(name, look));
  const { given, findings } = await withEmbeddedDatabase(source);
  const settings = readSettings(given);
  if (!('env' in settings)) return [...settings.problems, ...findings, ...(await Promise.all(machine)).flat()];
  const { env } = settings;
  const chosen = findings.some(({ check }) => check === 'database')
    ? CHECKS.filter(({ name }) => name !== 'database' && name !== 'queue')
    : CHECKS;
  const looked = chosen.map(({ name, look }) => guarded(name, () => look(env)));
  return [READ, ...findings, ...(await Promise.all([...machine, ...looked])).flat()];
}

function readSettings(source: Record<string, string | undefined>): { env: Env } | { problems: Finding[] } {
  try {
    return { env: parseEnv(source) };
  } catch (error) {
    // One line for each problem after the heading.
    const lines = (error instanceof Error ? error.message : String(error)).split('\n').slice(1);
    const problems = lines.map((line) => line.trim()).filter((line) => line !== '');
    return { problems: problems.map(unreadable) };
  }
}

const READ: Finding = { check: 'settings', level: 'ok', what: words('设置可以使用。', 'The settings can be used.') };

const unreadable = (problem: string): Finding => ({
  check: 'settings',
  level: 'fault',
  what: words(`设置有误：${problem}`, problem),
  why: words('API 和 worker 不会启动。', 'API and worker do not start.'),
  todo: words('各项设置见 docs/operations/settings.md。', 'Every setting is in docs/operations/settings.md.'),
});

async function guarded(check: string, look: () => Promise<Finding[]>): Promise<Finding[]> {
  try {
    return await look();
  } catch (error) {
    const said = messageOf(error);
    return [{ check, level: 'fault', what: words(`检查没有完成：${said}`, `This could not be looked at: ${said}`) }];
  }
}
