import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DataSource, IsNull } from 'typeorm';
import { Account, Invitation, codeMatches, type InvitationGiven } from '#people';
import { type Language } from '#contracts';
import { type Env } from '#platform';
import { withPeople } from './first-module.js';
import { linkOf, type FirstLink } from './link.rules.js';

/** Beside the keyring, for the user of the product alone; it goes with the last link that is used. */
const fileOf = ({ dataDir }: Pick<Env, 'dataDir'>): string => join(dataDir, 'secrets/first-administrators.json');

interface Kept {
  username: string;
  code: string;
}

/** Keeps codes until they are used, so that clearing the terminal locks no one out. A newer one for the same account takes its place. */
export async function keepLinks(env: Env, given: readonly InvitationGiven[]): Promise<void> {
  const newer = new Set(given.map(({ username }) => username));
  const kept = (await read(env)).filter(({ username }) => !newer.has(username));
  await write(env, [...kept, ...given.map(({ username, code }) => ({ username, code }))]);
}

/** Those that still open an account; the others are forgotten. */
export async function openLinks(env: Env): Promise<FirstLink[]> {
  const kept = await read(env);
  if (kept.length === 0) return [];
  const open = await withPeople(env, (app) => {
    const source = app.get(DataSource);
    return Promise.all(kept.map((one) => openInvitation(source, one)));
  });
  const still = kept.filter((_one, i) => open[i]);
  if (still.length < kept.length) await write(env, still);
  return still.map((one) => ({
    username: one.username,
    link: linkOf(env.publicUrl, { ...one, language: open[kept.indexOf(one)]!.language }),
    expiresAt: open[kept.indexOf(one)]!.expiresAt,
  }));
}

async function openInvitation(
  { manager }: DataSource,
  { username, code }: Kept,
): Promise<{ expiresAt: Date; language: Language } | null> {
  const account = await manager.findOneBy(Account, { username });
  if (!account) return null;
  const invitation = await manager.findOneBy(Invitation, {
    accountId: account.id,
    usedAt: IsNull(),
    revokedAt: IsNull(),
  });
  const fits = invitation && codeMatches(invitation.codeHash, code);
  return fits ? { expiresAt: invitation.expiresAt, language: account.language } : null;
}

async function read(env: Env): Promise<Kept[]> {
  const text = await readFile(fileOf(env), 'utf8').catch(() => '[]');
  return JSON.parse(text) as Kept[];
}

async function write(env: Env, kept: readonly Kept[]): Promise<void> {
  if (kept.length === 0) return rm(fileOf(env), { force: true });
  await mkdir(dirname(fileOf(env)), { recursive: true, mode: 0o700 });
  await writeFile(fileOf(env), JSON.stringify(kept), { mode: 0o600 });
}
