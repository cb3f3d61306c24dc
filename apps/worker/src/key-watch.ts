import { Inject, Injectable } from '@nestjs/common';
import { KEY_SUBJECTS } from '#contracts';
import { Alarms } from '#notifications';
import { FileKeyStore, KEY_STORE, markerTrouble } from '#platform';
import { KeyDoubts } from '#recordings';

/** Tells administrators once of key directories that are not this installation's, and of a tombstone without an order. */
@Injectable()
export class KeyWatch {
  constructor(
    private readonly alarms: Alarms,
    private readonly doubts: KeyDoubts,
    @Inject(KEY_STORE) private readonly keys: FileKeyStore,
  ) {}

  /** Reads the two marks and the open doubts; the keys themselves are the daily check's. @returns how many alarms were raised or taken back */
  async watch(): Promise<number> {
    const trouble = await markerTrouble(this.keys.paths);
    const doubtful = await this.doubts.isAnyOpen();
    return this.alarms.set([
      { subject: KEY_SUBJECTS.directories, kind: trouble && 'keys_unmarked', code: trouble?.code ?? null },
      { subject: KEY_SUBJECTS.store, kind: doubtful ? 'keys_doubtful' : null, code: doubtful ? 'key_doubtful' : null },
    ]);
  }
}
