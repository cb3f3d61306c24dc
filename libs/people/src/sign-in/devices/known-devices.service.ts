import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, LessThan, Column, Entity, PrimaryColumn, type EntityManager } from 'typeorm';
import { Clock } from '#platform';

/** A browser in which an account was signed in to, by the hash of its cookie. */
@Entity('known_device')
export class KnownDevice {
  @PrimaryColumn('text')
  tokenHash!: string;

  @PrimaryColumn('uuid')
  accountId!: string;

  @Column('timestamptz')
  lastUsedAt!: Date;
}

/** A browser in which no one signed in for this long is a stranger again. */
export const DEVICE_KNOWN_SECONDS = 180 * 24 * 60 * 60;

/**
 * Which browsers an account was signed in to. Guesses at it that come from elsewhere are counted apart: they slow guessers down and lock them
 * out, and not the person at their own desk. Being known lets no one in.
 */
@Injectable()
export class KnownDevices {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @param token of the browser's cookie. @returns by what its tries are counted; null for a stranger */
  async known(token: string | null | undefined, accountId: string | undefined): Promise<string | null> {
    if (!token || accountId === undefined) return null;
    const tokenHash = hashOf(token);
    const lastUsedAt = new Date(this.clock.now().getTime() - DEVICE_KNOWN_SECONDS * 1000);
    const row = await this.source.manager.findOneBy(KnownDevice, { tokenHash, accountId });
    return row && row.lastUsedAt > lastUsedAt ? `device ${tokenHash}` : null;
  }

  /** The account was signed in to there. @returns what the browser's cookie is to say */
  async remember(token: string | null, accountId: string): Promise<string> {
    const kept = token ?? randomBytes(32).toString('base64url');
    const row = { tokenHash: hashOf(kept), accountId, lastUsedAt: this.clock.now() };
    await this.source.manager.upsert(KnownDevice, row, ['tokenHash', 'accountId']);
    return kept;
  }

  /** Another person may have the account from now on, or had its password. */
  async forgetAll(tx: EntityManager, accountId: string): Promise<void> {
    await tx.delete(KnownDevice, { accountId });
  }

  /** @returns how many were forgotten */
  async sweep(): Promise<number> {
    const before = new Date(this.clock.now().getTime() - DEVICE_KNOWN_SECONDS * 1000);
    return (await this.source.manager.delete(KnownDevice, { lastUsedAt: LessThan(before) })).affected ?? 0;
  }
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
