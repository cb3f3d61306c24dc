import { Injectable } from '@nestjs/common';
import { type ProcessingBoard } from '#contracts';
import { type Asker } from '#people';
import { Clock, TALLIES, PresenceService, readSchedules } from '#platform';
import { CallsBoardQuery } from './calls-board.query.js';
import { WorkBoardQuery } from './work-board.query.js';
import { DataSource } from 'typeorm';
import { InstallationParts } from './installation-parts.js';

/** Who works, and what the product runs on. */
@Injectable()
class InstallationQuery {
  constructor(
    private readonly source: DataSource,
    private readonly presence: PresenceService,
    private readonly parts: InstallationParts,
  ) {}

  async look(): Promise<Pick<ProcessingBoard, 'workers' | 'schedules' | 'parts'>> {
    const [workers, schedules] = await Promise.all([this.presence.list(), readSchedules(this.source)]);
    return { workers, schedules, parts: await this.parts.look(schedules) };
  }
}

/** What is stored, by kind of object: the bytes of the plaintext; sealing adds a header, and a tag for every 64 KiB. */
@Injectable()
class StorageBoardQuery {
  constructor(private readonly source: DataSource) {}

  kinds(): Promise<ProcessingBoard['storage']> {
    return this.source.query(
      `select key as kind, sum(n)::int as objects, sum(bytes)::float8 as bytes from ${TALLIES}
       where of = 'object' group by key having sum(n) > 0 order by bytes desc`,
    );
  }
}

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
