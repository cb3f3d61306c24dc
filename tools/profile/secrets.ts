import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureSigningKey } from '#journal';
import { LocalKeyring } from '#platform';

/** The installation's own secrets, made once at random and readable by its user only. */
export interface Secrets {
  ownerPassword: string;
  runtimePassword: string;
}

export async function ensureSecrets(dataDir: string): Promise<Secrets> {
  const dir = join(dataDir, 'secrets');
  await mkdir(dir, { recursive: true, mode: 0o700 });
  await LocalKeyring.create(join(dir, 'keyring.json'));
  await ensureSigningKey(join(dir, 'journal-ed25519.pem'));
  return {
    ownerPassword: await ensurePassword(join(dir, 'database-owner.password')),
    runtimePassword: await ensurePassword(join(dir, 'database-runtime.password')),
  };
}

async function ensurePassword(path: string): Promise<string> {
  try {
    await writeFile(path, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFile(path, 'utf8');
}
