/*
 * SRTP with a key from the offer (RFC 3711, RFC 4568)
 *   1. Session keys for cipher, authentication and salt come from the master key; the rate of derivation is 0, so once.
 *   2. A packet's index is its roll-over counter and sequence number. The counter is guessed from the highest index so far.
 *   3. The tag is checked first; only then the replay window moves, and the payload is opened.
 * Contexts are kept for each SSRC. Only a packet with a right tag makes one, so strangers cost no memory.
 * Objects of node:crypto for each packet would cost several times what the work does: one cipher is kept, and HMAC is two plain hashes (RFC 2104).
 */
import { createCipheriv, hash, timingSafeEqual, type Cipheriv } from 'node:crypto';
import { type SrtpKey } from '../session/media-plane.js';
import { type SrtpProgress } from '../session/session-records.rules.js';
import { readRtpHeader, unwrapped, type RtpHeader } from './rtp-packet.rules.js';

const KEY_BYTES = 16;
const SALT_BYTES = 14;
const TAG_BYTES = { AES_CM_128_HMAC_SHA1_80: 10, AES_CM_128_HMAC_SHA1_32: 4 } as const;
const WINDOW = 128;
const AES_BLOCK_BYTES = 16;
const SHA1_BLOCK_BYTES = 64;
/** More senders than this on one stream are an attack by who holds the key, or a fault. */
const MOST_SENDERS = 64;

/** The first bytes of the key stream that belongs to a label (RFC 3711 §4.3.3). */
export function deriveSrtpKey(master: Buffer, salt: Buffer, label: number, bytes: number): Buffer {
  const iv = Buffer.alloc(16);
  salt.copy(iv);
  iv[7] = (iv[7] as number) ^ label;
  return createCipheriv('aes-128-ctr', master, iv).update(Buffer.alloc(bytes));
}

export type SrtpRefusal = 'not_authentic' | 'replayed' | 'no_rtp';

interface Sender {
  index: number;
  /** Indices down to `WINDOW` below the highest, that came: bit 0 is the highest. */
  seen: bigint;
}

export class SrtpReceiver {
  readonly #cipher: Cipheriv;
  readonly #salt: Buffer;
  readonly #innerPad: Uint8Array;
  readonly #outerPad: Uint8Array;
  readonly #tagBytes: number;
  readonly #senders = new Map<number, Sender>();

  /** @param progress of a former process with this key */
  constructor({ suite, key }: SrtpKey, progress: readonly SrtpProgress[] = []) {
    const [master, salt] = [key.subarray(0, KEY_BYTES), key.subarray(KEY_BYTES, KEY_BYTES + SALT_BYTES)];
    if (key.length !== KEY_BYTES + SALT_BYTES) throw new RangeError('an SRTP key is 16 bytes and a salt of 14');
    this.#cipher = createCipheriv('aes-128-ecb', deriveSrtpKey(master, salt, 0, KEY_BYTES), null);
    const authKey = deriveSrtpKey(master, salt, 1, SHA1_BLOCK_BYTES).fill(0, 20);
    this.#innerPad = authKey.map((byte) => byte ^ 0x36);
    this.#outerPad = authKey.map((byte) => byte ^ 0x5c);
    this.#salt = deriveSrtpKey(master, salt, 2, SALT_BYTES);
    this.#tagBytes = TAG_BYTES[suite];
    for (const { ssrc, index } of progress) this.#senders.set(ssrc, { index, seen: 1n });
  }

  progress(): SrtpProgress[] {
    return [...this.#senders].map(([ssrc, { index }]) => ({ ssrc, index }));
  }

  /** A packet in clear, as if it had been RTP. */
  open(bytes: Buffer): { header: RtpHeader; clear: Buffer } | SrtpRefusal {
    const found = this.#follow(bytes);
    if (typeof found === 'string') return found;
    const { header, end, index } = found;
    return { header, clear: this.#decrypted(bytes.subarray(0, end), header, index) };
  }

  /** Notes how far the sender has come by a packet that stays closed. */
  follow(bytes: Buffer): void {
    this.#follow(bytes);
  }

  #follow(bytes: Buffer): { header: RtpHeader; end: number; index: number } | SrtpRefusal {
    const header = readRtpHeader(bytes);
    const end = bytes.length - this.#tagBytes;
    if (!header || end < header.payloadAt) return 'no_rtp';
    const sender = this.#senders.get(header.ssrc);
    const index = this.#authenticIndex(bytes, end, header, sender);
    if (index === null || (!sender && this.#senders.size >= MOST_SENDERS)) return 'not_authentic';
    return this.#isNew(header.ssrc, sender, index) ? { header, end, index } : 'replayed';
  }

  /** After a restart the counter may have rolled over unseen: the next one is tried as well. */
  #authenticIndex(bytes: Buffer, end: number, { sequence }: RtpHeader, sender: Sender | undefined): number | null {
    const guess = sender ? unwrapped(sequence, sender.index, 16) : sequence;
    const counter = Buffer.allocUnsafe(4);
    for (const index of [guess, guess + 0x10000]) {
      if (index < 0) continue;
      counter.writeUInt32BE(Math.floor(index / 0x10000) % 2 ** 32);
      const inner = hash('sha1', Buffer.concat([this.#innerPad, bytes.subarray(0, end), counter]), 'buffer');
      const mac = hash('sha1', Buffer.concat([this.#outerPad, inner]), 'buffer');
      if (timingSafeEqual(mac.subarray(0, this.#tagBytes), bytes.subarray(end))) return index;
    }
    return null;
  }

  #isNew(ssrc: number, sender: Sender | undefined, index: number): boolean {
    if (!sender) {
      this.#senders.set(ssrc, { index, seen: 1n });
      return true;
    }
    const ahead = index - sender.index;
    if (ahead > 0) {
      sender.seen = ahead >= WINDOW ? 1n : ((sender.seen << BigInt(ahead)) | 1n) & ALL;
      sender.index = index;
      return true;
    }
    const bit = 1n << BigInt(-ahead);
    if (-ahead >= WINDOW || (sender.seen & bit) !== 0n) return false;
    sender.seen |= bit;
    return true;
  }

  #decrypted(packet: Buffer, { payloadAt, ssrc }: RtpHeader, index: number): Buffer {
    const iv = Buffer.alloc(AES_BLOCK_BYTES);
    this.#salt.copy(iv);
    iv.writeUInt32BE((iv.readUInt32BE(4) ^ ssrc) >>> 0, 4);
    const counter = Math.floor(index / 0x10000);
    iv.writeUInt32BE((iv.readUInt32BE(8) ^ counter) >>> 0, 8);
    iv.writeUInt16BE(iv.readUInt16BE(12) ^ (index % 0x10000), 12);
    const keyStream = this.#keyStream(iv, packet.length - payloadAt);
    const clear = Buffer.from(packet);
    for (let at = payloadAt; at < clear.length; at++)
      clear[at] = (clear[at] as number) ^ (keyStream[at - payloadAt] as number);
    return clear;
  }

  /** As of AES in counter mode: the blocks from the vector on, each sealed. */
  #keyStream(iv: Buffer, bytes: number): Buffer {
    const blocks = Math.ceil(bytes / AES_BLOCK_BYTES);
    const counters = Buffer.allocUnsafe(blocks * AES_BLOCK_BYTES);
    for (let block = 0; block < blocks; block++) {
      iv.writeUInt16BE(block, 14);
      iv.copy(counters, block * AES_BLOCK_BYTES);
    }
    return this.#cipher.update(counters);
  }
}

const ALL = (1n << BigInt(WINDOW)) - 1n;
