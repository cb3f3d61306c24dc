import { createHmac } from 'node:crypto';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, FileKeyStore, KEY_STORE } from '#platform';
import { lineOf } from '../numbers/one-customer.rules.js';
import { type TelephoneNumber } from '../numbers/telephone-number.rules.js';

/** In the key store's records, where recordings have their id. */
const SUBJECT = 'customers';
const BYTES = 16;

/** By what the same customer is known again: a keyed hash of the number, by a key that lies in the key store alone. */
@Injectable()
export class CustomerKeys implements OnApplicationShutdown {
  private key: Buffer | null = null;

  constructor(
    private readonly source: DataSource,
    @Inject(KEY_STORE) private readonly keys: FileKeyStore,
    private readonly clock: Clock,
  ) {}

  /** null for a number that no plan has, that is withheld, or of a service: it joins no calls. */
  async of(number: TelephoneNumber | null): Promise<Buffer | null> {
    const line = lineOf(number);
    if (line === null) return null;
    this.key ??= await this.open();
    return createHmac('sha256', this.key).update(line).digest().subarray(0, BYTES);
  }

  onApplicationShutdown(): void {
    this.key?.fill(0);
    this.key = null;
  }

  private async open(): Promise<Buffer> {
    return this.keys.unwrap((await this.known()) ?? (await this.make()));
  }

  private async known(): Promise<string | undefined> {
    const [row]: { key_id: string }[] = await this.source.query('select key_id from customer_secret');
    return row?.key_id;
  }

  /** Of several processes that make it at once, the first row stays; the others' keys are taken back. */
  private async make(): Promise<string> {
    const { keyId, key } = await this.keys.create(SUBJECT);
    key.fill(0);
    const made: unknown[] = await this.source.query(
      'insert into customer_secret (key_id, created_at) values ($1, $2) on conflict do nothing returning key_id',
      [keyId, this.clock.now()],
    );
    if (made.length > 0) return keyId;
    await this.keys.destroy(keyId);
    const first = await this.known();
    if (first === undefined) throw new Error('the secret of customers was there a moment ago');
    return first;
  }
}
