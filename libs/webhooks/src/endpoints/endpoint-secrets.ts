import { Inject, Injectable } from '@nestjs/common';
import { KEY_PROVIDER, newKey, zeroKeys, type KeyProvider } from '#platform';
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

const contextOf = (endpointId: string): string[] => ['webhook-secret', endpointId];
