import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { JournalService } from '#journal';
import { Account } from '../person.entity.js';
import { type Asker } from './asker.js';
import { type Origin } from './device.rules.js';
import { KnownDevices } from './devices/known-devices.service.js';
import { PasswordService } from './password.service.js';

import { SecondFactorService, type CodeAnswer } from './second-factor/second-factor.service.js';
import { SignInTurns, type Guess } from './turns.service.js';
import { peopleRefusals } from '../refusals.js';

/** How a person proved who they are. */
export type ProvedBy = 'password' | 'authenticator' | 'recovery_code';
/** What a person gives to prove who they are: one of the two, or both. */
export interface Proof {
  password?: string | undefined;
  code?: string | undefined;
}

type Who = Pick<Asker, 'accountId' | 'personId' | 'username' | 'pending' | 'sessionId'>;
/** From where: an address, and what the browser's cookie says. */
export type From = Pick<Origin, 'deviceToken'> & { address: string };
type Refusal = 'wrong_password' | Extract<CodeAnswer, { taken: false }>['reason'] | 'delayed';

/** Checks a password or a code of a person who has a session: wrong tries are slowed as at sign-in, and refusals journalled. */
@Injectable()
export class ProofService {
  constructor(
    private readonly source: DataSource,
    private readonly turns: SignInTurns,
    private readonly passwords: PasswordService,
    private readonly factors: SecondFactorService,
    private readonly devices: KnownDevices,
    private readonly journal: JournalService,
  ) {}

  /**
   * Does `then` when everything that was given is right, in one transaction with spending the code.
   * @throws DomainError `wrong_password`, `wrong_code`, `spent_code`, `tries_delayed`
   */
  async prove<T>(
    who: Who,
    from: From,
    { password, code }: Proof,
    then: (tx: EntityManager, by: ProvedBy) => Promise<T>,
  ): Promise<T> {
    if (password !== undefined) await this.provePassword(who, from, password);
    if (code === undefined) return this.source.transaction((tx) => then(tx, 'password'));
    const guess = await this.guess('code', who, from);
    await this.waitForTurn(who, guess);
    const answer = await this.source.transaction(async (tx) => {
      const taken = await this.factors.take(tx, who.accountId, code);
      if (!taken.taken) return taken;
      await this.turns.forgive(tx, guess);
      return { taken: true as const, value: await then(tx, taken.by) };
    });
    if (answer.taken) return answer.value;
    await this.noteRefusal(who, answer.reason, guess);
    throw answer.reason === 'spent_code' ? peopleRefusals.spent_code() : peopleRefusals.wrong_code();
  }

  /** Is there one? An account that was opened through the identity provider has none. */
  async hasPassword(id: string): Promise<boolean> {
    return (await this.source.manager.findOneByOrFail(Account, { id })).passwordHash !== null;
  }

  private async provePassword(who: Who, from: From, password: string): Promise<void> {
    const guess = await this.guess('password', who, from);
    await this.waitForTurn(who, guess);
    const account = await this.source.manager.findOneByOrFail(Account, { id: who.accountId });
    if (await this.passwords.matches(account.passwordHash, password))
      return this.turns.forgive(this.source.manager, guess);
    await this.noteRefusal(who, 'wrong_password', guess);
    throw peopleRefusals.wrong_password();
  }

  /** A fully signed-in session is not delayed by failed attempts that strangers make elsewhere. */
  private async guess(kind: Guess['kind'], who: Who, { address, deviceToken }: From): Promise<Guess> {
    const { accountId, username, sessionId } = who;
    const inside = who.pending !== 'second_factor' && `session ${sessionId}`;
    return { kind, username, address, device: inside || (await this.devices.known(deviceToken, accountId)) };
  }

  private async waitForTurn(who: Who, guess: Guess): Promise<void> {
    const seconds = await this.turns.take(guess);
    if (seconds === 0) return;
    await this.noteRefusal(who, 'delayed', guess);
    throw peopleRefusals.tries_delayed(seconds);
  }

  private async noteRefusal(who: Who, reason: Refusal, guess: Guess): Promise<void> {
    await this.source.transaction(async (tx) => {
      if (reason === 'delayed' && !(await this.turns.isJournalTurn(tx, who.username, guess.address))) return;
      const details = { reason, signedIn: who.pending !== 'second_factor' };
      await this.journal.append(tx, 'account.proof_refused', details, { actorPersonId: who.personId });
      const minutes = reason === 'delayed' ? null : await this.turns.lockedNow(tx, guess);
      const { accountId, personId } = who;
      if (minutes !== null)
        await this.journal.append(tx, 'account.locked', { accountId, minutes }, { actorPersonId: personId });
    });
  }
}
