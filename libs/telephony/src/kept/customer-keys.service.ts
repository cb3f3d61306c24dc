import { createHmac } from 'node:crypto';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, FileKeyStore, KEY_STORE, OpenKeys, type KeyRow } from '#platform';
import { lineOf } from '../numbers/one-customer.rules.js';
import { type TelephoneNumber } from '../numbers/telephone-number.rules.js';

/** In the key store's records, where recordings have their id. */
const SUBJECT = 'customers';
const BYTES = 16;

/** By what the same customer is known again: a keyed hash of the number, by a key that lies in the key store alone. */
@Injectable()
export class CustomerKeys implements OnApplicationShutdown {
  private readonly keys: OpenKeys;
  private keyId: string | undefined;

  constructor(
    private readonly source: DataSource,
    @Inject(KEY_STORE) keys: FileKeyStore,
    private readonly clock: Clock,
  ) {
    this.keys = new OpenKeys(keys);
  }

  /** null for a number that no plan has, that is withheld, or of a service: it joins no calls. */
  async of(number: TelephoneNumber | null): Promise<Buffer | null> {
    const line = lineOf(number);
    if (line === null) return null;
    this.keyId ??= await this.keys.findOrMake(SUBJECT, this.row);
    return createHmac('sha256', await this.keys.open(this.keyId))
      .update(line)
      .digest()
      .subarray(0, BYTES);
  }

  onApplicationShutdown(): void {
    this.keys.closeAll();
  }

  private readonly row: KeyRow = {
    find: async () => {
      const [row]: { key_id: string }[] = await this.source.query('select key_id from customer_secret');
      return row?.key_id;
    },
    write: async (keyId) => {
      const made: unknown[] = await this.source.query(
        'insert into customer_secret (key_id, created_at) values ($1, $2) on conflict do nothing returning key_id',
        [keyId, this.clock.now()],
      );
      return made.length > 0;
    },
  };
}
