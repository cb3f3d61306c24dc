import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { KnownDevices } from './devices/known-devices.service.js';
import { SessionService } from './session.service.js';
import { TokenService } from './tokens/token.service.js';

/** Everything that acts for an account without signing in again: it all ends together, and none comes back. */
@Injectable()
export class WaysIn {
  constructor(
    readonly sessions: SessionService,
    private readonly tokens: TokenService,
    private readonly devices: KnownDevices,
  ) {}

  /**
   * @param keptSessionId the session that asks, where its own may stay
   * @param actorPersonId null: the command on the machine
   * @returns how many sessions lived
   */
  async endAll(
    tx: EntityManager,
    accountId: string,
    { keptSessionId = null, actorPersonId }: { keptSessionId?: string | null; actorPersonId: string | null },
  ): Promise<number> {
    await this.tokens.endAll(tx, accountId, actorPersonId);
    await this.devices.forgetAll(tx, accountId);
    return this.sessions.endAll(tx, accountId, keptSessionId);
  }
}
