import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type EmbeddedProfile } from '../profile/embedded-profile.js';
import { type LegalWork, workOnLegal } from './legal-work.js';
import { type PackedCall, takeCalls } from './packed-calls.js';
import { type PeopleWork, workOnAccounts } from './people-work.js';
import { type QualityWork, workOnQuality } from './quality-work.js';
import { found, Seats } from './seats.js';

/** What the archive holds, for the test that starts a later release on it. */
export interface Lived {
  password: string;
  /** `destroyed`: its sound and words are gone. */
  calls: (Omit<PackedCall, 'part' | 'legId'> & { part?: PackedCall['part']; legId?: string; held: boolean })[];
  /** What people did with them, and when it was packed: it is read as of then. Archives before v0.4 hold none of it. */
  kept?: { at: string; quality: QualityWork; legal: LegalWork; people: PeopleWork };
}

/** A morning in a small company: calls whose words came with them, and what quality, legal and people did; heads of the journal outside. */
export async function liveALittle(profile: EmbeddedProfile, password: string): Promise<Lived> {
  const seats = new Seats(profile.baseUrl, password);
  const calls = await takeCalls(seats);
  const quality = await workOnQuality(seats, calls);
  const legal = await workOnLegal(seats, calls);
  const people = await workOnAccounts(seats);
  await headsWritten(profile);
  const packed = Object.values(calls).map((call) => ({ ...call, held: call.part === 'held' }));
  return { password, calls: packed, kept: { at: new Date().toISOString(), quality, legal, people } };
}

/** Heads are signed and written outside the database a moment after their entries. */
async function headsWritten({ env }: EmbeddedProfile): Promise<void> {
  const file = join(env.SHOUWEN_DATA_DIR, 'journal-heads/heads.jsonl');
  await found(file, async () => {
    const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n');
    return lines.length > 3 ? lines : undefined;
  });
}
