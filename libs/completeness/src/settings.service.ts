import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DEFAULT_COMPLETENESS, type CompletenessSettings } from '#contracts';
import { JournalService } from '#journal';
import { CompletenessSettingRow } from './gap.entity.js';

/** How long is waited, what counts as another length, and when people are told. */
@Injectable()
export class CompletenessSettingsDesk {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
  ) {}

  async current(tx: EntityManager = this.source.manager): Promise<CompletenessSettings> {
    const row = await tx.findOneBy(CompletenessSettingRow, { id: 1 });
    return { ...DEFAULT_COMPLETENESS, ...row?.settings };
  }

  async set(settings: CompletenessSettings, actorPersonId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      await tx.upsert(CompletenessSettingRow, { id: 1, settings }, ['id']);
      await this.journal.append(tx, 'completeness.set', settings, { actorPersonId });
    });
  }
}
