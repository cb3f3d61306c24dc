import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type SuspensionCause } from '#contracts';
import { JournalService } from '#journal';
import { Clock } from '#platform';
import { RoleAssignment } from '../person.entity.js';
import { RoleProposalService } from '../roles/role-proposal.service.js';
import { ServiceTokens } from '../sign-in/tokens/service-tokens.service.js';
import { SuspensionService } from '../suspension/suspension.service.js';

/** What begins or ended by the moment `$1` and was not said: marked first, so that it is said once. It begins and ends without. */
const BEGUN = `update small_house_period set begun_told_at = $1
  where begun_told_at is null and ended_at is null and in_force_from <= $1 returning id`;
const OVER = `update small_house_period set over_told_at = $1 where over_told_at is null and ended_at is not null
  returning id, coalesce(in_force_from <= ended_at, false) as begun`;

/** Roles that one person gave; the oldest administrator's stays where no other is left, for without one no person lets others in. */
const ROLES =
  'select given.id from role_assignment given where ends_with_small_house(given) order by given.created_at, given.id';
const TOKENS = `select id from service_token where revoked_at is null and by_one_person(asked_by_person_id, confirmed_by_person_id, confirmed_at)`;
/** What was last confirmed of an account by one person, or by two who are one; not of who alone could confirm it again. */
const CONFIRMATION = `
  select last.person_id as "personId", account_id as "accountId", cause, caused_by_person_id as "causedBy"
  from (select *, rank() over (partition by person_id order by coalesce(confirmed_at, 'infinity') desc) as latest from role_suspension) last
  where latest = 1 and by_one_person(caused_by_person_id, confirmed_by_person_id, confirmed_at) and exists (
    select 1 from role_in_force other where other.person_id <> last.person_id and other.role = 'administrator'
      and other.team_id is null and other.client_id is null)
  order by last.person_id, account_id limit 1`;

interface Confirmed {
  personId: string;
  accountId: string;
  cause: SuspensionCause;
  causedBy: string | null;
}

/** Says that a small house begins and ends, and takes back what one person gave a week after it is over: by then it is not in force any more. */
@Injectable()
export class SmallHouseTimes {
  constructor(
    private readonly source: DataSource,
    private readonly roles: RoleProposalService,
    private readonly tokens: ServiceTokens,
    private readonly suspensions: SuspensionService,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /** @returns how many things were said or taken back */
  async tend(): Promise<number> {
    const told = await this.source.transaction((tx) => this.tell(tx));
    return told + (await this.takeBack());
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

  /** Each by itself, so that one that cannot end keeps no other. */
  private async takeBack(): Promise<number> {
    const { manager } = this.source;
    if (!(await rightsOfOneAreOver(manager, this.clock.now()))) return 0;
    const tokens: { id: string }[] = await manager.query(TOKENS);
    for (const { id } of tokens) await this.source.transaction((tx) => this.tokens.revokeWithin(tx, id, null));
    const roles: { id: string }[] = await manager.query(ROLES);
    for (const { id } of roles)
      await this.source.transaction(async (tx) =>
        this.roles.removeAll(tx, await tx.findBy(RoleAssignment, { id }), null),
      );
    let reopened = 0;
    while (await this.source.transaction((tx) => this.reopen(tx))) reopened += 1;
    return tokens.length + roles.length + reopened;
  }

  /** One at a time: the next is asked for with this one out of force. @returns whether there was one */
  private async reopen(tx: EntityManager): Promise<boolean> {
    const [one]: Confirmed[] = await tx.query(CONFIRMATION);
    if (one) await this.suspensions.reopen(tx, one, one.cause, one.causedBy);
    return one !== undefined;
  }
}

/** Whether roles and standing grants that one person gave are over: a week after the last small house, and while there is none. */
export async function rightsOfOneAreOver(tx: EntityManager, now: Date): Promise<boolean> {
  const [row]: { over: boolean }[] = await tx.query('select rights_of_one_over($1) as over', [now]);
  return row?.over ?? false;
}
