import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type FloorAcknowledgement } from '#contracts';
import { JournalService } from '#journal';
import { Clock, newId, tellProgress } from '#platform';
import { FloorAcknowledgementRow } from './floor-acknowledgement.entity.js';
import { floorRefusals } from './refusals.js';

/** What people do on the floor. */
@Injectable()
export class FloorDesk {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /** A person looks after an alarm that stands; of two the first does. @throws DomainError `floor_alarm_taken` */
  async acknowledge({ teamId, kind, subject }: FloorAcknowledgement, actorPersonId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const id = newId();
      const taken: unknown[] = await tx.query(
        `insert into floor_acknowledgement (id, team_id, kind, subject, person_id, at) values ($1, $2, $3, $4, $5, $6)
         on conflict (team_id, kind, subject) do nothing returning id`,
        [id, teamId, kind, subject, actorPersonId, this.clock.now()],
      );
      if (taken.length === 0) {
        const own = await tx.existsBy(FloorAcknowledgementRow, { teamId, kind, subject, personId: actorPersonId });
        if (!own) throw floorRefusals.floor_alarm_taken();
        return;
      }
      const details = { acknowledgementId: id, teamId, kind };
      await this.journal.append(tx, 'floor_alarm.acknowledged', details, { actorPersonId });
      await tellProgress(tx, `floor:${teamId}`);
    });
  }
}
