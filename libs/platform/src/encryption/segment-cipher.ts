import { createCipheriv, createDecipheriv, type CipherGCM, type DecipherGCM } from 'node:crypto';
import { bindingOf } from './binding.rules.js';
import { assertKey } from './keys.js';
import { HEADER, MAX_SEGMENTS, TAG_BYTES } from './sealed-format.rules.js';

/** What a sealed object is, bound into each of its segments. */
export interface SealedIdentity {
  readonly objectId: string;
  /** What it holds: `original`, `rendition`, `transcript`, … One kind never passes for another. */
  readonly kind: string;
  /** 256 bits, used for this one write attempt and never again. The caller zeroes it. */
  readonly objectKey: Buffer;
}

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;

/**
 * AES-256-GCM for one segment at a time. Nonce: the segment number, 96 bits, safe because the key is used for one write
 * only. Authenticated data: header ‖ object id ‖ kind ‖ segment number (4 bytes) ‖ last flag (1 byte).
 */
export class SegmentCipher {
  readonly #key: Buffer;
  readonly #aad: Buffer;
  readonly #nonce = Buffer.alloc(NONCE_BYTES);

  constructor({ objectId, kind, objectKey }: SealedIdentity) {
    assertKey(objectKey);
    this.#key = objectKey;
    this.#aad = Buffer.concat([HEADER, bindingOf(objectId, kind), Buffer.alloc(5)]);
  }

  encipher(segment: number, last: boolean): CipherGCM {
    this.#address(segment, last);
    return createCipheriv(CIPHER, this.#key, this.#nonce, { authTagLength: TAG_BYTES }).setAAD(this.#aad);
  }

  decipher(segment: number, last: boolean): DecipherGCM {
    this.#address(segment, last);
    return createDecipheriv(CIPHER, this.#key, this.#nonce, { authTagLength: TAG_BYTES }).setAAD(this.#aad);
  }

  #address(segment: number, last: boolean): void {
    if (segment >= MAX_SEGMENTS) throw new RangeError(`a sealed object has at most ${MAX_SEGMENTS} segments`);
    this.#nonce.writeUInt32BE(segment, NONCE_BYTES - 4);
    this.#aad.writeUInt32BE(segment, this.#aad.length - 5);
    this.#aad.writeUInt8(last ? 1 : 0, this.#aad.length - 1);
  }
}
