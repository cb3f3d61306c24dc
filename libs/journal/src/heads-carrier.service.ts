import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ENV, ObjectExists, openPlace, type Env } from '#platform';
import { JournalHead } from './journal-entry.entity.js';

/** Folder, then the position in twenty digits, so that a listing is in order, and when it was signed: a restored journal has positions twice. */
const nameOf = ({ position, signedAt }: JournalHead): string =>
  `he/head-${position.padStart(20, '0')}-${signedAt.getTime()}`;

/**
 * Carries the newest signed head out of the house: to a folder of another machine, or a bucket that keeps what it is given. What was sealed
 * before it can no longer be changed without contradicting it, not even by the administrator of this machine and its database.
 */
@Injectable()
export class HeadsCarrier {
  constructor(
    private readonly source: DataSource,
    @Inject(ENV) private readonly env: Pick<Env, 'journalHeadsCopy'>,
  ) {}

  /** @returns 1 when a head was carried; 0 when there is no new one, or no place is set */
  async carry(): Promise<0 | 1> {
    const place = this.env.journalHeadsCopy;
    if (!place) return 0;
    const [head] = await this.source.manager.find(JournalHead, { order: { position: 'DESC' }, take: 1 });
    if (!head) return 0;
    try {
      await openPlace(place).put(nameOf(head), Readable.from([Buffer.from(`${JSON.stringify(head)}\n`)]));
      return 1;
    } catch (error) {
      if (error instanceof ObjectExists) return 0;
      throw error;
    }
  }
}
