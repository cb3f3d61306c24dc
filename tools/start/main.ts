import 'reflect-metadata';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { commandsAsRun, createLogger, parseEnv, type Env } from '#platform';
import { DataSource } from 'typeorm';
import { RoleAssignment } from '#people';
import { openLinks } from '../first-administrator/kept-links.js';
import { commandHere, linkLines } from '../first-administrator/link.rules.js';
import { EmbeddedProfile } from '../profile/embedded-profile.js';
import { markInstallation } from '../profile/installation.js';
import { launch, passedOn, untilAborted } from '../profile/launch.js';
import { isSipPortFree } from '../profile/sip-port.js';
import { withPeople } from '../first-administrator/first-module.js';

const ROOT = resolve(import.meta.dirname, '../../..');

const say = (line: string): void => void process.stderr.write(`${commandsAsRun(line, process.env, process.cwd())}\n`);
let running: EmbeddedProfile | undefined;

/** `npm start`: the bundled profile for real use, until it is told to end. Changes no account and brings nothing of its own along. */
async function main(signal: AbortSignal): Promise<void> {
  const dataDir = resolve(process.env['SHOUWEN_DATA_DIR'] || join(ROOT, '.data'));
  const port = Number(process.env['SHOUWEN_PORT'] || 3000);
  const env = { ...passedOn(), SHOUWEN_DATA_DIR: dataDir };
  const { logFiles: logLimits } = parseEnv({ ...env, SHOUWEN_DATABASE_URL: 'postgres://not-yet' });
  await mkdir(dataDir, { recursive: true, mode: 0o711 });
  const logger = createLogger('start', 'warn');
  say('starting the database');
  const profile = await EmbeddedProfile.prepare({ dataDir, port, root: ROOT, logger, env, logLimits, signal });
  running = profile;
  try {
    await markInstallation(dataDir);
    say('starting API and worker');
    await tellOfSipPort(profile);
    await profile.startTaking(signal);
    say(`Shouwen runs at ${profile.baseUrl}`);
    // A database that hangs does not answer this either; one that is busy just after the start does the second time.
    const tell = () => tellOfFirstAdministrators(profile);
    const telling = tell()
      .catch(tell)
      .catch((error: unknown) =>
        logger.warn({ err: error }, 'whether the first administrators have opened their accounts is not known'),
      );
    await Promise.race([telling, untilAborted(signal)]);
    await untilAborted(signal);
  } finally {
    say('stopping');
    await profile.stop();
  }
}

/** Another programme on it stops nothing else: calls are taken there as soon as it is gone. */
async function tellOfSipPort({ env }: EmbeddedProfile): Promise<void> {
  const { capture, sip } = parseEnv(env);
  if (capture.on && !(await isSipPortFree(sip.host, sip.port)))
    say(
      `Port ${sip.port} at ${sip.host} cannot be opened: until it can, no call is taken as it happens. End what has it, or choose another port with SHOUWEN_SIP_PORT; SHOUWEN_CAPTURE=off takes none.`,
    );
}

/** Links are shown on the terminal, and get into no log. */
async function tellOfFirstAdministrators({ env }: EmbeddedProfile): Promise<void> {
  const parsed = parseEnv(env);
  const state = await firstAdministratorsState(parsed);
  if (state === 'none')
    return say(
      `There are no accounts yet. In another window, in this folder, this makes the first one or two (put in your names) and prints how to open them:\n  ${commandHere(process.env, '--company-en "COMPANY" --time-zone Europe/Berlin --person "1,USER.NAME,NAME" --person "2,USER.NAME,NAME"')}`,
    );
  const open = await openLinks(parsed);
  if (open.links.length + open.next.length === 0) return;
  if (process.stdout.isTTY) return say(linkLines(open, process.env));
  say(
    `First administrators have not opened their accounts yet. This prints their links: ${commandHere(process.env, '--show')}`,
  );
}

launch(main, { onHangUp: () => running?.reopenLogs() });

/** Whether there is a person who lets others in. */
export function firstAdministratorsState(env: Env): Promise<'none' | 'made'> {
  return withPeople(env, async (app) =>
    (await app.get(DataSource).manager.existsBy(RoleAssignment, { role: 'administrator' })) ? 'made' : 'none',
  );
}
