import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, ENV, OBJECT_PLACES, type Env, type ObjectPlaces, type Probed, UpkeepService } from '#platform';
import { ObjectCopies } from '#recordings';
import { copyPart, integrityPart, keyCheckPart, type IntegrityFigures } from './upkeep-words.rules.js';
import { backupPart, drillPart } from './backup-words.rules.js';

/** What the installation looked after lately, and what it found: each as a part of what the product stands on. */
@Injectable()
export class UpkeepParts {
  constructor(
    private readonly source: DataSource,
    private readonly runs: UpkeepService,
    private readonly copies: ObjectCopies,
    @Inject(OBJECT_PLACES) private readonly places: ObjectPlaces,
    @Inject(ENV) private readonly env: Env,
    private readonly clock: Clock,
  ) {}

  async look(): Promise<Record<'keyCheck' | 'integrity' | 'objectCopy' | 'backup' | 'restoreDrill', Probed>> {
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
    return {
      keyCheck: keyCheckPart(keys),
      integrity: integrityPart(integrity, figures, this.env.scrub.runMs > 0),
      objectCopy: copyPart(lag, copy),
      backup: backupPart(backup, goodBackup, this.env, this.clock.now()),
      restoreDrill: drillPart(drill),
    };
  }

  private async figures(): Promise<IntegrityFigures> {
    const [row]: IntegrityFigures[] = await this.source.query(
      `select (select min(coalesce(checked_at, verified_at, created_at)) from stored_object) as "readSince",
         (select count(*)::int from stored_object where damaged_at is not null) as damaged,
         (select count(*)::int from journal_entry where event = 'object.repaired' and at > now() - interval '30 days') as repaired`,
    );
    return row ?? { readSince: null, damaged: 0, repaired: 0 };
  }
}
