import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import { JournalService } from '#journal';
import { Clock } from '#platform';
import { RoleAssignment } from '../person.entity.js';
import { RoleProposalService } from '../roles/role-proposal.service.js';

/** What begins or ended by the moment `$1` and was not said: marked first, so that it is said once. It begins and ends without. */
const BEGUN = `update small_house_period set begun_told_at = $1
  where begun_told_at is null and ended_at is null and in_force_from <= $1 returning id`;
const OVER = `update small_house_period set over_told_at = $1 where over_told_at is null and ended_at is not null
  returning id, coalesce(in_force_from <= ended_at, false) as begun`;

/** Roles that one person gave; those of the only administrator stay, for without one no person lets others in. */
const OF_ONE = 'select given.id from role_assignment given where ends_with_small_house(given)';

/** Says that a small house begins and ends, and takes back what one person gave a week after it is over: by then it is not in force any more. */
@Injectable()
export class SmallHouseTimes {
  constructor(
    private readonly source: DataSource,
    private readonly roles: RoleProposalService,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /** @returns how many things were said or taken back */
  async tend(): Promise<number> {
    return this.source.transaction(async (tx) => (await this.tell(tx)) + (await this.takeBack(tx)));
  }

  private async tell(tx: EntityManager): Promise<number> {
    const now = this.clock.now();
    const [begun]: [{ id: string }[], number] = await tx.query(BEGUN, [now]);
    for (const { id } of begun) await this.journal.append(tx, 'small_house.begun', { periodId: id });
    const [over]: [{ id: string; begun: boolean }[], number] = await tx.query(OVER, [now]);
    for (const one of over) {
      const details = { periodId: one.id, reason: 'six_people' as const, begun: one.begun };
      await this.journal.append(tx, 'small_house.ended', details);
    }
    return begun.length + over.length;
  }

  private async takeBack(tx: EntityManager): Promise<number> {
    if (!(await rightsOfOneAreOver(tx, this.clock.now()))) return 0;
    const rows: { id: string }[] = await tx.query(OF_ONE);
    const given = await tx.findBy(RoleAssignment, { id: In(rows.map(({ id }) => id)) });
    await this.roles.removeAll(tx, given, null);
    return given.length;
  }
}

/** Whether roles and standing grants that one person gave are over: a week after the last small house, and while there is none. */
export async function rightsOfOneAreOver(tx: EntityManager, now: Date): Promise<boolean> {
  const [row]: { over: boolean }[] = await tx.query('select rights_of_one_over($1) as over', [now]);
  return row?.over ?? false;
}
