import 'reflect-metadata';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { momentOf, nextMonday } from './calendar.rules.js';
import { DayClock } from './clock/day-clock.js';
import { Day, PASSWORD } from './day.js';
import { live } from './live.js';
import { Installation } from './place/installation.js';
import { OutsideWorld } from './place/outside-world.js';
import { ProductionHouse } from './place/production-house.js';
import { Memory } from './place/memory-looks.js';
import { appointmentsOf } from './people/index.js';
import { askEverything } from './questions/index.js';
import { type Answer } from './questions/question.js';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** Each jump costs most of a second; what a jump passes over becomes due at once, however long it was. */
const LONG_JUMPS = { byDay: 900, byNight: 2_400 };
const SHORT_JUMPS = { byDay: 2_700, byNight: 3_300 };

/** The first Ctrl-C ends the day as it should end, the product included; the second at once. */
function untilStopped(): Promise<never> {
  return new Promise((_, fail) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => fail(new Error(`${signal}: the day ends here`)));
  });
}

/** `npm run day`: a working week in the product, and what became of it. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { short: { type: 'boolean' }, keep: { type: 'boolean' }, profile: { type: 'string' } },
  });
  const profile = values.profile ?? 'embedded';
  if (!['embedded', 'production'].includes(profile))
    throw new Error(`There is no profile "${profile}": embedded or production.`);
  const clock = DayClock.fromEnvironment(process.env);
  const began = clock.now();
  const monday = nextMonday(began);
  const folder = process.env['SHOUWEN_DAY_DIR'] ?? '';
  const outside = join(folder, 'outside');
  await mkdir(outside);

  // The product has its first day before people come to work.
  clock.jump((momentOf(monday, 'mon 07:00').getTime() - clock.now().getTime()) / 1000);
  const world = await OutsideWorld.open();
  const installation = await openInstallation(profile, join(folder, 'data'), settings(outside, world));
  const day = new Day(clock, installation, outside);
  day.notes.set('webhook url', world.webhookUrl);
  const memory = new Memory();
  const stopped = untilStopped();
  stopped.catch(() => undefined);
  say('starting the product');
  try {
    const from = clock.now();
    await installation.start(PASSWORD);
    const pace = { ...(values.short ? SHORT_JUMPS : LONG_JUMPS), monday, say };
    const lived = live(day, appointmentsOf(values.short === true), memory, pace);
    const failures = await Promise.race([lived, stopped]);
    const answers = await askEverything({ day, world, memory, failures, from }, () => installation.end());
    process.stdout.write(tableOf(answers));
    if (answers.some(({ ok }) => !ok)) process.exitCode = 1;
  } finally {
    await installation.end();
    await world.close();
  }
}

async function openInstallation(profile: string, dataDir: string, env: Record<string, string>): Promise<Installation> {
  if (profile === 'embedded') return Installation.embedded(dataDir, env);
  await mkdir(dataDir, { mode: 0o711 });
  return new Installation(dataDir, new ProductionHouse(dataDir, env));
}

const settings = (outside: string, world: OutsideWorld): Record<string, string> => ({
  SHOUWEN_BACKUP_DIR: join(outside, 'backups'),
  SHOUWEN_DRILL_EVERY_DAYS: '1',
  // Every object is read again each day: in a month, which is usual, the week would end before any was.
  SHOUWEN_SCRUB_EVERY_DAYS: '1',
  ...world.settings,
});

main().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});

/** What a person reads at the end: each question, yes or no, and what was found. */
export function tableOf(answers: readonly Answer[]): string {
  const width = Math.max(...answers.map(({ question }) => question.length));
  const rows = answers.map(({ question, ok, found }) => {
    const [first = '', ...more] = found;
    const head = `${ok ? 'yes' : 'NO '}  ${question.padEnd(width)}  ${first}`;
    return [head, ...more.map((line) => `     ${' '.repeat(width)}  ${line}`)].join('\n');
  });
  return `\n${rows.join('\n')}\n`;
}
