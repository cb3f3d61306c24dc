import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type EventName } from '#contracts';
import { JournalService } from '#journal';
import { Clock } from '#platform';

type Told = Extract<EventName, 'absence.begun' | 'absence.over'>;

/** What begins or ends now, by the moment `$1`: marked first, so that it is told once. An absence that was ended early was told then. */
const DUE: Record<Told, string> = {
  'absence.begun': `update absence set begun_told_at = $1 where begun_told_at is null and accepted_at is not null and ended_at is null
    and begins_at <= $1 and $1 < ends_at returning id, person_id`,
  'absence.over': `update absence set over_told_at = $1 where over_told_at is null and accepted_at is not null and ended_at is null
    and ends_at <= $1 returning id, person_id`,
};

/** Says that absences begin and end. Rights begin and end without it. */
@Injectable()
export class AbsenceTimes {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /** @returns how many began or ended */
  async tell(): Promise<number> {
    return this.source.transaction(
      async (tx) => (await this.say(tx, 'absence.begun')) + (await this.say(tx, 'absence.over')),
    );
  }

  private async say(tx: EntityManager, event: Told): Promise<number> {
    const [rows]: [{ id: string; person_id: string }[], number] = await tx.query(DUE[event], [this.clock.now()]);
    for (const { id: absenceId, person_id: personId } of rows)
      await this.journal.append(tx, event, { absenceId, personId });
    return rows.length;
  }
}
