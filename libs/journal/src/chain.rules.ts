import { createHash } from 'node:crypto';

/** What an entry looks like to the chain: every column of `journal_entry`, in a fixed order. */
export interface ChainedEntry {
  id: string;
  event: string;
  at: Date;
  actorPersonId: string | null;
  callId: string | null;
  commitment: string;
}

/** The hash before the first entry. */
export const GENESIS = '0'.repeat(64);

const sha256 = (...parts: string[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};

/** JSON with sorted keys: the same value gives the same bytes wherever it was built. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, v]) => v !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${canonicalJson(v)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

/** Binds an entry to its details without telling them: erasing salt and details leaves the chain whole. */
export const commitTo = (salt: string, details: unknown): string => sha256(salt, '\n', canonicalJson(details));

/** The chain's hash after `entry` at `position`, given the hash before it. Moving, dropping or editing any entry changes every later one. */
export function nextChainHash(previous: string, position: bigint, entry: ChainedEntry): string {
  const { id, event, at, actorPersonId, callId, commitment } = entry;
  return sha256(
    canonicalJson([previous, position.toString(), id, event, at.toISOString(), actorPersonId, callId, commitment]),
  );
}

/** The bytes that a head's signature covers. */
export const headMessage = (position: bigint, chainHash: string, signedAt: Date): string =>
  canonicalJson({
    format: 'shouwen.journal-head/1',
    position: position.toString(),
    chainHash,
    signedAt: signedAt.toISOString(),
  });
