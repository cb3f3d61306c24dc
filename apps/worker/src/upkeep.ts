import { Injectable } from '@nestjs/common';
import { Backups } from '#database';
import { NOT_YET, UpkeepService, type UpkeepKind, type UpkeepOutcome } from '#platform';
import { KeyCheck, ObjectCheck } from '#recordings';

/** What the installation looks after on its own. While a person runs the same by hand, it waits. */
@Injectable()
export class Upkeep {
  constructor(
    private readonly runs: UpkeepService,
    private readonly keys: KeyCheck,
    private readonly objects: ObjectCheck,
    private readonly backups: Backups,
  ) {}

  /** @returns objects that were read */
  checkObjects(): Promise<number | typeof NOT_YET> {
    return this.run('integrity', () => this.objects.run(), 'checked');
  }

  backUp(): Promise<number | typeof NOT_YET> {
    return this.run('backup', () => this.backups.take());
  }

  /** Only what there is can be tried. */
  async tryRestoring(): Promise<number | typeof NOT_YET> {
    if ((await this.runs.last('backup', true)) === null) return NOT_YET;
    return this.run('drill', () => this.backups.drill());
  }

  /** @returns copies of keys that were repaired */
  checkKeys(): Promise<number | typeof NOT_YET> {
    return this.run('keys', () => this.keys.run(), 'repaired');
  }

  private async run(
    kind: UpkeepKind,
    work: () => Promise<UpkeepOutcome>,
    count?: string,
  ): Promise<number | typeof NOT_YET> {
    const outcome = await this.runs.runNow(kind, work);
    if (outcome === null) return NOT_YET;
    return count === undefined ? 1 : Number(outcome.result[count] ?? 0);
  }
}
