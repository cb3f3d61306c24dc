/*
 * Numbers that join no calls
 *   told      the company lists a switchboard: its calls are of no known customer from then on, nor are those of before
 *   found     two customers spoke from it at one time (`areTwoCustomers`); the number itself is not kept then
 *   separate  keys are taken from calls that have them already: at once where a person lists a number, and by the clock, which also takes those
 *             that a fold wrote meanwhile
 */
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { forgetCustomers } from '#calls';
import { JournalService } from '#journal';
import { Clock, newId } from '#platform';
import { areTwoCustomers, type CallOfNumber } from '../numbers/one-customer.rules.js';
import { type TelephoneNumber } from '../numbers/telephone-number.rules.js';
import { CustomerKeys } from './customer-keys.service.js';
import { SwitchboardNumber } from './switchboard-number.entity.js';

/** No call is longer. */
const LONGEST = `interval '24 hours'`;
/** Calls at one time that are looked at. */
const NEAR = 200;

@Injectable()
export class SwitchboardNumbers {
  constructor(
    private readonly source: DataSource,
    private readonly customers: CustomerKeys,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /** What the company listed, and what calls told. */
  list(): Promise<SwitchboardNumber[]> {
    return this.source.manager.find(SwitchboardNumber, { order: { setAt: 'DESC', id: 'ASC' }, take: 1000 });
  }

  /** By what the customer of this number is known again; null: by nothing. */
  async keyOf(tx: EntityManager, number: TelephoneNumber | null): Promise<Buffer | null> {
    const key = await this.customers.of(number);
    return key && !(await tx.existsBy(SwitchboardNumber, { key })) ? key : null;
  }

  /** Lists a number; one that is listed stays. @returns false for one by which no customer is known anyway */
  async add(number: TelephoneNumber, actorPersonId: string): Promise<boolean> {
    const key = await this.customers.of(number);
    if (!key) return false;
    await this.source.transaction((tx) => this.write(tx, { key, number: number.e164 }, actorPersonId));
    await this.separate();
    return true;
  }

  /** Calls that come from now on are of one customer again. @returns false where it is not listed */
  async remove(id: string, actorPersonId: string): Promise<boolean> {
    return this.source.transaction(async (tx) => {
      const { affected } = await tx.delete(SwitchboardNumber, { id });
      if (affected)
        await this.journal.append(tx, 'switchboard_number.removed', { switchboardNumberId: id }, { actorPersonId });
      return Boolean(affected);
    });
  }

  /** Looks whether this call tells that its number is shared. */
  async learn(tx: EntityManager, callId: string): Promise<void> {
    const [here, ...others]: (CallOfNumber & { key: Buffer })[] = await tx.query(
      `select near.customer_key as key, near.started_at as "startedAt", near.ended_at as "endedAt", near.matter_id as "matterId", near.customer
       from call join call near on near.customer_key = call.customer_key
         and near.started_at > call.started_at - ${LONGEST} and near.started_at <= coalesce(call.ended_at, call.started_at)
       where call.id = $1 order by near.id <> call.id, near.started_at desc limit ${NEAR}`,
      [callId],
    );
    if (here && others.some((other) => areTwoCustomers(here, other)))
      await this.write(tx, { key: here.key, number: null }, null);
  }

  /** Takes the keys of shared numbers from calls. @returns from how many */
  async separate(): Promise<number> {
    const keys = await this.source.manager.find(SwitchboardNumber, { select: { id: true, key: true } });
    return forgetCustomers(
      this.source,
      keys.map(({ key }) => key),
    );
  }

  private async write(
    tx: EntityManager,
    told: Pick<SwitchboardNumber, 'key' | 'number'>,
    actorPersonId: string | null,
  ): Promise<void> {
    const row = { id: newId(), ...told, setByPersonId: actorPersonId, setAt: this.clock.now() };
    const written: unknown[] = await tx.query(
      `insert into switchboard_number (id, key, number, set_by_person_id, set_at) values ($1, $2, $3, $4, $5)
       on conflict (key) do update set number = excluded.number, set_by_person_id = excluded.set_by_person_id
         where switchboard_number.number is null and excluded.number is not null returning id`,
      [row.id, row.key, row.number, row.setByPersonId, row.setAt],
    );
    if (written.length === 0) return;
    const details = {
      switchboardNumberId: (written as { id: string }[])[0]?.id ?? row.id,
      by: told.number === null ? 'calls' : 'company',
    } as const;
    await this.journal.append(tx, 'switchboard_number.added', details, actorPersonId === null ? {} : { actorPersonId });
  }
}
