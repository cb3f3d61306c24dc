import { bodyParts } from './body-parts.rules.js';
import { header, headerLines, headerValues, readNameAddress, readVia, splitOutside } from './headers.rules.js';
import { readMessage } from './read-message.rules.js';
import { SIP_LIMITS, type SipMessage, type SipRequest } from './sip-message.js';
import { EMPTY_FRAMING, takeBytes } from './stream-framing.rules.js';
import { writeMessage } from './write-message.rules.js';

const read = (text: string) => readMessage(Buffer.from(text));
function message(text: string): SipMessage {
  const found = read(text);
  if ('unreadable' in found) throw new Error(found.unreadable);
  return found.message;
}

describe('a SIP message', () => {
  it('is read with compact names, folded lines, lists and blanks before the colon', () => {
    const options = message(
      'OPTIONS sip:srs@[2001:db8::1]:5070;transport=tcp SIP/2.0\r\nv : SIP/2.0/UDP a;branch=z9hG4bK1,\r\n\tSIP/2.0/UDP b\r\n' +
        'f: "Wang, \\"Min\\" <x>" <sip:1@a;tag=no>;tag=1\r\nt:sip:2@b;tag=2\r\ni: 7\r\nk: timer\r\nSUPPORTED: siprec,100rel\r\n\r\n',
    );
    expect(headerValues(options, 'via')).toEqual(['SIP/2.0/UDP a;branch=z9hG4bK1', 'SIP/2.0/UDP b']);
    expect(readNameAddress(header(options, 'from') ?? '')).toEqual({
      uri: 'sip:1@a;tag=no',
      parameters: new Map([['tag', '1']]),
    });
    expect(readNameAddress(header(options, 'to') ?? '')).toEqual({
      uri: 'sip:2@b',
      parameters: new Map([['tag', '2']]),
    });
    expect(headerLines(options, 'supported')).toEqual(['timer', 'siprec,100rel']);
  });

  it('takes names that every object has for names', () => {
    const { headers } = message('BYE sip:a SIP/2.0\r\nconstructor: 1\r\n__proto__: 2\r\n\r\n');
    expect(headers.map(({ name }) => name)).toEqual(['constructor', '__proto__']);
  });

  it('may end its lines with LF alone, and its body where Content-Length says', () => {
    expect(message('BYE sip:a SIP/2.0\nl: 2\ni: 1\n\nab-and-more').body.toString()).toBe('ab');
    expect(message('SIP/2.0 200 OK\r\n\r\nall of it').body.toString()).toBe('all of it');
  });

  it.each([
    ['GET / HTTP/1.1\r\n\r\n', 'no_start_line'],
    ['\u0000\u0001\u0002', 'no_start_line'],
    ['INVITE sip:a SIP/3.0\r\n\r\n', 'other_version'],
    ['INVITE sip:a SIP/2.0\r\nno header\r\n\r\n', 'bad_header'],
    ['INVITE sip:a SIP/2.0\r\nContent-Length: 10\r\n\r\nshort', 'short_body'],
    ['INVITE sip:a SIP/2.0\r\nContent-Length: -1\r\n\r\n', 'bad_length'],
    ['INVITE sip:a SIP/2.0\r\nContent-Length: 99999999999999999999\r\n\r\n', 'bad_length'],
    [`INVITE sip:a SIP/2.0\r\n${'a: b\r\n'.repeat(SIP_LIMITS.headers + 1)}\r\n`, 'too_many_headers'],
    [`INVITE sip:a SIP/2.0\r\na: ${'b'.repeat(SIP_LIMITS.headBytes)}\r\n\r\n`, 'too_many_headers'],
  ])('is none, and says why', (text, unreadable) => {
    expect(read(text)).toEqual({ unreadable });
  });

  it('comes back as it was written, and no value begins a header of its own', () => {
    const request: SipRequest = {
      kind: 'request',
      method: 'BYE',
      uri: 'sip:a',
      headers: [
        { name: 'call-id', value: 'x\r\nVia: forged' },
        { name: 'cseq', value: '1 BYE' },
      ],
      body: Buffer.from('陈'),
    };
    const written = writeMessage(request);
    expect(written.toString()).toBe(
      'BYE sip:a SIP/2.0\r\nCall-ID: x Via: forged\r\nCSeq: 1 BYE\r\nContent-Length: 3\r\n\r\n陈',
    );
    const back = readMessage(written);
    expect('message' in back && back.message).toMatchObject({ method: 'BYE', body: request.body });
  });

  it('has Vias of any spelling', () => {
    expect(readVia('SIP / 2.0 / tcp [2001:db8::9]:5061 ; branch=z9hG4bK7 ; rport')).toMatchObject({
      transport: 'TCP',
      host: '[2001:db8::9]',
      port: 5061,
    });
    expect([readVia('SIP/2.0/UDP a:0'), readVia('SIP/2.0/UDP a:99999'), readVia('HTTP/1.1 a')]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('is cut at commas outside quotes and brackets alone', () => {
    expect(splitOutside('<sip:a,b>;x="1,\\"2", <sip:c>,,', ',')).toEqual(['<sip:a,b>;x="1,\\"2"', '<sip:c>']);
  });
});

describe('a stream', () => {
  const one = 'BYE sip:a SIP/2.0\r\nl: 3\r\n\r\nabc';

  it('is cut into messages however the bytes come, keep-alives between them', () => {
    const bytes = Buffer.from(`${one}\r\n\r\n${one}\r\n\r\n\r\n${one}`);
    for (const size of [1, 2, 7, bytes.length]) {
      let framing = EMPTY_FRAMING;
      const messages: string[] = [];
      let pings = 0;
      for (let at = 0; at < bytes.length; at += size) {
        const framed = takeBytes(framing, bytes.subarray(at, at + size));
        framing = framed.rest;
        messages.push(...framed.messages.map(String));
        pings += framed.pings;
      }
      expect([size, messages, pings, framing.length]).toEqual([size, [one, one, one], 2, 0]);
    }
  });

  it('is given up where it cannot be followed, and never kept without end', () => {
    const broken = (text: string) => takeBytes(EMPTY_FRAMING, Buffer.from(text)).broken;
    expect(broken('BYE sip:a SIP/2.0\r\ni: 1\r\n\r\n')).toBe('no_length');
    expect(broken('BYE sip:a SIP/2.0\r\nContent-Length: 9999999\r\n\r\n')).toBe('bad_length');
    expect(broken('x'.repeat(SIP_LIMITS.headBytes + 1))).toBe('head_too_long');
    let framing = EMPTY_FRAMING;
    for (let n = 0; n < 100; n++) framing = takeBytes(framing, Buffer.from('\r\n'.repeat(1001))).rest;
    expect(framing.length).toBeLessThanOrEqual(2);
  });
});

describe('a body', () => {
  const body = (type: string, text: string) =>
    bodyParts(
      message(
        `INVITE sip:a SIP/2.0\r\nContent-Type: ${type}\r\nContent-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
      ),
    )?.map((part) => [part.type, part.bytes.toString()]);

  it('has its parts in any order, with and without a last boundary, a preamble, a blank after the colon', () => {
    const parts =
      'preamble\r\n--b\r\nContent-Type:application/rs-metadata\r\n\r\n<a/>\r\n--b\r\nc: application/SDP;x=1\r\n\r\nv=0\r\n\r\n--b';
    const found = [
      ['application/rs-metadata', '<a/>'],
      ['application/sdp', 'v=0\r\n'],
    ];
    expect(body('multipart/mixed; boundary="b"', `${parts}--\r\n`)).toEqual(found);
    expect(body('multipart/mixed;boundary=b', parts)).toEqual(found);
    expect(body('Application/SDP', 'v=0')).toEqual([['application/sdp', 'v=0']]);
  });

  it('may have a boundary that begins with dashes (jambonz), and one that occurs in a part', () => {
    expect(body('multipart/mixed;boundary=--u', '----u\r\n\r\nx ----u\r\n----u--')).toEqual([
      ['text/plain', 'x ----u'],
    ]);
  });

  it('is none without a boundary, or with too many parts', () => {
    expect(body('multipart/mixed', 'x')).toBeUndefined();
    expect(body('multipart/mixed;boundary=b', '--b\r\n\r\nx\r\n'.repeat(40))).toBeUndefined();
  });
});
