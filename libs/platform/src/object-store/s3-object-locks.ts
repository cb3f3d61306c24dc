import {
  GetObjectLegalHoldCommand,
  GetObjectLockConfigurationCommand,
  GetObjectRetentionCommand,
  PutObjectLegalHoldCommand,
  S3ServiceException,
  type S3Client,
} from '@aws-sdk/client-s3';
import { ObjectLocked, type ObjectLocks } from './object-locks.js';

interface Version {
  Bucket: string;
  Key: string;
  VersionId: string;
}

/** Is Object Lock on in this bucket? Servers that do not know of it say no in ways of their own. */
export async function hasObjectLock(client: S3Client, bucket: string): Promise<boolean> {
  try {
    const answer = await client.send(new GetObjectLockConfigurationCommand({ Bucket: bucket }));
    return answer.ObjectLockConfiguration?.ObjectLockEnabled === 'Enabled';
  } catch (error) {
    if (error instanceof S3ServiceException && [400, 403, 404, 405, 501].includes(error.$metadata.httpStatusCode ?? 0))
      return false;
    throw error;
  }
}

/** Legal holds on the versions of one bucket's objects. */
export class S3ObjectLocks implements ObjectLocks {
  readonly #client: S3Client;
  readonly #versionsOf: (key: string) => AsyncIterable<Version>;

  constructor(client: S3Client, versionsOf: (key: string) => AsyncIterable<Version>) {
    this.#client = client;
    this.#versionsOf = versionsOf;
  }

  hold(key: string): Promise<void> {
    return this.#put(key, 'ON');
  }

  release(key: string): Promise<void> {
    return this.#put(key, 'OFF');
  }

  async #put(key: string, Status: 'ON' | 'OFF'): Promise<void> {
    for await (const version of this.#versionsOf(key))
      await this.#client.send(new PutObjectLegalHoldCommand({ ...version, LegalHold: { Status } }));
  }
}

/** Why a version could not be deleted: what locks it, or else the refusal as it was. */
export async function lockOf(client: S3Client, version: Version, refusal: unknown): Promise<unknown> {
  if (!(refusal instanceof S3ServiceException) || refusal.$metadata.httpStatusCode !== 403) return refusal;
  const hold = await client.send(new GetObjectLegalHoldCommand(version)).catch(() => null);
  if (hold?.LegalHold?.Status === 'ON') return new ObjectLocked(version.Key, null);
  const retention = await client.send(new GetObjectRetentionCommand(version)).catch(() => null);
  const until = retention?.Retention?.RetainUntilDate;
  return until ? new ObjectLocked(version.Key, until) : refusal;
}
