import { plansOf, takenOf, writeAnswer } from './answer.rules.js';
import { firstUsableKey } from './sdes.rules.js';
import { payloadsOf, readSessionDescription } from './session-description.rules.js';

const offer = (...lines: string[]) =>
  readSessionDescription(['v=0', 'o=- 1 1 IN IP4 x', 's=-', 't=0 0', ...lines].join('\r\n'));
const taken = (secret: boolean, ...lines: string[]) =>
  takenOf(offer(...lines) ?? { media: [] }, { secret, soundFrom: (address) => address !== '198.51.100.9' });
const why = (...lines: string[]) => taken(true, ...lines).map((one) => (one.taken ? 'taken' : one.why));

const ANSWERING = { address: '192.0.2.1', keys: new Map<number, Buffer>(), sessionId: 9, version: 1 };

describe('an offer', () => {
  it('takes addresses and directions of the session where a stream has none', () => {
    const media = offer(
      'c=IN IP4 192.0.2.7',
      'a=inactive',
      'm=audio 4000/1 rtp/avp 0',
      'm=audio 4002 RTP/AVP 0',
      'c=IN IP6 2001:db8::7',
      'a=sendonly',
    )?.media;
    expect(media?.map(({ address, direction, protocol }) => [address, direction, protocol])).toEqual([
      ['192.0.2.7', 'inactive', 'RTP/AVP'],
      ['2001:db8::7', 'sendonly', 'RTP/AVP'],
    ]);
  });

  it('is none where it is no SDP, a port is beyond ports, or it has no measure', () => {
    expect([offer('m=audio 70000 RTP/AVP 0'), offer('m=audio x'), readSessionDescription('hello')]).toEqual([
      null,
      null,
      null,
    ]);
    expect(offer(...Array.from({ length: 40 }, () => 'm=audio 4000 RTP/AVP 0'))).toBeNull();
  });

  it('is taken line by line', () => {
    const key = `a=crypto:1 AES_CM_128_HMAC_SHA1_32 inline:${Buffer.alloc(30).toString('base64')}`;
    expect(
      why(
        ...['m=audio 4000 RTP/AVP 0', 'm=audio 0 RTP/AVP 0', 'm=video 4000 RTP/AVP 96', 'm=audio 9 UDP/TLS/RTP/SAVP 0'],
        ...[
          'm=audio 4000 RTP/SAVPF 0',
          key,
          'm=audio 4000 RTP/SAVP 0',
          'm=audio 4000 RTP/AVP',
          'm=audio 4000 RTP/AVPF 111',
        ],
      ),
    ).toEqual(['taken', 'ended', 'not_audio', 'transport', 'taken', 'no_usable_key', 'no_format', 'taken']);
    expect(taken(false, 'm=audio 4000 RTP/SAVP 0', key)).toMatchObject([{ taken: false, why: 'key_in_clear' }]);
  });

  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])('takes a codec named %s for a name', (name) => {
    const [media] = offer('m=audio 4000 RTP/AVP 96', `a=rtpmap:96 ${name}/8000`)?.media ?? [];
    expect(media && payloadsOf(media).get(96)).toEqual({ codec: name, clockRate: 8000, channels: 1 });
  });

  it('knows payload numbers by rtpmap, else by RFC 3551, else by the number', () => {
    const [plan] = plansOf(
      taken(
        false,
        'c=IN IP4 192.0.2.7',
        'm=audio 4000 RTP/AVP 0 9 96 97 200',
        'a=rtpmap:96 OPUS/48000/2',
        'a=rtpmap:0 pcmu/8000',
      ),
      new Map([[0, 40_000]]),
    );
    expect([...(plan?.payloads ?? [])].map(([number, { codec, channels }]) => [number, codec, channels])).toEqual([
      [0, 'PCMU', 1],
      [9, 'G722', 1],
      [96, 'opus', 2],
      [97, '97', 1],
    ]);
  });

  it('on hold in the old way, from 0.0.0.0, is paused', () => {
    const plans = plansOf(
      taken(false, 'c=IN IP4 0.0.0.0', 'm=audio 4000 RTP/AVP 0', 'a=sendonly'),
      new Map([[0, 40_000]]),
    );
    expect(plans).toMatchObject([{ state: 'paused', from: null }]);
  });
});

describe('an answer', () => {
  it('has a line for each of the offer, in its place', () => {
    const lines = taken(
      false,
      'm=video 4000 RTP/AVP 96',
      'm=audio 4002 RTP/AVP 8 101',
      'a=rtpmap:8 PCMA/8000',
      'a=rtpmap:99 X/8000',
      'a=label:b',
      'a=sendrecv',
      'm=audio 0 RTP/AVP 8',
    );
    const answer = writeAnswer(lines, { ...ANSWERING, ports: new Map([[1, 40_002]]) });
    expect(answer.split('\r\n').slice(5)).toEqual([
      ...['m=video 0 RTP/AVP 96', 'a=inactive'],
      ...['m=audio 40002 RTP/AVP 8 101', 'a=rtpmap:8 PCMA/8000', 'a=label:b', 'a=recvonly'],
      ...['m=audio 0 RTP/AVP 8', 'a=inactive', ''],
    ]);
  });

  it('names an IPv6 address as one', () => {
    expect(writeAnswer([], { ...ANSWERING, address: '2001:db8::1', ports: new Map() })).toContain(
      'c=IN IP6 2001:db8::1\r\n',
    );
  });
});

describe('SDES', () => {
  const inline = Buffer.alloc(30, 1).toString('base64');

  it('takes the first suite that is known, and its life', () => {
    expect(
      firstUsableKey([`1 AES_256_CM_HMAC_SHA1_80 inline:${inline}`, `2 aes_cm_128_hmac_sha1_80 inline:${inline}|2^31`]),
    ).toMatchObject({
      tag: '2',
      suite: 'AES_CM_128_HMAC_SHA1_80',
    });
  });

  it.each([
    ['a short key', `1 AES_CM_128_HMAC_SHA1_80 inline:${Buffer.alloc(16).toString('base64')}`],
    ['a master key identifier', `1 AES_CM_128_HMAC_SHA1_80 inline:${inline}|2^20|1:4`],
    ['an identifier without a life', `1 AES_CM_128_HMAC_SHA1_80 inline:${inline}|1:4`],
    ['packets that are not sealed', `1 AES_CM_128_HMAC_SHA1_80 inline:${inline} UNENCRYPTED_SRTP`],
    ['no tag', `x AES_CM_128_HMAC_SHA1_80 inline:${inline}`],
    ['no key', '1 AES_CM_128_HMAC_SHA1_80'],
  ])('takes none with %s', (_, crypto) => {
    expect(firstUsableKey([crypto])).toBeNull();
  });
});
