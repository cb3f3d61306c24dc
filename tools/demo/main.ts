import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Language } from '#contracts';
import { commandsAsRun, createLogger, parseEnv } from '#platform';
import { EmbeddedProfile } from '../profile/embedded-profile.js';
import { assertNotInstallation } from '../profile/installation.js';
import { launch, passedOn, untilAborted } from '../profile/launch.js';
import { withCapture } from './live/demo-capture.js';
import { playLiveCalls } from './live/play-live-calls.js';
import { languagesHeard, untilSetUp } from './recogniser.js';
import { doorLines, resultTable, type DemoReport } from './result-table.js';
import { runSamples } from './run-samples.js';
import { PEOPLE } from './seed/organisation.js';
import { seedHistory } from './seed/history/seed-history.js';
import { seedOrganisation } from './seed/seed-organisation.js';
import { seedTelephones } from './seed/telephones/seed-telephones.js';
/** A call that is played is hung up, and its records are sent, before the rest is stopped. */
const HANG_UP_MS = 2_000;
const ROOT = resolve(import.meta.dirname, '../../..');

const say = (line: string): void => void process.stderr.write(`${commandsAsRun(line, process.env, process.cwd())}\n`);

async function main(signal: AbortSignal): Promise<void> {
  const { values } = parseArgs({ options: { once: { type: 'boolean' }, json: { type: 'boolean' } } });
  const dataDir = resolve(process.env['SHOUWEN_DATA_DIR'] || join(ROOT, '.data'));
  const port = Number(process.env['SHOUWEN_PORT'] || 3000);
  assertNotInstallation(dataDir);
  const told = untilAborted(signal);
  const setUp = untilSetUp();

  say('starting the database');
  const logger = createLogger('demo', 'warn');
  const env = await withCapture(passedOn(), say);
  const profile = await EmbeddedProfile.prepare({ dataDir, port, root: ROOT, logger, env, signal });
  let playing: Promise<void> | undefined;
  try {
    const password = randomBytes(12).toString('base64url');
    await Promise.race([seedOrganisation(parseEnv(profile.env), password), told]);
    say('the recording notice was acknowledged for the demonstration’s own accounts');
    say(
      'its people sign in by password alone: by rules of theirs, where a real installation demands a second factor of every role beyond an agent’s',
    );
    say('starting API and worker');
    await profile.startTaking(signal);
    const { baseUrl } = profile;
    const invented = await Promise.race([seedHistory(parseEnv(profile.env), ownerUrlOf(profile)), told]);
    if (invented) say(`a month behind it: ${invented} invented calls with scores, marked as such, without recordings`);
    await Promise.race([addTelephones(baseUrl, password), told]);
    const users = PEOPLE.map(({ role, username }) => ({ role, username, password }));
    for (const line of doorLines({ baseUrl, users })) say(line);
    say('The sample calls arrive as soon as there is a recogniser to hear them, and are heard one after the other.');
    await Promise.race([setUp, told]);
    const hears = await languagesHeard(parseEnv(profile.env));
    if (!values.once) playing = play(profile, { password, hears }, signal);
    const calls = await Promise.race([runSamples({ baseUrl, password, say, hears }), told]);
    const report: DemoReport = { baseUrl, users, calls };
    process.stdout.write(values.json ? `${JSON.stringify(report)}\n` : resultTable(report));
    if (!values.once) await told;
  } finally {
    say('stopping');
    // It hangs up what it plays.
    await Promise.race([playing, delay(HANG_UP_MS)]);
    await profile.stop();
  }
}

/** Calls that a newcomer sees as they happen. */
async function play(
  { baseUrl, databaseUrl, env }: EmbeddedProfile,
  { password, hears }: { password: string; hears: Language[] },
  signal: AbortSignal,
): Promise<void> {
  const { capture, sip } = parseEnv(env);
  if (capture.on && sip.port !== 0)
    await playLiveCalls({ baseUrl, databaseUrl, password, hears, say, port: sip.port }, signal);
}

/** A demonstration opens also where this fails. */
async function addTelephones(baseUrl: string, password: string): Promise<void> {
  try {
    if (!(await seedTelephones(baseUrl, password))) return;
    say('its telephone system told of a transferred call, of missed ones, and of one that was not recorded');
  } catch (error) {
    say(`its telephone system tells of no calls: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function ownerUrlOf({ postgres: { host, port, user, password } }: EmbeddedProfile): string {
  const named = `${encodeURIComponent(user)}:${encodeURIComponent(password)}`;
  return `postgres://${named}@${host}:${port}/shouwen`;
}

launch(main);
