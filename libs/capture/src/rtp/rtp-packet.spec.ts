import fc from 'fast-check';
import { payloadOf, readRtpHeader, unwrapped } from './rtp-packet.rules.js';

const packet = (first: number, rest: number[] = [], second = 0x88) =>
  Buffer.from([first, second, 0xff, 0xfe, 0x80, 0, 0, 1, 0, 0, 0, 7, ...rest]);

describe('RTP packets', () => {
  it('are read with what stands before their payload', () => {
    const bytes = packet(0x91, [0, 0, 0, 9, 0xbe, 0xde, 0, 1, 1, 2, 3, 4, 55, 56]);
    const header = readRtpHeader(bytes)!;
    expect(header).toMatchObject({ payloadType: 8, marker: true, sequence: 0xfffe, timestamp: 0x80000001, ssrc: 7 });
    expect([...payloadOf(bytes, header)!]).toEqual([55, 56]);
  });

  it('leave their padding behind', () => {
    const bytes = packet(0xa0, [1, 2, 3, 0, 2]);
    expect([...payloadOf(bytes, readRtpHeader(bytes)!)!]).toEqual([1, 2, 3]);
  });

  it.each([
    ['of another version', packet(0x40)],
    ['too short for a header', packet(0x80).subarray(0, 11)],
    ['that name contributors they have not', packet(0x8f, [1, 2, 3, 4])],
    ['whose extension is longer than they are', packet(0x90, [0xbe, 0xde, 0xff, 0xff, 1, 2, 3, 4])],
    ['cut within the head of an extension', packet(0x90, [0xbe, 0xde])],
    ['of RTCP on the same port', packet(0x80, [], 200)],
  ])('%s are none', (_name, bytes) => expect(readRtpHeader(bytes)).toBeNull());

  it.each([[[1, 2, 0]], [[1, 2, 9]]])('with padding that cannot be have no payload', (rest) => {
    const bytes = packet(0xa0, rest);
    expect(payloadOf(bytes, readRtpHeader(bytes)!)).toBeNull();
  });

  it('of any bytes neither throw nor read past their end', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (any) => {
        const bytes = Buffer.from(any);
        const header = readRtpHeader(bytes);
        const payload = header && payloadOf(bytes, header);
        return !payload || payload.length <= bytes.length - 12;
      }),
    );
  });

  it.each([
    [0xfffe, 5, 0x10005],
    [0x10001, 0xffff, 0xffff],
    [0x10001, 3, 0x10003],
  ])('count on behind %i with %i', (before, value, expected) => expect(unwrapped(value, before, 16)).toBe(expected));
});
