import { Injectable } from '@nestjs/common';
import { UpkeepService } from '#platform';
import { KeyCheck } from '#recordings';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** What the installation looks after by itself. Asked often and run when due: at most one worker does each at once. */
@Injectable()
export class Upkeep {
  constructor(
    private readonly runs: UpkeepService,
    private readonly keys: KeyCheck,
  ) {}

  schedules() {
    return [{ name: 'check-keys', everyMs: 10 * MINUTE, run: () => this.checkKeys() }];
  }

  /** @returns copies of keys that were repaired */
  private async checkKeys(): Promise<number> {
    const outcome = await this.runs.runDue('keys', DAY, () => this.keys.run());
    return Number(outcome?.result['repaired'] ?? 0);
  }
}
