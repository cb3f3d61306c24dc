import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { giveUp, say, step } from './progress.mjs';

/**
 * Debian's and Ubuntu's packages, with something each brings along by which other systems are recognised as ready.
 *
 * @typedef {{name: string, command?: string, file?: string, runs?: string[]}} SystemPackage
 */

/** Decoding and sandboxing: what an installation cannot do without. @type {SystemPackage[]} */
export const runtimePackages = [
  { name: 'ffmpeg', command: 'ffmpeg' },
  { name: 'bubblewrap', command: 'bwrap' },
  { name: 'util-linux', command: 'prlimit' },
];

/** Those, and for tests a recogniser and voices that are as quick as they are plain. @type {SystemPackage[]} */
export const pipelinePackages = [
  ...runtimePackages,
  { name: 'pocketsphinx', command: 'pocketsphinx_continuous' },
  { name: 'pocketsphinx-en-us', file: '/usr/share/pocketsphinx/model/en-us/en-us/mdef' },
  { name: 'flite', command: 'flite' },
  { name: 'espeak-ng', command: 'espeak-ng' },
];

/** What Whisper runs in: a Python that can make a virtual environment of its own. @type {SystemPackage[]} */
export const pythonPackages = [{ name: 'python3-venv', runs: ['/usr/bin/python3', '-c', 'import ensurepip, venv'] }];

/**
 * A browser, and fonts for both of the product's scripts. Chromium without its own windows: a page takes half of the processor time.
 *
 * @type {SystemPackage[]}
 */
export const browserPackages = [
  { name: 'chromium-headless-shell', command: 'chromium-headless-shell' },
  { name: 'fonts-noto-cjk', file: '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc' },
  { name: 'fonts-noto-core', file: '/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf' },
];

/** What speech models come packed with: `npm run models` unpacks them. @type {SystemPackage[]} */
export const archivePackages = [
  { name: 'bzip2', command: 'bzip2' },
  { name: 'xz-utils', command: 'xz' },
];

/** What `npm run day` has loaded into every process: the clock that it moves. The one for programmes with threads. */
const TRIPLETS = { x64: 'x86_64-linux-gnu', arm64: 'aarch64-linux-gnu' };
export const clockLibrary = () => `/usr/lib/${TRIPLETS[process.arch] ?? process.arch}/faketime/libfaketimeMT.so.1`;

/** @type {SystemPackage[]} */
export const clockPackages = [{ name: 'libfaketime', file: clockLibrary() }];

/**
 * The servers of the production profile, for tests: Redis and Valkey (the tools' packages hold the servers' programmes and install no
 * service), Ceph's S3, and a stand-in for AWS KMS. @type {SystemPackage[]}
 */
export const serverPackages = [
  { name: 'redis-tools', command: 'redis-check-rdb' },
  { name: 'valkey-tools', command: 'valkey-check-rdb' },
  { name: 'ceph-mon', command: 'ceph-mon' },
  { name: 'ceph-osd', command: 'ceph-osd' },
  { name: 'ceph-common', command: 'radosgw-admin' },
  { name: 'radosgw', command: 'radosgw' },
  { name: 'curl', command: 'curl' },
  { name: 'python3-moto', file: '/usr/lib/python3/dist-packages/moto/server.py' },
  { name: 'python3-flask-cors', file: '/usr/lib/python3/dist-packages/flask_cors/__init__.py' },
];

/**
 * What speaks TLS for SIPp, in the tests of live capture. The telephones, proxy and recording clients of those are not part of the project:
 * where what starts them is, it installs them.
 *
 * @type {SystemPackage[]}
 */
export const relayPackages = [{ name: 'stunnel4', command: 'stunnel4' }];

/** All that the tests need. @type {SystemPackage[]} */
export const testPackages = [
  ...pipelinePackages,
  ...archivePackages,
  ...browserPackages,
  ...clockPackages,
  ...serverPackages,
  ...relayPackages,
];

/**
 * Installs what is missing with apt, as root or where sudo asks for no password. Otherwise says exactly what to install, and ends the command.
 *
 * @param {SystemPackage[]} wanted
 */
