import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { JournalService } from '#journal';
import { Clock } from '#platform';
import { peopleRefusals } from '../refusals.js';
import { type Asker } from '../sign-in/asker.js';
import { SessionService } from '../sign-in/session.service.js';
import { inForce } from './absence-days.rules.js';
import { Absence } from './absence.entity.js';

/** Says for whom a session acts. */
@Injectable()
export class ActingService {
  constructor(
    private readonly source: DataSource,
    private readonly sessions: SessionService,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /** @param absenceId null: for its own person again. @throws DomainError `not_found`, `acting_over` */
  async act({ sessionId, personId, acting }: Asker, absenceId: string | null): Promise<void> {
    await this.source.transaction(async (tx) => {
      const about = { actorPersonId: personId };
      if (absenceId === null) {
        if (!acting) return;
        await this.sessions.actIn(tx, sessionId, null);
        const details = { absenceId: acting.absenceId, personId: acting.personId };
        await this.journal.append(tx, 'absence.acting_ended', details, about);
        return;
      }
      const absence = await tx.findOneBy(Absence, { id: absenceId, deputyPersonId: personId });
      if (!absence) throw peopleRefusals.not_found();
      if (!inForce(absence, this.clock.now())) throw peopleRefusals.acting_over();
      await this.sessions.actIn(tx, sessionId, absenceId);
      const details = { absenceId, personId: absence.personId };
      await this.journal.append(tx, 'absence.acting_begun', details, about);
    });
  }
}
