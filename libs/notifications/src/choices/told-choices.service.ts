import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type ToldSettingsInput } from '#contracts';
import { JournalService } from '#journal';
import { Clock } from '#platform';
import { isNotificationKind, mustBeTold } from '../kinds/notifications.rules.js';
import { ToldChoiceRow, ToldSettingRow } from './told-setting.entity.js';

/** What a person chooses of how they are told. It holds for what happens from then on. */
@Injectable()
export class ToldChoices {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  async choose(personId: string, { kinds, quiet, digest, digestHour }: ToldSettingsInput): Promise<void> {
    const rows = kinds.flatMap(({ kind, bell, mail, chat }) => {
      if (!isNotificationKind(kind)) return [];
      const must = mustBeTold(kind);
      return [{ personId, kind, bell: must || bell, mail: must || mail, chat }];
    });
    await this.source.transaction(async (tx) => {
      const when = { quietFrom: quiet?.from ?? null, quietUntil: quiet?.until ?? null, digest, digestHour };
      await tx.upsert(ToldSettingRow, { personId, ...when, changedAt: this.clock.now() }, ['personId']);
      if (rows.length > 0) await tx.upsert(ToldChoiceRow, rows, ['personId', 'kind']);
      const details = { narrowed: await narrowed(tx, personId), quiet: quiet !== null, digest };
      await this.journal.append(tx, 'notifications.chosen', details, { actorPersonId: personId });
    });
  }
}

async function narrowed(tx: EntityManager, personId: string): Promise<number> {
  const [row]: { n: number }[] = await tx.query(
    'select count(*)::int as n from told_choice where person_id = $1 and not (bell and mail and chat)',
    [personId],
  );
  return row?.n ?? 0;
}
