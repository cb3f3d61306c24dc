import { Inject, Injectable } from '@nestjs/common';
import { Backups } from '#database';
import { ENV, UpkeepService, type Env } from '#platform';
import { KeyCheck, ObjectCheck, ObjectCopies } from '#recordings';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** What the installation looks after by itself. Asked often and run when due: at most one worker does each at once. */
@Injectable()
export class Upkeep {
  constructor(
    private readonly runs: UpkeepService,
    private readonly keys: KeyCheck,
    private readonly objects: ObjectCheck,
    private readonly copies: ObjectCopies,
    private readonly backups: Backups,
    @Inject(ENV) private readonly env: Env,
  ) {}

  schedules() {
    return [
      { name: 'copy-objects', everyMs: 5 * SECOND, run: oneAtATime(() => this.copies.copyDue()) },
      { name: 'check-objects', everyMs: 5 * MINUTE, run: () => this.checkObjects() },
      { name: 'back-up-database', everyMs: 5 * MINUTE, run: () => this.backUp() },
      { name: 'try-restoring', everyMs: 15 * MINUTE, run: () => this.tryRestoring() },
      { name: 'check-keys', everyMs: 10 * MINUTE, run: () => this.checkKeys() },
    ];
  }

  /** @returns objects that were read */
  private async checkObjects(): Promise<number> {
    if (this.env.scrub.runMs === 0) return 0;
    const outcome = await this.runs.runDue('integrity', HOUR, () => this.objects.run());
    return Number(outcome?.result['checked'] ?? 0);
  }

  private async backUp(): Promise<number> {
    const { everyMs } = this.env.backup;
    return everyMs > 0 && (await this.runs.runDue('backup', everyMs, () => this.backups.take())) ? 1 : 0;
  }

  /** Only what there is can be tried. */
  private async tryRestoring(): Promise<number> {
    const { drillEveryMs } = this.env.backup;
    if (drillEveryMs === 0 || (await this.runs.last('backup', true)) === null) return 0;
    return (await this.runs.runDue('drill', drillEveryMs, () => this.backups.drill())) ? 1 : 0;
  }

  /** @returns copies of keys that were repaired */
  private async checkKeys(): Promise<number> {
    const outcome = await this.runs.runDue('keys', 24 * HOUR, () => this.keys.run());
    return Number(outcome?.result['repaired'] ?? 0);
  }
}

/** A run that takes longer than its period is not overtaken by the next. */
function oneAtATime(run: () => Promise<number>): () => Promise<number> {
  let running = false;
  return async () => {
    if (running) return 0;
    running = true;
    try {
      return await run();
    } finally {
      running = false;
    }
  };
}
