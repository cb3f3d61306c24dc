import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureSigningKey } from '#journal';
import { LocalKeyring, nameBeside, nameOnce, writeSynced } from '#platform';

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

/** Whole or not at all: a launcher killed here must not leave an empty one, which the server would refuse. */
async function ensurePassword(path: string): Promise<string> {
  if (!existsSync(path)) {
    const partial = nameBeside(path, 'password', 'partial');
    await writeSynced(partial, randomBytes(24).toString('base64url'));
    await nameOnce(partial, path);
  }
  return readFile(path, 'utf8');
}
