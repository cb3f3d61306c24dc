import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { JournalService } from '#journal';
import { Clock } from '#platform';
import { peopleRefusals } from '../refusals.js';
import { ACTING_COLUMN, actingOf, type ActingRow } from '../acting/acting.js';
import { heldNow } from '../rights-in-force.js';
import { type Asker } from '../sign-in/asker.js';
import { lacksSecondFactorOf } from '../sign-in/policy/second-factor-due.js';
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

  /** @param absenceId null: for its own person again. @throws DomainError `not_found`, `acting_over`, `acting_needs_second_factor` */
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
      const now = this.clock.now();
      if (!inForce(absence, now)) throw peopleRefusals.acting_over();
      if (await lacksSecondFactorOf(tx, { sessionId, absentPersonId: absence.personId, now }))
        throw peopleRefusals.acting_needs_second_factor();
      await this.sessions.actIn(tx, sessionId, absenceId);
      const details = { absenceId, personId: absence.personId };
      await this.journal.append(tx, 'absence.acting_begun', details, about);
    });
  }

  /** The asker as they would be in that place, to tell what waits there. @throws DomainError `not_found`, `acting_over` */
  async inPlace(asker: Asker, absenceId: string): Promise<Asker> {
    const { personId, suspended } = asker;
    const [row]: ActingRow[] = await this.source.query(
      `select ${ACTING_COLUMN} from (select $1::uuid as absence_id) session cross join (select $3::uuid as id) person`,
      [absenceId, this.clock.now(), personId],
    );
    if (!row?.acting) throw peopleRefusals.not_found();
    const held = asker.acting ? await heldNow(this.source.manager, personId) : asker.held;
    const place = actingOf(row, { personId, held, suspended });
    if (place.acting?.over) throw peopleRefusals.acting_over();
    return { ...asker, ...place };
  }
}
