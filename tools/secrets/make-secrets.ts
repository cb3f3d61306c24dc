import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, readdir, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ensureSigningKey } from '#journal';
import { KEY_MARKER, LocalKeyring, markKeyDirectories, type Env } from '#platform';

/** There are recording keys, and what wrapped them is not here: a new keyring would open none of them. */
export class KeyringLost extends Error {
  constructor(keyringFile: string, keyDir: string) {
    super(
      `${keyDir} 中已有录音密钥，而密钥环 ${keyringFile} 不存在。请从备份恢复；新建的密钥环打不开任何已有录音。\n` +
        `There are recording keys in ${keyDir}, while the keyring ${keyringFile} is missing. Restore it from its backup: a new one opens none of them.`,
    );
  }
}

/**
 * Makes what an installation of one's own needs besides its services: the keyring (unless KMS is used), the key that signs the journal's
 * heads, and the two key directories. What is there stays as it is.
 *
 * @returns the paths that exist now
 * @throws KeyringLost
 */
export async function makeSecrets(env: Env): Promise<string[]> {
  const { kms, keyringFile, keyDir, keyCopyDir, journalKeyFile } = env;
  const former = join(env.dataDir, 'secrets/journal-ed25519.pem');
  const isNew = !existsSync(journalKeyFile) && !existsSync(former);
  if (!kms && !existsSync(keyringFile)) {
    for (const directory of [keyDir, keyCopyDir]) {
      const shards = await readdir(directory).catch(() => []);
      if (shards.some((name) => name !== KEY_MARKER)) throw new KeyringLost(keyringFile, directory);
    }
  }
  for (const directory of [keyDir, keyCopyDir]) {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    await chmod(directory, 0o700);
  }
  if (!kms) await LocalKeyring.create(keyringFile);
  // Later starts mark nothing: a folder without its mark is that of a disk which is not mounted.
  if (isNew) await markKeyDirectories({ first: keyDir, second: keyCopyDir }, new Date());
  await takeOverSigningKey(former, journalKeyFile);
  await ensureSigningKey(journalKeyFile);
  return [...(kms ? [] : [keyringFile]), journalKeyFile, `${journalKeyFile}.pub`, keyDir, keyCopyDir];
}

/** A signing key that lay with the keyring moves to the place of its own, where the API does not reach. What it signed stays verifiable. */
async function takeOverSigningKey(former: string, path: string): Promise<void> {
  if (former === path || existsSync(path) || !existsSync(former)) return;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  // The public half first: a key that is there counts as moved.
  for (const ending of ['.pub', '']) if (existsSync(former + ending)) await copyFile(former + ending, path + ending);
  for (const ending of ['', '.pub']) if (existsSync(former + ending)) await unlink(former + ending);
}
