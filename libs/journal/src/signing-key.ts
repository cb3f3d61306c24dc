import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { nameBeside, nameOnce, writeSynced } from '#platform';

/** Makes the Ed25519 key that signs journal heads, unless there is one. Its public half goes beside it, for verifiers. */
export async function ensureSigningKey(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  if (!existsSync(path)) {
    const { privateKey } = generateKeyPairSync('ed25519');
    const partial = nameBeside(path, 'journal', 'partial');
    await writeSynced(partial, String(privateKey.export({ type: 'pkcs8', format: 'pem' })));
    await nameOnce(partial, path);
  }
  if (existsSync(`${path}.pub`)) return;
  // Also after a set-up that was killed between the two.
  const publicKey = createPublicKey(await readFile(path));
  await writeFile(`${path}.pub`, publicKey.export({ type: 'spki', format: 'pem' }), { mode: 0o644 });
}

/** The public half, PEM, for those who check what was signed; null on a machine that does not hold it. */
export const publicHalf = (path: string): Promise<string | null> => readFile(`${path}.pub`, 'utf8').catch(() => null);

/** @throws when the file is missing, readable by others, or no Ed25519 key */
export async function loadSigningKey(path: string): Promise<KeyObject> {
  const { mode } = await stat(path).catch(() => {
    throw new Error(`There is no journal signing key at ${path}. Make one with the set-up command, or restore it.`);
  });
  if (mode & 0o077) throw new Error(`${path} can be read by other users of this machine. Run: chmod 600 ${path}`);
  const key = createPrivateKey(await readFile(path));
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`${path} holds no Ed25519 key.`);
  return key;
}
