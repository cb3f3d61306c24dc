import { createHmac } from 'node:crypto';

/** Standard Webhooks writes a secret as this and its base64. */
const SECRET_PREFIX = 'whsec_';

/** As a receiver's library takes it. */
export const writeSecret = (secret: Buffer): string => `${SECRET_PREFIX}${secret.toString('base64')}`;

/**
 * The headers of a delivery after Standard Webhooks 1.0 (https://www.standardwebhooks.com): `id.timestamp.body` under HMAC-SHA256, base64,
 * version `v1`. While a secret is being changed there is a signature by each, separated by a space, so that either verifies.
 */
export function signedHeaders(
  { id, body }: { id: string; body: string },
  sentAt: Date,
  secrets: readonly Buffer[],
): Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string> {
  const timestamp = Math.floor(sentAt.getTime() / 1000).toString();
  const sign = (secret: Buffer) =>
    createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`, 'utf8').digest('base64');
  const signatures = secrets.map((secret) => `v1,${sign(secret)}`).join(' ');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures };
}
