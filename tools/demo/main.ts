import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createLogger, parseEnv } from '#platform';
import { EmbeddedProfile } from '../profile/embedded-profile.js';
import { resultTable } from './result-table.js';
import { runSamples, type SampleResult } from './run-samples.js';
import { PEOPLE } from './seed/organisation.js';
import { seedOrganisation } from './seed/seed-organisation.js';

const ROOT = resolve(import.meta.dirname, '../../..');

/** What `--json` prints, last. */
export interface DemoReport {
  baseUrl: string;
  users: { role: string; username: string; password: string }[];
  calls: SampleResult[];
}

const say = (line: string): void => void process.stderr.write(`${line}\n`);

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { once: { type: 'boolean' }, json: { type: 'boolean' } } });
  const dataDir = resolve(process.env['SHOUWEN_DATA_DIR'] || join(ROOT, '.data'));
  const port = Number(process.env['SHOUWEN_PORT'] || 3000);
  const stopped = untilStopped();

  say('starting the database');
  const logger = createLogger('demo', 'warn');
  const profile = await EmbeddedProfile.prepare({ dataDir, port, root: ROOT, logger, env: passedOn() });
  try {
    const password = randomBytes(12).toString('base64url');
    await seedOrganisation(parseEnv(profile.env), password);
    say('the recording notice was acknowledged for the demonstration’s own accounts');
    say('starting API and worker');
    await profile.start();
    const lost = untilLost(profile);
    const calls = await Promise.race([runSamples(profile.baseUrl, password, say), stopped, lost]);
    if (!calls) return;
    const users = PEOPLE.map(({ role, username }) => ({ role, username, password }));
    const report: DemoReport = { baseUrl: profile.baseUrl, users, calls };
    process.stdout.write(values.json ? `${JSON.stringify(report)}\n` : resultTable(report));
    if (!values.once) await Promise.race([stopped, lost]);
  } finally {
    say('stopping');
    await profile.stop();
  }
}

/** Settings of ours that the caller made, for API and worker too. */
function passedOn(): Record<string, string> {
  const ours = Object.entries(process.env).filter(([name, value]) => name.startsWith('SHOUWEN_') && value);
  return Object.fromEntries(ours) as Record<string, string>;
}

/** Without its database the demonstration is over. @returns a promise that only ever rejects */
function untilLost({ postgres }: EmbeddedProfile): Promise<never> {
  const lost = postgres.exited.then((words): never => {
    throw new Error(`The database ended: ${words}`);
  });
  // It also ends when we stop it, and then nobody is waiting any more.
  lost.catch(() => undefined);
  return lost;
}

function untilStopped(): Promise<undefined> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => done(undefined));
  });
}

main().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
