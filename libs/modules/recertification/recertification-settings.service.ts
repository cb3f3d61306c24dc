import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DEFAULT_RECERTIFICATION, type RecertificationSettings } from '#contracts';
import { JournalService } from '#journal';
import { CompanyService } from '#people';
import { Clock } from '#platform';
import { recertificationRefusals } from './refusals.js';
import { RecertificationSettingRow } from './recertification.entity.js';
import { dayAt } from './round-days.rules.js';

/** How often it is asked; off until a day is set. */
@Injectable()
export class RecertificationSettingsDesk {
  constructor(
    private readonly source: DataSource,
    private readonly company: CompanyService,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  async current(tx: EntityManager = this.source.manager): Promise<RecertificationSettings> {
    const row = await tx.findOneBy(RecertificationSettingRow, { id: 1 });
    if (!row) return { ...DEFAULT_RECERTIFICATION, nextOn: null };
    const { everyMonths, answerDays, nextOn } = row;
    return { everyMonths, answerDays, nextOn };
  }

  /** @throws DomainError `recertification_in_the_past` */
  async set(settings: RecertificationSettings, actorPersonId: string): Promise<void> {
    const { timeZone } = await this.company.profile();
    if (settings.nextOn !== null && settings.nextOn < dayAt(this.clock.now(), timeZone))
      throw recertificationRefusals.recertification_in_the_past();
    await this.source.transaction(async (tx) => {
      await tx.upsert(RecertificationSettingRow, { id: 1, ...settings }, ['id']);
      await this.journal.append(tx, 'recertification.set', settings, { actorPersonId });
    });
  }
}
