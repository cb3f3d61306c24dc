import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DataSource, IsNull } from 'typeorm';
import { Account, Invitation, codeMatches, type InvitationGiven } from '#people';
import { type Language } from '#contracts';
import { type Env } from '#platform';
import { withPeople } from './first-module.js';
import { awaited } from './make-first-administrators.js';
import { linkOf, type FirstLink } from './link.rules.js';

/** Beside the keyring, for the user of the product alone; it goes with the last link that is used. */
const fileOf = ({ dataDir }: Pick<Env, 'dataDir'>): string => join(dataDir, 'secrets/first-administrators.json');

interface Kept {
  username: string;
  code: string;
}

/** Keeps a code until it is used, so that clearing the terminal locks no one out. A newer one for the same account takes its place. */
export async function keepLink(env: Env, { username, code }: InvitationGiven): Promise<void> {
  const kept = (await read(env)).filter((one) => one.username !== username);
  await write(env, [...kept, { username, code }]);
}

/** Links that still open an account; the others are forgotten. `next`: user names of first administrators who wait for theirs. */
export async function openLinks(env: Env): Promise<{ links: FirstLink[]; next: string[] }> {
  const kept = await read(env);
  const [open, waiting] = await withPeople(env, async (app) => {
    const source = app.get(DataSource);
    return [await Promise.all(kept.map((one) => openInvitation(source, one))), await awaited(source.manager)] as const;
  });
  const still = kept.filter((_one, i) => open[i]);
  if (still.length < kept.length) await write(env, still);
  const links = still.map((one) => ({
    username: one.username,
    link: linkOf(env.publicUrl, { ...one, language: open[kept.indexOf(one)]!.language }),
    expiresAt: open[kept.indexOf(one)]!.expiresAt,
  }));
  const shown = new Set(links.map(({ username }) => username));
  return { links, next: waiting.map(({ username }) => username).filter((username) => !shown.has(username)) };
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
