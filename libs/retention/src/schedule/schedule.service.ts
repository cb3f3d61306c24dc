import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { GRACE_DAYS_OF_ONE, type RetentionSchedule } from '#contracts';
import { canonicalJson, JournalService } from '#journal';
import { DecidedVersions, type DecidedKind } from '#people';
import { Clock } from '#platform';
import { RetentionScheduleRow } from './retention-schedule.entity.js';
import { retentionRefusals } from '../refusals.js';

const KIND: DecidedKind<RetentionScheduleRow> = {
  entity: RetentionScheduleRow,
  lock: 7332,
  permission: 'retention.manage',
  refusals: {
    changed: retentionRefusals.schedule_changed,
    waits: retentionRefusals.schedule_waits,
    notWaiting: retentionRefusals.schedule_not_waiting,
    needsAnother: retentionRefusals.schedule_needs_another,
  },
  events: {
    proposed: () => 'retention.schedule_proposed',
    agreed: 'retention.schedule_published',
    refused: 'retention.schedule_refused',
  },
  told: ({ sha256 }) => ({ sha256 }),
};

/** How long recordings are kept: versions that two people publish. Before the first nothing falls due. */
@Injectable()
export class ScheduleService extends DecidedVersions<RetentionScheduleRow> {
  constructor(source: DataSource, journal: JournalService, clock: Clock) {
    super(KIND, source, journal, clock);
  }

  /** What holds now; null before the first version. */
  async current(tx: EntityManager = this.source.manager): Promise<RetentionScheduleRow | null> {
    return tx.findOne(RetentionScheduleRow, { where: { decision: 'agreed' }, order: { version: 'DESC' } });
  }

  /** @param from the version that the editor started from; 0 before the first. @throws DomainError `schedule_changed` | `schedule_waits` | `schedule_is_same` */
  propose(
    { schedule, from, reason }: { schedule: RetentionSchedule; from: number; reason: string },
    personId: string,
  ): Promise<void> {
    return this.add(from, personId, async (tx) => {
      const sha256 = createHash('sha256').update(canonicalJson(schedule)).digest('hex');
      if ((await this.current(tx))?.sha256 === sha256) throw retentionRefusals.schedule_is_same();
      return { schedule, sha256, reason };
    });
  }

  protected async versionInForce(tx: EntityManager): Promise<number> {
    return (await this.current(tx))?.version ?? 0;
  }

  /** One person destroys nothing sooner than a week in which others see it in the queue. @throws DomainError `schedule_of_one_waits` */
  protected override async agree(
    _tx: EntityManager,
    { schedule }: RetentionScheduleRow,
    { byOnePerson }: { byOnePerson: boolean },
  ): Promise<object> {
    if (byOnePerson && schedule.graceDays < GRACE_DAYS_OF_ONE) throw retentionRefusals.schedule_of_one_waits();
    return {};
  }
}
