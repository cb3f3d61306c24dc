import { createCipheriv, createHmac } from 'node:crypto';
import { deriveSrtpKey, SrtpReceiver } from './srtp.rules.js';

const hex = (text: string) => Buffer.from(text.replaceAll(/\s/g, ''), 'hex');
// RFC 3711, appendix B.3.
const MASTER = hex('E1F97A0D3E018BE0D64FA32C06DE4139');
const SALT = hex('0EC675AD498AFEEBB6960B3AABE6');
const KEY = Buffer.concat([MASTER, SALT]);
const suite = 'AES_CM_128_HMAC_SHA1_80' as const;

/** Another way round, for tests: what a sender does. */
function protect(sequence: number, rollOver: number, payload: string, { tag = 10, ssrc = 0xcafebabe } = {}): Buffer {
  const header = hex('800f0000decafbad00000000');
  header.writeUInt16BE(sequence, 2);
  header.writeUInt32BE(ssrc, 8);
  const iv = Buffer.concat([deriveSrtpKey(MASTER, SALT, 2, 14), Buffer.alloc(2)]);
  const index = Buffer.alloc(16);
  index.writeUInt32BE(ssrc, 4);
  index.writeUInt32BE(rollOver, 8);
  index.writeUInt16BE(sequence, 12);
  const cipher = createCipheriv(
    'aes-128-ctr',
    deriveSrtpKey(MASTER, SALT, 0, 16),
    iv.map((b, i) => b ^ (index[i] as number)),
  );
  const packet = Buffer.concat([header, cipher.update(Buffer.from(payload, 'latin1'))]);
  const counter = Buffer.alloc(4);
  counter.writeUInt32BE(rollOver);
  const mac = createHmac('sha1', deriveSrtpKey(MASTER, SALT, 1, 20))
    .update(packet)
    .update(counter)
    .digest();
  return Buffer.concat([packet, mac.subarray(0, tag)]);
}

const payloadOf = (opened: ReturnType<SrtpReceiver['open']>) =>
  typeof opened === 'string' ? opened : opened.clear.subarray(opened.header.payloadAt).toString('latin1');

describe('SRTP', () => {
  it('derives the session keys of RFC 3711', () => {
    expect(deriveSrtpKey(MASTER, SALT, 0, 16)).toEqual(hex('C61E7A93744F39EE10734AFE3FF7A087'));
    expect(deriveSrtpKey(MASTER, SALT, 2, 14)).toEqual(hex('30CBBC08863D8C85D49DB34A9AE1'));
    expect(deriveSrtpKey(MASTER, SALT, 1, 20)).toEqual(hex('CEBE321F6FF7716B6FD4AB49AF256A156D38BAA4'));
  });

  it('uses the key stream of RFC 3711, appendix B.2', () => {
    const iv = hex('F0F1F2F3F4F5F6F7F8F9FAFBFCFD0000');
    const stream = createCipheriv('aes-128-ctr', hex('2B7E151628AED2A6ABF7158809CF4F3C'), iv).update(Buffer.alloc(32));
    expect(stream).toEqual(hex('E03EAD0935C95E80E166B16DD92B4EB4 D23513162B02D0F72A43A2FE4A5F97AB'));
  });

  it('opens the packet that libsrtp is tested with', () => {
    const sealed = hex('800f1234decafbadcafebabe 4e55dc4ce79978d88ca4d215949d2402 b78d6acc99ea179b8dbb');
    expect(payloadOf(new SrtpReceiver({ suite, key: KEY }).open(sealed))).toBe('\xab'.repeat(16));
  });

  it('opens packets with a tag of 32 bits', () => {
    const receiver = new SrtpReceiver({ suite: 'AES_CM_128_HMAC_SHA1_32', key: KEY });
    expect(payloadOf(receiver.open(protect(7, 0, 'short', { tag: 4 })))).toBe('short');
  });

  it('opens payloads of several blocks of the cipher, and of a part of one', () => {
    const payload = Array.from({ length: 163 }, (_, n) => String.fromCharCode(n)).join('');
    expect(payloadOf(new SrtpReceiver({ suite, key: KEY }).open(protect(9, 0, payload)))).toBe(payload);
  });

  it('goes on when the sequence numbers roll over, also late and out of order', () => {
    const receiver = new SrtpReceiver({ suite, key: KEY });
    for (const [sequence, rollOver] of [
      [65534, 0],
      [1, 1],
      [65535, 0],
      [2, 1],
    ] as const)
      expect(payloadOf(receiver.open(protect(sequence, rollOver, 'x')))).toBe('x');
    expect(receiver.progress()).toEqual([{ ssrc: 0xcafebabe, index: 65538 }]);
  });

  it('goes on after a restart in which they rolled over', () => {
    const progress = [{ ssrc: 0xcafebabe, index: 3 * 65536 + 40000 }];
    const receiver = new SrtpReceiver({ suite, key: KEY }, progress);
    expect(payloadOf(receiver.open(protect(39000, 4, 'after')))).toBe('after');
  });

  it('takes a packet once', () => {
    const receiver = new SrtpReceiver({ suite, key: KEY });
    const packet = protect(500, 0, 'once');
    expect(payloadOf(receiver.open(packet))).toBe('once');
    expect(receiver.open(packet)).toBe('replayed');
    // Also once others came after it.
    receiver.open(protect(501, 0, 'the next'));
    expect(receiver.open(packet)).toBe('replayed');
    receiver.open(protect(700, 0, 'far ahead'));
    expect(receiver.open(protect(502, 0, 'older than the window'))).toBe('replayed');
  });

  it('refuses what was changed, and learns nothing of its sender', () => {
    const receiver = new SrtpReceiver({ suite, key: KEY });
    const packet = protect(500, 0, 'changed');
    packet[14] = (packet[14] as number) ^ 1;
    expect(receiver.open(packet)).toBe('not_authentic');
    expect(receiver.progress()).toEqual([]);
    expect(receiver.open(Buffer.from('short'))).toBe('no_rtp');
    expect(receiver.open(packet.subarray(0, 15))).toBe('no_rtp');
  });
});
