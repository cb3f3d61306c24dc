import { HeadsFile, JournalService, setHeadsAside } from '#journal';
import { type Clock } from '#platform';
import { createDataSource } from '../data-source.js';
import { type SetUpOptions } from '../set-up.js';
import { type BackupStore } from './backup-store.js';
import { restoreBackup, type Restored } from './restore-backup.js';

export interface PutBackOptions {
  readonly store: BackupStore;
  readonly id: string;
  readonly target: SetUpOptions;
  readonly headsDir: string;
  readonly clock: Clock;
}

/**
 * Restores a backup to be worked with. Everybody has to sign in again, for an ended session must not come back to life. The journal says
 * what happened, and how far it was known to go before; heads that were signed after the backup are set aside, not removed: they prove what
 * is lost.
 *
 * @returns also where the heads were put, null when there were none
 */
export async function putBack(options: PutBackOptions): Promise<Restored & { headsSetAside: string | null }> {
  const { store, id, target, headsDir, clock } = options;
  const restored = await restoreBackup(store, id, target);
  const known = await new HeadsFile(headsDir).lastPosition();
  const source = await createDataSource({
    url: target.ownerUrl,
    applicationName: 'shouwen-restore',
    poolSize: 1,
  }).initialize();
  try {
    await source.transaction(async (tx) => {
      await tx.query('update session set ended_at = now(), address = null, browser = null where ended_at is null');
      await new JournalService(clock).append(tx, 'database.restored', {
        backupId: id,
        takenAt: restored.manifest.takenAt,
        position: restored.manifest.journal?.position ?? null,
        knownPosition: known === 0n ? null : known.toString(),
      });
    });
  } finally {
    await source.destroy();
  }
  const until = BigInt(restored.manifest.journal?.position ?? 0);
  return { ...restored, headsSetAside: await setHeadsAside(headsDir, until, `heads-before-restoring-${id}`) };
}
