import { Inject, Injectable } from '@nestjs/common';
import { KEY_PROVIDER, newKey, zeroKeys, type KeyProvider, type WrappedColumn } from '#platform';
import { type WebhookEndpointRow } from './webhook-endpoint.entity.js';

type SecretColumns = Pick<WebhookEndpointRow, 'secret' | 'secretKeyVersion'>;

/**
 * The secrets that deliveries are signed with: 256 bits each, wrapped by the key provider and bound to their endpoint, so that neither a
 * copy of the database nor a row moved to another endpoint signs anything.
 */
@Injectable()
export class EndpointSecrets {
  constructor(@Inject(KEY_PROVIDER) private readonly keys: KeyProvider) {}

  /** A fresh secret: as the row stores it, and in clear, to be shown once. The caller zeroes `plain`. */
  async make(endpointId: string): Promise<SecretColumns & { plain: Buffer }> {
    const plain = newKey();
    const { version, bytes } = await this.keys.wrap(plain, contextOf(endpointId));
    return { secret: bytes, secretKeyVersion: version, plain };
  }

  /** Lends what signs at this moment, the newest first, and zeroes it afterwards. */
  async lend<T>(row: WebhookEndpointRow, now: Date, use: (secrets: readonly Buffer[]) => Promise<T>): Promise<T> {
    const context = contextOf(row.id);
    const secrets = [await this.keys.unwrap({ version: row.secretKeyVersion, bytes: row.secret }, context)];
    try {
      const { oldSecret, oldSecretKeyVersion, oldSecretUntil } = row;
      if (oldSecret && oldSecretKeyVersion !== null && oldSecretUntil && oldSecretUntil > now)
        secrets.push(await this.keys.unwrap({ version: oldSecretKeyVersion, bytes: oldSecret }, context));
      return await use(secrets);
    } finally {
      zeroKeys(...secrets);
    }
  }
}

/** Where the secrets lie, for a rotation of the key-encryption key. */
export const WEBHOOK_SECRETS: readonly WrappedColumn[] = [
  { bytes: 'secret', version: 'secret_key_version' },
  { bytes: 'old_secret', version: 'old_secret_key_version' },
].map((column) => ({ table: 'webhook_endpoint', id: 'id', context: contextOf, ...column }));

function contextOf(endpointId: string): string[] {
  return ['webhook-secret', endpointId];
}