export function ensureSystemPackages(wanted) {
  const missing = missingOf(wanted);
  if (missing.length === 0) return;
  const { update, install } = commandsFor(missing);
  run('Reading the package lists', update);
  run(`Installing ${missing.join(' ')}`, install);
}

/**
 * The same beside what follows, which needs none of it yet: the download of one waits while the other uses the processor.
 *
 * @param {SystemPackage[]} wanted
 * @param {SystemPackage[]} welcome installed in the same breath; no password is asked for if only they are missing
 * @returns {() => Promise<void>} waits for its end; ends the command where it failed
 */
export function ensureSystemPackagesMeanwhile(wanted, welcome = []) {
  const missing = missingOf(wanted);
  if (missing.length === 0) return async () => trySystemPackages(welcome);
  const names = [...missing, ...missingOf(welcome)];
  const { update, install } = commandsFor(names, missing);
  say(`Installing ${names.join(' ')} meanwhile`);
  const folder = mkdtempSync(join(tmpdir(), 'shouwen-apt-'));
  const printed = join(folder, 'apt.log');
  // Into a file: this process is busy with other steps, and reads no pipe.
  const output = openSync(printed, 'w');
  const words = `${asRoot(update).join(' ')} && ${asRoot(install).join(' ')}`;
  const child = spawn('sh', ['-c', words], { stdio: ['ignore', output, output] });
  const ended = new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', resolve);
  });
  return async () => {
    const status = await ended;
    const said = readFileSync(printed, 'utf8');
    rmSync(folder, { recursive: true });
    if (status !== 0) giveUp(`Installing ${names.join(' ')} failed\n${said}\n$ ${words}`);
  };
}

const missingOf = (packages) => packages.filter((item) => !isPresent(item)).map(({ name }) => name);

/** How apt is asked for packages; ends the command, with what a person has to do, where it cannot be asked. */
function commandsFor(names, needed = names) {
  const install = ['apt-get', 'install', '-y', '--no-install-recommends'];
  if (!onPath('apt-get'))
    giveUp(`Please install these programmes (Debian's package names), then try again:\n  ${needed.join(' ')}`);
  const become = privilege();
  if (!become)
    giveUp(
      `Please install what is missing, then try again:\n  sudo apt-get update && sudo ${[...install, ...needed].join(' ')}`,
    );
  return { update: [...become, 'apt-get', 'update', '-qq'], install: [...become, ...install, ...names] };
}

/**
 * The same for what can be done without: where it cannot be installed, nothing is said and nothing ends.
 *
 * @param {SystemPackage[]} wanted
 */
export function trySystemPackages(wanted) {
  const missing = missingOf(wanted);
  const become = privilege();
  if (missing.length === 0 || !onPath('apt-get') || !become) return;
  say(`Installing ${missing.join(' ')}`);
  for (const words of [
    ['update', '-qq'],
    ['install', '-y', '--no-install-recommends', ...missing],
  ]) {
    const [command, ...args] = asRoot([...become, 'apt-get', ...words]);
    spawnSync(command, args, { stdio: 'ignore' });
  }
}

function isPresent({ command, file, runs }) {
  if (runs) return spawnSync(runs[0], runs.slice(1), { stdio: 'ignore' }).status === 0;
  return command ? onPath(command) : isReadable(file);
}

function onPath(command) {
  // A user's PATH often lacks sbin, where some distributions keep what we look for.
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/sbin'];
  return folders.some((folder) => isReadable(join(folder, command), constants.X_OK));
}

function isReadable(path, mode = constants.R_OK) {
  try {
    accessSync(path, mode);
    return true;
  } catch {
    return false;
  }
}

/** @returns {string[] | undefined} words to put before a command so that it runs as root */
function privilege() {
  if (process.getuid?.() === 0) return [];
  const passwordless = onPath('sudo') && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0;
  return passwordless ? ['sudo', '-n'] : undefined;
}

function run(what, words) {
  const [command, ...args] = asRoot(words);
  step(what, command, args);
}

// Through `env`, because sudo drops the variables of its caller; a lock held by a machine's own updates is waited for.
function asRoot([...words]) {
  const apt = words.indexOf('apt-get');
  words.splice(apt, 1, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-o', 'DPkg::Lock::Timeout=300');
  return words;
}
