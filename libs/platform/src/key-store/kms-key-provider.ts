/**
 * Key-encryption keys in AWS KMS, which never gives them out: it wraps and unwraps a recording key of 32 bytes at a time.
 *
 *   version    the ARN of the KMS key that did it. A rotation by KMS keeps the ARN, and opens old keys on its own; another key is a new
 *              version: set SHOUWEN_KMS_KEY_ID, leave the old key enabled, and re-wrap.
 *   context    what the wrapped key is for, bound by KMS as encryption context; it is also in CloudTrail, so that the trail
 *              tells which recording was opened. Ids only.
 */
import { DecryptCommand, DescribeKeyCommand, EncryptCommand, KMSClient, type KeyMetadata } from '@aws-sdk/client-kms';
import { probing, type Probed } from '../probes/index.js';
import { WrappedKeyDamaged } from '../encryption/index.js';
import { KeyVersionUnknown, tryKey, type KeyProvider, type WrappedKey } from './key-provider.js';
import { kmsFailure, wordsForKms } from './kms-failure.js';
import { type LocalKeyring } from './local-keyring.js';

export interface KmsOptions {
  /** ARN, id or `alias/…`. */
  readonly keyId: string;
  readonly region: string;
  /** Left out for AWS itself. */
  readonly endpoint?: string | undefined;
  /** Left out where the SDK is to look for itself. */
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string } | undefined;
  /** The keyring of the time before KMS: opens what it wrapped, until that is re-wrapped. */
  readonly former?: LocalKeyring | undefined;
}

const WITHIN_MS = 5_000;

export class KmsKeyProvider implements KeyProvider {
  readonly #client: KMSClient;
  readonly #keyId: string;
  readonly #former: LocalKeyring | undefined;

  constructor({ keyId, region, endpoint, credentials, former }: KmsOptions) {
    this.#keyId = keyId;
    this.#former = former;
    this.#client = new KMSClient({
      region,
      ...(endpoint !== undefined && { endpoint }),
      ...(credentials !== undefined && { credentials }),
      requestHandler: { connectionTimeout: WITHIN_MS, requestTimeout: WITHIN_MS, throwOnRequestTimeout: true },
    });
  }

  async currentVersion(): Promise<string> {
    return (await this.#describe()).Arn!;
  }

  async wrap(plain: Buffer, context: readonly string[]): Promise<WrappedKey> {
    const command = new EncryptCommand({ KeyId: this.#keyId, Plaintext: plain, EncryptionContext: contextOf(context) });
    const { CiphertextBlob, KeyId } = await this.#client.send(command).catch((error: unknown) => {
      throw kmsFailure(error);
    });
    return { version: KeyId!, bytes: Buffer.from(CiphertextBlob!) };
  }

  async unwrap({ version, bytes }: WrappedKey, context: readonly string[]): Promise<Buffer> {
    // KMS knows its keys by ARN; a number is a version of a keyring file.
    if (!version.startsWith('arn:')) {
      if (this.#former) return this.#former.unwrap({ version, bytes }, context);
      throw new KeyVersionUnknown(version, 'AWS KMS', KEYRING);
    }
    const command = new DecryptCommand({
      KeyId: version,
      CiphertextBlob: bytes,
      EncryptionContext: contextOf(context),
    });
    const { Plaintext, KeyId } = await this.#client.send(command).catch((error: unknown) => {
      const { name } = error as Error;
      if (name === 'InvalidCiphertextException' || name === 'IncorrectKeyException')
        throw new WrappedKeyDamaged(context);
      if (name === 'NotFoundException') throw new KeyVersionUnknown(version, 'AWS KMS', DELETED, error);
      throw kmsFailure(error);
    });
    const plain = Buffer.from(Plaintext!);
    Plaintext!.fill(0);
    if (KeyId === version) return plain;
    // KMS itself refuses this; a server that only speaks its protocol may look at the ciphertext alone.
    plain.fill(0);
    throw new WrappedKeyDamaged(context);
  }

  probe(): Promise<Probed> {
    const kind = 'kms';
    const look = async (): Promise<Probed> => {
      const { KeyState, KeySpec, Arn } = await this.#describe();
      const version = await tryKey(this);
      const detail = { zh: 'KMS 密钥可以加密和解密。', en: 'The KMS key wraps and unwraps.' };
      return {
        ok: true,
        detail,
        facts: { kind, version, keyState: KeyState ?? null, keySpec: KeySpec ?? null, arn: Arn! },
      };
    };
    return probing(kind, look, wordsForKms);
  }

  /** Ends the connections; the provider is not used afterwards. */
  close(): void {
    this.#client.destroy();
  }

  async #describe(): Promise<KeyMetadata> {
    const { KeyMetadata: about } = await this.#client
      .send(new DescribeKeyCommand({ KeyId: this.#keyId }))
      .catch((error: unknown) => {
        throw kmsFailure(error);
      });
    return about!;
  }
}

const KEYRING = 'a keyring file wrapped it; put that file back at SHOUWEN_KEYRING_FILE until everything is re-wrapped';
const DELETED = 'that KMS key does not exist in this region and account, or was deleted';

/** `{ purpose: 'recording-key', 'id-1': …, 'id-2': … }`: a name for each place, so that no two contexts look alike. */
const contextOf = ([purpose = '', ...ids]: readonly string[]): Record<string, string> => ({
  product: 'shouwen',
  purpose,
  ...Object.fromEntries(ids.map((id, index) => [`id-${index + 1}`, id])),
});
