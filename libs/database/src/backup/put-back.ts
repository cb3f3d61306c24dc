import { HeadsFile, type JournalLine, JournalService, setHeadsAside } from '#journal';
import { type Clock } from '#platform';
import { createDataSource } from '../data-source.js';
import { endLostRights, type LostRights } from './end-lost-rights.js';
import { type SetUpOptions } from '../set-up.js';
import { type BackupStore } from './backup-store.js';
import { endRights, type EndedRights } from './end-rights.js';
import { decisionsSince } from './since-backup.js';
import { restoreBackup, type Restored } from './restore-backup.js';

export interface PutBackOptions {
  readonly store: BackupStore;
  readonly id: string;
  readonly target: SetUpOptions;
  readonly headsDir: string;
  readonly clock: Clock;
  /** The journal as it was last exported: rights that it says were ended since the backup are ended again. */
  readonly journal?: (() => AsyncIterable<JournalLine>) | undefined;
}

export type PutBack = Restored & { headsSetAside: string | null; ended: EndedRights; lost: LostRights | null };

/** As after a clock that jumped, for the same reason: what is due by this database may be held by the one that is lost. */
const STOP_RETENTION = `
  insert into retention_clock (id, seen_at, stopped_at, jumped, jumped_seconds)
  values (1, now(), now(), 'restored', greatest(0, extract(epoch from now() - $1::timestamptz))::int)
  on conflict (id) do update set stopped_at = now(), jumped = 'restored', jumped_seconds = excluded.jumped_seconds,
    restart_asked_by_person_id = null, restart_asked_at = null`;

/**
 * Restores a backup to be worked with. Nothing is destroyed until two people have looked, because holds placed after the backup are not in it. Rights that may have been used or taken back since then end, and everyone has to sign in again. The journal says what happened, and how far it was known to go before; heads that were signed after the backup are set aside, not removed: they prove what
 * is lost.
 *
 * @returns also where the heads were put, null when there were none
 */
export async function putBack(options: PutBackOptions): Promise<PutBack> {
  const { store, id, target, headsDir, clock, journal: exported } = options;
  // One that cannot be read to its end stops everything while nothing has happened yet.
  if (exported) for await (const line of exported()) if (!line) break;
  const restored = await restoreBackup(store, id, target);
  const known = await new HeadsFile(headsDir).lastPosition();
  const source = await createDataSource({
    url: target.ownerUrl,
    applicationName: 'shouwen-restore',
    poolSize: 1,
  }).initialize();
  let done: { ended: EndedRights; lost: LostRights | null };
  try {
    done = await source.transaction(async (tx) => {
      const journal = new JournalService(clock);
      const rights = await endRights(tx);
      const after = BigInt(restored.manifest.journal?.position ?? 0);
      const lost = exported ? await endLostRights(tx, journal, decisionsSince(exported(), after)) : null;
      await tx.query(STOP_RETENTION, [restored.manifest.takenAt]);
      await journal.append(tx, 'database.restored', {
        backupId: id,
        takenAt: restored.manifest.takenAt,
        position: restored.manifest.journal?.position ?? null,
        knownPosition: known === 0n ? null : known.toString(),
        ended: { tokens: rights.tokens, invitations: rights.invitations, grants: rights.grants, ...lost },
      });
      return { ended: rights, lost };
    });
  } finally {
    await source.destroy();
  }
  const until = BigInt(restored.manifest.journal?.position ?? 0);
  return { ...restored, ...done, headsSetAside: await setHeadsAside(headsDir, until, `heads-before-restoring-${id}`) };
}
