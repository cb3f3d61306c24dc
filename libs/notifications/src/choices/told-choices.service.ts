import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { mustBeTold, type ToldChoice, type ToldSettingsInput } from '#contracts';
import { JournalService } from '#journal';
import { Clock } from '#platform';
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
    const rows = kinds.map((one) => ({ personId, ...keepingMust(one) }));
    await this.source.transaction(async (tx) => {
      const when = { quietFrom: quiet?.from ?? null, quietUntil: quiet?.until ?? null, digest, digestHour };
      await tx.upsert(ToldSettingRow, { personId, ...when, changedAt: this.clock.now() }, ['personId']);
      if (rows.length > 0) await tx.upsert(ToldChoiceRow, rows, ['personId', 'kind']);
      const details = { narrowed: await narrowed(tx, personId), quiet: quiet !== null, digest };
      await this.journal.append(tx, 'notifications.chosen', details, { actorPersonId: personId });
    });
  }
}

const keepingMust = (one: ToldChoice): ToldChoice => (mustBeTold(one.kind) ? { ...one, bell: true, mail: true } : one);

async function narrowed(tx: EntityManager, personId: string): Promise<number> {
  const [row]: { n: number }[] = await tx.query(
    'select count(*)::int as n from told_choice where person_id = $1 and not (bell and mail and chat)',
    [personId],
  );
  return row?.n ?? 0;
}
