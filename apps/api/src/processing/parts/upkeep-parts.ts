import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type ScheduleName, type ScheduleView } from '#contracts';
import { ENV, isUnhealthy, OBJECT_PLACES, type Env, type ObjectPlaces, type Probed, UpkeepService } from '#platform';
import { ObjectCopies } from '#recordings';
import { copyPart, integrityPart, keyCheckPart, type IntegrityFigures } from './upkeep-words.rules.js';
import { backupPart, drillPart } from './backup-words.rules.js';

/** The latest upkeep and its findings, each as a part of the Processing board. */
@Injectable()
export class UpkeepParts {
  constructor(
    private readonly source: DataSource,
    private readonly runs: UpkeepService,
    private readonly copies: ObjectCopies,
    @Inject(OBJECT_PLACES) private readonly places: ObjectPlaces,
    @Inject(ENV) private readonly env: Env,
  ) {}

  async look(
    schedules: readonly ScheduleView[],
  ): Promise<Record<'keyCheck' | 'integrity' | 'objectCopy' | 'backup' | 'restoreDrill', Probed>> {
    const [keys, integrity, backup, drill, goodBackup, figures, lag, copy] = await Promise.all([
      this.runs.last('keys'),
      this.runs.last('integrity'),
      this.runs.last('backup'),
      this.runs.last('drill'),
      this.runs.last('backup', true),
      this.figures(),
      this.copies.lag(),
      this.places.copy?.probe() ?? null,
    ]);
    const late = (name: ScheduleName) => schedules.some((one) => one.name === name && isUnhealthy(one));
    return {
      keyCheck: keyCheckPart(keys, late('check-keys')),
      integrity: integrityPart(integrity, figures, this.env.scrub, late('check-objects')),
      objectCopy: copyPart(lag, copy),
      backup: backupPart(backup, goodBackup, this.env, late('back-up-database')),
      restoreDrill: drillPart(drill, this.env.backup.drillEveryMs > 0, late('try-restoring')),
    };
  }

  private async figures(): Promise<IntegrityFigures> {
    const [row]: IntegrityFigures[] = await this.source.query(
      `select (select min(coalesce(checked_at, verified_at, created_at)) from stored_object) as "readSince",
         (select count(*)::int from stored_object where damaged_at is not null) as damaged,
         (select count(*)::int from journal_entry where event = 'object.repaired' and at > now() - interval '30 days') as repaired,
         (select extract(epoch from now() - min(coalesce(checked_at, verified_at, created_at)))::float8 from stored_object) as "unreadSeconds"`,
    );
    return row ?? { readSince: null, unreadSeconds: null, damaged: 0, repaired: 0 };
  }
}
