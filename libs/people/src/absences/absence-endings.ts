import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull, MoreThan } from 'typeorm';
import { JournalService } from '#journal';
import { Clock } from '#platform';
import { Absence } from './absence.entity.js';

/** What ends when one of the two leaves, or when their rights begin to wait: the days that are left are not handed over to whom it may be then. */
@Injectable()
export class AbsenceEndings {
  constructor(
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /** Within the transaction of what caused it. @param by null: the command on the machine */
  async endAllOf(tx: EntityManager, personId: string, by: string | null): Promise<void> {
    const now = this.clock.now();
    const open = { declinedAt: IsNull(), endedAt: IsNull(), endsAt: MoreThan(now) };
    const ended = await tx.find(Absence, {
      where: [
        { ...open, personId },
        { ...open, deputyPersonId: personId },
      ],
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    for (const { id: absenceId, personId: away } of ended) {
      await tx.update(Absence, absenceId, { endedAt: now, endedByPersonId: by });
      await this.journal.append(tx, 'absence.ended', { absenceId, personId: away }, { actorPersonId: by });
    }
  }
}
