import { readFile, mkdir, open } from 'node:fs/promises';
import { join, dirname } from 'node:path';
import {
  LocalKeyring,
  lockByPassphrase,
  lockByShares,
  openKeyBackup,
  sealKeyBackup,
  unlockByPassphrase,
  unlockByShares,
  type Env,
  type KeyBackupFiles,
} from '#platform';
import { loadSigningKey } from '#journal';
import { KeysRefused } from './custody.js';

/** Writes a file that did not exist, for its owner alone, durably. */
async function putFile(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

type Places = Pick<Env, 'kms' | 'keyringFile' | 'journalKeyFile'>;
export type Lock = { passphraseFile: string } | { needed: number; of: number; sharesDir: string };
export type Opener = { passphraseFile: string } | { shareFiles: readonly string[] };

/**
 * Seals keyring and signing key into one file, for the safe. Shares go to files of their own, to be handed to their keepers and removed.
 * @returns the files that were written
 */
export async function backUpKeys(env: Places, lock: Lock, out: string, now: Date): Promise<string[]> {
  const files: KeyBackupFiles = { journalKey: await readFile(env.journalKeyFile, 'utf8') };
  if (!env.kms) {
    // Opened first: a keyring that cannot be used is not worth keeping.
    await LocalKeyring.open(env.keyringFile);
    files.keyring = await readFile(env.keyringFile, 'utf8');
  }
  if ('passphraseFile' in lock) {
    const locked = await lockByPassphrase(await wordsIn(lock.passphraseFile));
    await putFile(out, await sealKeyBackup(files, locked, now));
    return [out];
  }
  const { shares, ...locked } = await lockByShares(lock.needed, lock.of);
  const paths = shares.map((_, index) => join(lock.sharesDir, `share-${index + 1}-of-${shares.length}.txt`));
  await putFile(out, await sealKeyBackup(files, locked, now));
  for (const [index, path] of paths.entries()) await putFile(path, `${shares[index]}\n`);
  return [out, ...paths];
}

/**
 * Puts keyring and signing key back where the settings say. What is there already and is the same stays; another one is never replaced.
 * @returns the files that were put back
 * @throws KeysRefused | SealedBackupUnusable
 */
export async function restoreKeys(env: Places, opener: Opener, from: string): Promise<string[]> {
  const unlock =
    'passphraseFile' in opener
      ? unlockByPassphrase(await wordsIn(opener.passphraseFile))
      : unlockByShares(await Promise.all(opener.shareFiles.map((path) => readFile(path, 'utf8'))));
  const { keyring, journalKey } = await openKeyBackup(await readFile(from, 'utf8'), unlock);
  const wanted = [
    ...(keyring === undefined ? [] : [[env.keyringFile, keyring] as const]),
    ...(journalKey === undefined ? [] : [[env.journalKeyFile, journalKey] as const]),
  ];
  const missing = [];
  for (const [path, text] of wanted) {
    const there = await readFile(path, 'utf8').catch(() => null);
    if (there === null) missing.push([path, text] as const);
    else if (there !== text) throw inTheWay(path);
  }
  for (const [path, text] of missing) await putFile(path, text);
  // Seen to work before people rely on it.
  if (keyring !== undefined) await LocalKeyring.open(env.keyringFile);
  if (journalKey !== undefined) await loadSigningKey(env.journalKeyFile);
  return missing.map(([path]) => path);
}

/** Without the line end that editors add. */
const wordsIn = async (path: string): Promise<string> => (await readFile(path, 'utf8')).replace(/\r?\n$/, '');

const inTheWay = (path: string) =>
  new KeysRefused(
    `${path} 已存在，而且与备份不同。恢复不会覆盖它；确认不再需要后先移走。`,
    `${path} exists and differs from the backup. Nothing is replaced; move it away once you are sure that it is not needed.`,
  );
