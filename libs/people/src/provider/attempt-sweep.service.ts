import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, LessThan, Not } from 'typeorm';
import { Clock } from '#platform';
import { AskedAgain, unanswered } from './asked-again.service.js';
import { IdentityProvider } from './identity-provider.service.js';
import { ProviderAttempt } from './provider-attempt.entity.js';

/** A provider that is slow does not hold up what is to be forgotten. */
const GIVES_BACK_FOR_MS = 50 * 1000;

/** Attempts that ran out, also of people who have no account here: what the provider gave with them is given back and forgotten. */
@Injectable()
export class AttemptSweep {
  constructor(
    private readonly source: DataSource,
    private readonly provider: IdentityProvider,
    private readonly askedAgain: AskedAgain,
    private readonly clock: Clock,
  ) {}

  /** Forgets them all, also those whose token the provider does not take back. @returns how many */
  async sweep(): Promise<number> {
    const over = { expiresAt: LessThan(this.clock.now()) };
    const failed = this.provider.isOn ? await this.giveBack(over) : [];
    const { affected } = await this.source.manager.delete(ProviderAttempt, over);
    if (failed.length > 0) throw failed[0];
    return affected ?? 0;
  }

  /** As many as the provider takes in time. @returns what went wrong on our side: it keeps no other token from being given back */
  private async giveBack(over: object): Promise<unknown[]> {
    const until = this.clock.now().getTime() + GIVES_BACK_FOR_MS;
    const failed: unknown[] = [];
    for (const attempt of await this.source.manager.findBy(ProviderAttempt, { ...over, sealed: Not(IsNull()) })) {
      if (this.clock.now().getTime() >= until) break;
      await this.giveOneBack(attempt).catch((error: unknown) => failed.push(error));
    }
    return failed;
  }

  private async giveOneBack(attempt: ProviderAttempt): Promise<void> {
    // It is no other provider's business.
    if (!this.provider.isOf({ issuer: attempt.issuer ?? '' })) return;
    const refreshToken = await this.askedAgain.openOf(attempt);
    if (refreshToken !== null) await this.provider.giveBack(refreshToken).catch(unanswered);
  }
}
