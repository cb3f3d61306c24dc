import { Injectable } from '@nestjs/common';
import { DataSource, Column, Entity, PrimaryColumn } from 'typeorm';
import { JournalService } from '#journal';
import { Clock, newId } from '#platform';
import { openTeam } from '../teams/teams.service.js';

/** The team that answers for a queue: a caller who never reached a person is in its reach. */
@Entity('queue_team')
export class QueueTeam {
  /** By the name that telephone systems give it. */
  @PrimaryColumn('text')
  queue!: string;

  @Column('uuid')
  teamId!: string;

  @Column('uuid')
  setByPersonId!: string;

  @Column('timestamptz')
  setAt!: Date;
}

/** Which team answers for which queue. */
@Injectable()
export class QueueTeams {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  list(): Promise<QueueTeam[]> {
    return this.source.manager.find(QueueTeam, { order: { queue: 'ASC' }, take: 1000 });
  }

  /** @param teamId null: none any more. @throws DomainError `not_found`, `closed` */
  async set(queue: string, teamId: string | null, actorPersonId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      if (teamId !== null) await openTeam(tx, teamId);
      const before = await tx.findOneBy(QueueTeam, { queue });
      if ((before?.teamId ?? null) === teamId) return;
      if (teamId === null) await tx.delete(QueueTeam, { queue });
      else {
        const row = { queue, teamId, setByPersonId: actorPersonId, setAt: this.clock.now() };
        await tx.upsert(QueueTeam, row, ['queue']);
      }
      const details = { settingId: newId(), queue, teamId, from: before?.teamId ?? null };
      await this.journal.append(tx, 'queue_team.set', details, { actorPersonId });
    });
  }
}
