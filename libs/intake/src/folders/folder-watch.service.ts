import { Inject, Injectable } from '@nestjs/common';
import { DataSource, IsNull, Not } from 'typeorm';
import { type WatchedFolder } from '#contracts';
import { Clock, ENV, type Env } from '#platform';
import { TelephonySourceRow } from '#telephony';
import { ToldRecords } from '../records/told-records.service.js';
import { FolderLook } from './folder-look.service.js';
import { FolderLedger } from './folder-ledger.service.js';
import { groundsOf, rootOf } from './folder-root.js';
import { FolderWalk } from './folder-walk.js';
import { togetherBy } from './together.rules.js';

/** Looks into the folders of all sources that have one. */
@Injectable()
export class FolderWatch {
  private readonly walks = new Map<string, FolderWalk>();

  constructor(
    private readonly source: DataSource,
    private readonly look: FolderLook,
    private readonly ledger: FolderLedger,
    private readonly told: ToldRecords,
    private readonly clock: Clock,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** @returns how many files and records were taken. @throws the first failure, once every folder was looked into */
  async watch(): Promise<number> {
    await this.told.daysEnded();
    const watched = await this.source.manager.findBy(TelephonySourceRow, { endedAt: IsNull(), folder: Not(IsNull()) });
    let done = 0;
    const failures: unknown[] = [];
    for (const of of watched) {
      if (!of.folder) continue;
      try {
        done += await this.into(of, of.folder);
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
    return done;
  }

  private async into(of: TelephonySourceRow, folder: WatchedFolder): Promise<number> {
    const found = await rootOf(folder.path, groundsOf(this.env));
    if ('problem' in found) {
      await this.ledger.looked(of.id, found.problem, 0);
      return 0;
    }
    const key = `${of.id} ${found.root}`;
    const walk = this.walks.get(key) ?? new FolderWalk(togetherBy(of.reader));
    this.walks.set(key, walk);
    return this.look.into(of, folder, { root: found.root, walk, at: this.clock.now().getTime() });
  }
}
