/*
 * A person's mail address (ADR 0110)
 *   change   by a colleague who keeps people: the person is told under the bell, and the last address that was proved by mail. Files wait.
 *   begin    the person, signed in, has a code sent to the new address.
 *   prove    the person types it in: the address is theirs from then on.
 */
import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, MoreThan } from 'typeorm';
import { JournalService } from '#journal';
import { Clock, newId } from '#platform';
import { codeFrom, codeHash, codeMatches } from '../invitations/code.rules.js';
import { Person } from '../person.entity.js';
import { peopleRefusals } from '../refusals.js';
import { EmailProof } from './email-proof.entity.js';

const VALID_MS = 30 * 60 * 1000;
const ONE_EVERY_MS = 60 * 1000;
const WRONG_TRIES = 10;

@Injectable()
export class AddressesService {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  async ofPerson(id: string): Promise<{ address: string | null; provedAt: Date | null }> {
    const { email, emailProvedAt } = await this.source.manager.findOneByOrFail(Person, { id });
    return { address: email, provedAt: emailProvedAt };
  }

  /** @returns the code, for the letter alone. @throws DomainError `no_address`, `address_proved`, `code_sent_already` */
  async begin(personId: string): Promise<{ address: string; code: string; person: Person }> {
    return this.source.transaction(async (tx) => {
      const person = await tx.findOneOrFail(Person, { where: { id: personId }, lock: { mode: 'pessimistic_write' } });
      const { email: address } = person;
      if (address === null) throw peopleRefusals.no_address();
      if (person.emailProvedAt) throw peopleRefusals.address_proved();
      const now = this.clock.now();
      const lately = MoreThan(new Date(now.getTime() - ONE_EVERY_MS));
      if (await tx.existsBy(EmailProof, { personId, usedAt: IsNull(), createdAt: lately }))
        throw peopleRefusals.code_sent_already();
      await tx.delete(EmailProof, { personId, usedAt: IsNull() });
      const code = codeFrom(randomBytes(10));
      await tx.insert(EmailProof, {
        ...{ id: newId(), personId, address, codeHash: codeHash(code), createdAt: now, wrongTries: 0, usedAt: null },
        expiresAt: new Date(now.getTime() + VALID_MS),
      });
      return { address, code, person };
    });
  }

  /** @throws DomainError `address_code_wrong` */
  async prove(personId: string, code: string): Promise<void> {
    const done = await this.source.transaction(async (tx) => {
      const person = await tx.findOneOrFail(Person, { where: { id: personId }, lock: { mode: 'pessimistic_write' } });
      const now = this.clock.now();
      const proof = await tx.findOneBy(EmailProof, { personId, usedAt: IsNull(), expiresAt: MoreThan(now) });
      if (!proof || proof.address !== person.email || proof.wrongTries >= WRONG_TRIES) return false;
      if (!codeMatches(proof.codeHash, code)) {
        await tx.increment(EmailProof, { id: proof.id }, 'wrongTries', 1);
        return false;
      }
      await tx.update(EmailProof, proof.id, { usedAt: now });
      await tx.update(Person, personId, { emailProvedAt: now });
      await this.journal.append(tx, 'person.email_proved', { personId }, { actorPersonId: personId });
      return true;
    });
    if (!done) throw peopleRefusals.address_code_wrong();
  }
}
