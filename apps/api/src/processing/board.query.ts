import { Injectable } from '@nestjs/common';
import { type ProcessingBoard } from '#contracts';
import { type Asker } from '#people';
import { Clock, PresenceService } from '#platform';
import { CallsBoardQuery } from './calls-board.query.js';
import { InstallationParts } from './installation-parts.js';
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
    private readonly rest: BoardRest,
  ) {}

  async board(asker: Asker): Promise<ProcessingBoard> {
    const [oldestDue, stages, attention, jobs, storage, rest] = await Promise.all([
      this.work.oldestDue(),
      this.calls.stages(),
      this.calls.attention(asker),
      this.work.jobs(),
      this.storage.kinds(),
      this.rest.look(),
    ]);
    return { at: this.clock.now().toISOString(), oldestDue, stages, attention, jobs, storage, ...rest };
  }
}

/** Who works and what is stood on. */
@Injectable()
export class BoardRest {
  constructor(
    private readonly presence: PresenceService,
    private readonly parts: InstallationParts,
  ) {}

  async look(): Promise<Pick<ProcessingBoard, 'workers' | 'parts'>> {
    const [workers, parts] = await Promise.all([this.presence.list(), this.parts.look()]);
    return { workers, parts };
  }
}
