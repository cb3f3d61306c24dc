import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { bindingOf, KEY_PROVIDER, newKey, TAG_BYTES, withKey, type KeyProvider, type WrappedColumn } from '#platform';
import { type ChatAddressRow } from './chat-address.entity.js';

/** Where messages go, and with what they are signed. */
export interface ChatTarget {
  url: string;
  secret: string | null;
}

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const LABEL = 'shouwen/chat-address/1';
const contextOf = (addressId: string): string[] => ['chat-address', addressId];

/** The keys of chat addresses, for a rotation of the key-encryption key. */
export const CHAT_ADDRESS_KEYS: WrappedColumn = {
  ...{ table: 'chat_address', id: 'id', bytes: 'wrapped_key', version: 'key_version', context: contextOf },
};

/**
 * Seals an address with its secret by a key of its own, which the key provider wraps and binds to the row: an incoming webhook's address is a
 * password to post, so neither a copy of the database nor a row that was moved gives it away.
 */
@Injectable()
export class ChatSecrets {
  constructor(@Inject(KEY_PROVIDER) private readonly keys: KeyProvider) {}

  async seal(
    addressId: string,
    target: ChatTarget,
  ): Promise<Pick<ChatAddressRow, 'wrappedKey' | 'keyVersion' | 'sealed'>> {
    return withKey(newKey(), async (key) => {
      const { version, bytes } = await this.keys.wrap(key, contextOf(addressId));
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES }).setAAD(
        bindingOf(LABEL, addressId),
      );
      const sealed = Buffer.concat([
        nonce,
        cipher.update(JSON.stringify(target), 'utf8'),
        cipher.final(),
        cipher.getAuthTag(),
      ]);
      return { wrappedKey: bytes, keyVersion: version, sealed };
    });
  }

  async open({ id, wrappedKey, keyVersion, sealed }: ChatAddressRow): Promise<ChatTarget> {
    const key = await this.keys.unwrap({ version: keyVersion, bytes: wrappedKey }, contextOf(id));
    return withKey(key, async () => {
      const options = { authTagLength: TAG_BYTES };
      const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE_BYTES), options);
      decipher.setAAD(bindingOf(LABEL, id)).setAuthTag(sealed.subarray(-TAG_BYTES));
      const text = Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
      return JSON.parse(text.toString('utf8')) as ChatTarget;
    });
  }
}
