/*
 * A small house (decision 112)
 *   choose   an administrator of the whole company, with at most five people. Before the first recording it is in force at once, and its first
 *            person takes the roles that they need; later another person agrees, and a week of notice passes.
 *   end      by a person who approves roles, or by itself when a sixth person comes (a trigger).
 *   after    what one person gave of roles and standing grants ends a week later, unless two people gave it again.
 * The database holds all of it: triggers decide who may choose, from when it is in force, and which roles one person takes.
 */
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, QueryFailedError, type EntityManager } from 'typeorm';
import { type OwnRole } from '#contracts';
import { JournalService } from '#journal';
import { Clock, newId } from '#platform';
import { PeopleService } from '../people.service.js';
import { Account, RoleAssignment } from '../person.entity.js';
import { peopleRefusals } from '../refusals.js';
import { assertHeldForAll } from '../rights-in-force.js';
import { SmallHousePeriod } from '../small-house/small-house-period.entity.js';

@Injectable()
export class SmallHouseService {
  constructor(
    private readonly source: DataSource,
    private readonly people: PeopleService,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /** The one that is open, or the last. */
  async latest(tx: EntityManager = this.source.manager): Promise<SmallHousePeriod | null> {
    const [period = null] = await tx.find(SmallHousePeriod, { order: { chosenAt: 'DESC', id: 'DESC' }, take: 1 });
    return period;
  }

  /** Whether a person may take roles themselves at this moment: the first person of a small house, whom no other could approve. */
  async mayTakeRoles(personId: string, tx: EntityManager = this.source.manager): Promise<boolean> {
    const [row]: { may: boolean }[] = await tx.query('select first_person_at($1, $2) and approves_alone($1) as may', [
      personId,
      this.clock.now(),
    ]);
    return row?.may ?? false;
  }

  /**
   * @param ownRoles what the first person takes themselves, where it is in force at once
   * @throws DomainError `small_house_already` | `small_house_of_five` | `own_roles_not_now` | `role_held`
   */
  async choose(ownRoles: readonly OwnRole[], by: { personId: string; accountId: string }): Promise<void> {
    await this.source.transaction(async (tx) => {
      const [id, chosenAt] = [newId(), this.clock.now()];
      await lock(tx);
      if (await tx.existsBy(SmallHousePeriod, { endedAt: IsNull() })) throw peopleRefusals.small_house_already();
      await ofFive(tx.insert(SmallHousePeriod, { id, chosenByPersonId: by.personId, chosenAt }));
      const { inForceFrom } = await tx.findOneByOrFail(SmallHousePeriod, { id });
      const atOnce = inForceFrom !== null;
      if (atOnce) await tx.update(SmallHousePeriod, id, { begunToldAt: chosenAt });
      const details = { periodId: id, atOnce };
      await this.journal.append(tx, 'small_house.chosen', details, { actorPersonId: by.personId });
      await this.take(tx, ownRoles, by);
    });
  }

  /** @throws DomainError `own_roles_not_now` | `role_held` */
  async takeRoles(ownRoles: readonly OwnRole[], by: { personId: string; accountId: string }): Promise<void> {
    await this.source.transaction((tx) => this.take(tx, ownRoles, by));
  }

  /** @throws DomainError `small_house_not_waiting` | `small_house_needs_another` | `small_house_of_five` | `proposer_gone` */
  async agree(personId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      await lock(tx);
      const period = await tx.findOneBy(SmallHousePeriod, { endedAt: IsNull(), inForceFrom: IsNull() });
      if (!period) throw peopleRefusals.small_house_not_waiting();
      if (period.chosenByPersonId === personId) throw peopleRefusals.small_house_needs_another();
      await assertHeldForAll(tx, period.chosenByPersonId, 'company.manage');
      const agreed = { agreedByPersonId: personId, agreedAt: this.clock.now() };
      await ofFive(tx.update(SmallHousePeriod, period.id, agreed));
      await this.journal.append(tx, 'small_house.agreed', { periodId: period.id }, { actorPersonId: personId });
    });
  }

  /** @throws DomainError `small_house_not_waiting` */
  async end(personId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      await lock(tx);
      const period = await tx.findOneBy(SmallHousePeriod, { endedAt: IsNull() });
      if (!period) throw peopleRefusals.small_house_not_waiting();
      const now = this.clock.now();
      const ended = { endedAt: now, endedByPersonId: personId, endReason: 'decision' as const, overToldAt: now };
      await tx.update(SmallHousePeriod, period.id, ended);
      const begun = period.inForceFrom !== null && period.inForceFrom <= now;
      const details = { periodId: period.id, reason: 'decision' as const, begun };
      await this.journal.append(tx, 'small_house.ended', details, { actorPersonId: personId });
    });
  }

  private async take(
    tx: EntityManager,
    ownRoles: readonly OwnRole[],
    { personId, accountId }: { personId: string; accountId: string },
  ): Promise<void> {
    if (ownRoles.length === 0) return;
    await tx.findOneOrFail(Account, { where: { id: accountId }, lock: { mode: 'pessimistic_write' } });
    if (!(await this.mayTakeRoles(personId, tx))) throw peopleRefusals.own_roles_not_now();
    for (const role of new Set(ownRoles)) {
      if (await tx.existsBy(RoleAssignment, { accountId, role, teamId: IsNull(), clientId: IsNull() }))
        throw peopleRefusals.role_held();
      await this.people.takeOwnRole(tx, { accountId, personId, role });
    }
  }
}

/** Choosing, agreeing and ending wait for one another. */
const lock = (tx: EntityManager): Promise<unknown> => tx.query('select pg_advisory_xact_lock(7341)');

/** @throws DomainError `small_house_of_five` where the trigger counted more */
async function ofFive(write: Promise<unknown>): Promise<void> {
  try {
    await write;
  } catch (error) {
    const { constraint } = (error instanceof QueryFailedError ? error.driverError : {}) as { constraint?: string };
    if (constraint === 'small_house_of_five') throw peopleRefusals.small_house_of_five();
    throw error;
  }
}
