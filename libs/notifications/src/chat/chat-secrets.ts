import { Inject, Injectable } from '@nestjs/common';
import {
  KEY_PROVIDER,
  openText,
  sealText,
  type KeyProvider,
  type SealedFor,
  type SealedText,
  type WrappedColumn,
} from '#platform';
import { type ChatAddressRow } from './chat-address.entity.js';

/** Where messages go, and with what they are signed. */
export interface ChatTarget {
  url: string;
  secret: string | null;
}

const contextOf = (addressId: string): string[] => ['chat-address', addressId];
const of = (id: string): SealedFor => ({ label: 'shouwen/chat-address/1', id, context: contextOf(id) });

/** The keys of chat addresses, for a rotation of the key-encryption key. */
export const CHAT_ADDRESS_KEYS: WrappedColumn = {
  ...{ table: 'chat_address', id: 'id', bytes: 'wrapped_key', version: 'key_version', context: contextOf },
};

/** Seals an address with its secret: an incoming webhook's address is a password to post. */
@Injectable()
export class ChatSecrets {
  constructor(@Inject(KEY_PROVIDER) private readonly keys: KeyProvider) {}

  seal(addressId: string, target: ChatTarget): Promise<SealedText> {
    return sealText(this.keys, JSON.stringify(target), of(addressId));
  }

  async open(row: ChatAddressRow): Promise<ChatTarget> {
    return JSON.parse(await openText(this.keys, row, of(row.id))) as ChatTarget;
  }
}
