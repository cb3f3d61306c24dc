import { createCipheriv, createHmac } from 'node:crypto';
import { deriveSrtpKey } from '#capture';

/** What a sender makes of a packet with AES_CM_128_HMAC_SHA1_80 (RFC 3711), before its sequence numbers roll over; a header is 12 bytes. */
export function sealerOf(key: Buffer): (packet: Buffer) => Buffer {
  const [master, salt] = [key.subarray(0, 16), key.subarray(16, 30)];
  const [cipherKey, authKey, cipherSalt] = [0, 1, 2].map((label) =>
    deriveSrtpKey(master, salt, label, [16, 20, 14][label]!),
  ) as [Buffer, Buffer, Buffer];
  return (packet) => {
    const iv = Buffer.alloc(16);
    cipherSalt.copy(iv);
    for (const [at, from] of [...[4, 5, 6, 7].map((n) => [n, n + 4]), [12, 2], [13, 3]] as [number, number][])
      iv[at] = iv[at]! ^ packet[from]!;
    const payload = createCipheriv('aes-128-ctr', cipherKey, iv).update(packet.subarray(12));
    const sealed = Buffer.concat([packet.subarray(0, 12), payload]);
    const tag = createHmac('sha1', authKey).update(sealed).update(Buffer.alloc(4)).digest();
    return Buffer.concat([sealed, tag.subarray(0, 10)]);
  };
}
