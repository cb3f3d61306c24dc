import { Injectable } from '@nestjs/common';
import { type ProcessingBoard } from '#contracts';
import { type Asker } from '#people';
import { Clock } from '#platform';
import { CallsBoardQuery } from './calls-board.query.js';
import { InstallationQuery } from './installation.query.js';
import { StorageBoardQuery } from './storage-board.query.js';
import { WorkBoardQuery } from './work-board.query.js';

/** The processing board: how the installation is, as numbers and closed words. */
@Injectable()
export class BoardQuery {
  constructor(
    private readonly clock: Clock,
    private readonly calls: CallsBoardQuery,
    private readonly work: WorkBoardQuery,
    private readonly storage: StorageBoardQuery,
    private readonly installation: InstallationQuery,
  ) {}

  async board(asker: Asker): Promise<ProcessingBoard> {
    const [oldestDue, stages, attention, jobs, hearing, storage, installation] = await Promise.all([
      this.work.oldestDue(),
      this.calls.stages(),
      this.calls.attention(asker),
      this.work.jobs(),
      this.work.hearing(),
      this.storage.kinds(),
      this.installation.look(),
    ]);
    const work = { oldestDue, stages, attention, jobs, hearing, storage };
    return { at: this.clock.now().toISOString(), ...work, ...installation };
  }
}
