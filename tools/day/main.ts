import 'reflect-metadata';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { momentOf, nextMonday } from './calendar.rules.js';
import { SharedClock } from './clock/shared-clock.js';
import { Day, PASSWORD } from './day.js';
import { live } from './live.js';
import { Installation } from './place/installation.js';
import { OutsideWorld } from './place/outside-world.js';
import { Memory } from './place/memory.js';
import { appointmentsOf } from './people/index.js';
import { askEverything } from './questions/index.js';
import { tableOf } from './table.js';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** `npm run day`: a working week in the product, and what became of it. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { short: { type: 'boolean' }, profile: { type: 'string' } } });
  const clock = SharedClock.fromEnvironment(process.env);
  const began = clock.now();
  const monday = nextMonday(began);
  const folder = process.env['SHOUWEN_DAY_DIR'] ?? '';
  const outside = join(folder, 'outside');
  await mkdir(outside);

  // The product has its first day before anybody comes to work.
  clock.jump((momentOf(monday, 'mon 07:00').getTime() - clock.now().getTime()) / 1000);
  const world = await OutsideWorld.open();
  const installation = await Installation.at(join(folder, 'data'), settings(outside, world));
  const day = new Day(clock, installation, outside);
  day.notes.set('webhook url', world.webhookUrl);
  const memory = new Memory();
  say('starting the product');
  try {
    await installation.start(PASSWORD);
    const pace = { byDay: values.short ? 1_800 : 900, byNight: 3_600, monday, say };
    const failures = await live(day, appointmentsOf(values.short === true), memory, pace);
    const answers = await askEverything({ day, memory, failures, monday });
    process.stdout.write(tableOf(answers));
    if (answers.some(({ ok }) => !ok)) process.exitCode = 1;
  } finally {
    await installation.stop();
    await world.close();
  }
}

const settings = (outside: string, world: OutsideWorld): Record<string, string> => ({
  SHOUWEN_BACKUP_DIR: join(outside, 'backups'),
  SHOUWEN_DRILL_EVERY_DAYS: '1',
  ...world.settings,
});

main().catch((error: unknown) => {
  say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = 1;
});
