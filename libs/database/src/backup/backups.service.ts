import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { JournalService } from '#journal';
import {
  BACKUP_PLACE,
  ENV,
  KEY_PROVIDER,
  type Env,
  type KeyProvider,
  type ObjectStore,
  type UpkeepOutcome,
} from '#platform';
import { BackupStore } from './backup-store.js';
import { BackupUnusable } from './manifest.rules.js';
import { restoreDrill } from './restore-drill.js';
import { takeBackup } from './take-backup.js';

/** Backups of the database: taken, kept so many, and tried out. */
@Injectable()
export class Backups {
  readonly store: BackupStore;

  constructor(
    @Inject(BACKUP_PLACE) place: ObjectStore,
    @Inject(KEY_PROVIDER) keys: KeyProvider,
    @Inject(ENV) private readonly env: Env,
    private readonly source: DataSource,
    private readonly journal: JournalService,
  ) {
    this.store = new BackupStore(place, keys);
  }

  /** Takes one, and removes what is more than should be kept and what killed processes left of earlier ones. */
  async take(): Promise<UpkeepOutcome> {
    // At most one backup runs at once, so these files are not being written.
    for (const id of (await this.store.list()).begun) await this.store.remove(id);
    const { id, takenAt, tookMs, tables, journal } = await takeBackup(this.env.databaseUrl, this.store);
    const [rows, bytes] = [sum(tables.map((table) => table.rows)), sum(tables.map((table) => table.plainBytes))];
    const position = journal?.position ?? null;
    await this.source.transaction((tx) =>
      this.journal.append(tx, 'database.backed_up', { backupId: id, rows, position }),
    );
    const { whole } = await this.store.list();
    for (const old of whole.slice(this.env.backup.keep)) await this.store.remove(old);
    const kept = Math.min(whole.length, this.env.backup.keep);
    return { ok: true, result: { backupId: id, takenAt, tookMs, tables: tables.length, rows, bytes, position, kept } };
  }

  /** Restores the newest backup into a scratch server, and compares. @throws BackupUnusable */
  async drill(): Promise<UpkeepOutcome> {
    const [newest] = (await this.store.list()).whole;
    if (newest === undefined) throw new BackupUnusable('还没有备份。', 'There is no backup yet.');
    const { manifest, rows, tookMs } = await restoreDrill(this.store, newest, this.env.dataDir);
    const position = manifest.journal?.position ?? null;
    await this.source.transaction((tx) =>
      this.journal.append(tx, 'database.restore_tried', { backupId: newest, rows, position, tookMs }),
    );
    const { id: backupId, takenAt, tables } = manifest;
    return { ok: true, result: { backupId, takenAt, tables: tables.length, rows, position, tookMs } };
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
