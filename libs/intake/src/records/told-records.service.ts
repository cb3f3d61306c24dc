import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { JournalService } from '#journal';
import { Clock, newId } from '#platform';

/**
 * Says in the journal what was taken of telephone systems: once a file that a person sent, and once a day what grew in a watched folder. It is
 * counted in the transaction that stores it, so that nothing that was taken stays unsaid, also where a process was killed.
 */
@Injectable()
export class ToldRecords {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /** In the transaction that stores them. */
  async count(tx: EntityManager, sourceId: string, taken: number, by: string | null): Promise<void> {
    await tx.query(
      `insert into untold_records as known (id, source_id, day, by_person_id, taken) values ($1, $2, $3, $4, $5)
       on conflict (source_id, day, by_person_id) do update set taken = known.taken + excluded.taken`,
      [newId(), sourceId, this.today(), by, taken],
    );
  }

  /** A person's file was taken, as far as it was. */
  async fileEnded(sourceId: string, by: string): Promise<void> {
    await this.tell('source_id = $1 and by_person_id = $2', [sourceId, by]);
  }

  /** Tells of the days that are over, and of files that no one told of since their process was killed. */
  async daysEnded(): Promise<void> {
    await this.tell('day < $1', [this.today()]);
  }

  private async tell(which: string, values: readonly unknown[]): Promise<void> {
    await this.source.transaction(async (tx) => {
      const [rows]: [Untold[]] = await tx.query(
        `delete from untold_records where ${which} returning source_id, day::text, by_person_id, taken::int`,
        [...values],
      );
      for (const { source_id: sourceId, day, by_person_id: actorPersonId, taken } of rows) {
        const details = { sourceId, taken, ...(actorPersonId === null && { day }) };
        await this.journal.append(tx, 'records.taken', details, { actorPersonId });
      }
    });
  }

  private today(): string {
    return this.clock.now().toISOString().slice(0, 10);
  }
}

interface Untold {
  source_id: string;
  day: string;
  by_person_id: string | null;
  taken: number;
}
