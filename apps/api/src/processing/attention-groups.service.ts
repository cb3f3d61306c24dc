import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { GROUP_AT_ONCE, type AttentionGroup, type GiveUpGroup, type GroupMoved, type Permission } from '#contracts';
import { CallAttentionService } from '#calls';
import { type Asker } from '#people';
import { workableSubjects } from '#recordings';
import { Parameters, visibleLegs } from '../reach/visible-legs.js';

/** Retries or gives up calls that wait for the same thing, as far as the asker's own right over each call reaches. */
@Injectable()
export class AttentionGroups {
  constructor(
    private readonly source: DataSource,
    private readonly attention: CallAttentionService,
  ) {}

  async retry(asker: Asker, group: AttentionGroup): Promise<GroupMoved> {
    const ids = await this.longestWaiting(asker, group, 'calls.retry');
    const moved = await this.attention.retryAll(ids, asker.personId, workableSubjects);
    return { moved, left: await this.left(asker, group, 'calls.retry') };
  }

  async giveUp(asker: Asker, { group, why }: GiveUpGroup): Promise<GroupMoved> {
    const ids = await this.longestWaiting(asker, group, 'calls.give_up');
    const moved = await this.attention.giveUpAll(ids, why, asker.personId);
    return { moved, left: await this.left(asker, group, 'calls.give_up') };
  }

  private async longestWaiting(asker: Asker, group: AttentionGroup, permission: Permission): Promise<string[]> {
    const parameters = new Parameters();
    const rows: { id: string }[] = await this.source.query(
      `select call.id from call where ${within(group, asker, permission, parameters)}
       order by stage_at, call.id limit ${parameters.add(GROUP_AT_ONCE)}`,
      parameters.values,
    );
    return rows.map(({ id }) => id);
  }

  private async left(asker: Asker, group: AttentionGroup, permission: Permission): Promise<number> {
    const parameters = new Parameters();
    const [row]: { left: number }[] = await this.source.query(
      `select count(*)::int as left from call where ${within(group, asker, permission, parameters)}`,
      parameters.values,
    );
    return row?.left ?? 0;
  }
}

function within({ reason, language }: AttentionGroup, asker: Asker, permission: Permission, parameters: Parameters) {
  const spoken = language === undefined ? 'true' : `call.language = ${parameters.add(language)}`;
  return `stage = 'needs_attention' and stage_reason = ${parameters.add(reason)} and ${spoken}
    and exists (select 1 from leg where leg.call_id = call.id and ${visibleLegs(permission, asker, parameters)})`;
}
