import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { GRACE_DAYS_OF_ONE, type RetentionSchedule } from '#contracts';
import { canonicalJson, JournalService } from '#journal';
import { assertEyes, assertHeldForAll, markOf } from '#people';
import { Clock } from '#platform';
import { RetentionScheduleRow } from './retention-schedule.entity.js';
import { retentionRefusals } from '../refusals.js';

/**
 * How long recordings are kept: versions that two people publish. Before the first nothing falls due. One change waits at a time; until it
 * is agreed to, and when it is refused, the version before stays in force.
 */
@Injectable()
export class ScheduleService {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /** What holds now; null before the first version. */
  async current(tx: EntityManager = this.source.manager): Promise<RetentionScheduleRow | null> {
    return tx.findOne(RetentionScheduleRow, { where: { decision: 'agreed' }, order: { version: 'DESC' } });
  }

  /** The change that waits for a second person. */
  async waiting(tx: EntityManager = this.source.manager): Promise<RetentionScheduleRow | null> {
    return tx.findOneBy(RetentionScheduleRow, { decision: IsNull() });
  }

  /** @param from the version that the editor started from; 0 before the first. @throws DomainError `schedule_changed` | `schedule_waits` | `schedule_is_same` */
  async propose(
    { schedule, from, reason }: { schedule: RetentionSchedule; from: number; reason: string },
    personId: string,
  ): Promise<void> {
    await this.source.transaction(async (tx) => {
      await lock(tx);
      const before = await this.current(tx);
      if ((before?.version ?? 0) !== from) throw retentionRefusals.schedule_changed();
      if (await this.waiting(tx)) throw retentionRefusals.schedule_waits();
      const sha256 = hashOf(schedule);
      if (before?.sha256 === sha256) throw retentionRefusals.schedule_is_same();
      const version = 1 + ((await tx.maximum(RetentionScheduleRow, 'version')) ?? 0);
      const undecided = { decision: null, decidedByPersonId: null, decidedAt: null };
      const proposed = { proposedByPersonId: personId, proposedAt: this.clock.now() };
      await tx.insert(RetentionScheduleRow, { version, schedule, sha256, reason, ...proposed, ...undecided });
      await this.journal.append(tx, 'retention.schedule_proposed', { version, sha256 }, { actorPersonId: personId });
    });
  }

  /**
   * Agrees to the change that waits, or refuses it; its proposer may only take it back. @throws DomainError `schedule_not_waiting` |
   * `schedule_needs_another` | `schedule_of_one_waits` | `proposer_gone`
   */
  async decide(version: number, decision: 'agreed' | 'refused', personId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      await lock(tx);
      const row = await this.waiting(tx);
      if (row?.version !== version) throw retentionRefusals.schedule_not_waiting();
      const [first, second] = [
        { personId: row.proposedByPersonId, at: row.proposedAt },
        { personId, at: this.clock.now() },
      ];
      const eyes =
        decision === 'agreed' && (await assertEyes(tx, first, second, retentionRefusals.schedule_needs_another));
      if (decision === 'agreed') await assertHeldForAll(tx, row.proposedByPersonId, 'retention.manage');
      // One person destroys nothing sooner than a week in which others see it in the queue.
      if (eyes && eyes.byOnePerson && row.schedule.graceDays < GRACE_DAYS_OF_ONE)
        throw retentionRefusals.schedule_of_one_waits();
      await tx.update(RetentionScheduleRow, version, {
        decision,
        decidedByPersonId: personId,
        decidedAt: second.at,
      });
      const event = decision === 'agreed' ? 'retention.schedule_published' : 'retention.schedule_refused';
      await this.journal.append(
        tx,
        event,
        { version, sha256: row.sha256, ...markOf(eyes) },
        { actorPersonId: personId },
      );
    });
  }
}

const hashOf = (schedule: RetentionSchedule): string =>
  createHash('sha256').update(canonicalJson(schedule)).digest('hex');

/** One decides at a time: a version's number and what it is compared with must not move. */
const lock = (tx: EntityManager): Promise<unknown> => tx.query('select pg_advisory_xact_lock(7332)');
