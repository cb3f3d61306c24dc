import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { mergeMetadata, NO_METADATA } from '../metadata/metadata.rules.js';
import { payloadKind } from '../codecs/payloads.rules.js';
import { payloadsOf, readSessionDescription } from '../sdp/session-description.rules.js';
import { readMessage } from '../sip/read-message.rules.js';
import { EMPTY_FRAMING, takeBytes } from '../sip/stream-framing.rules.js';
import { countingFresh, TLS, UDP } from './scripted-server.fixture.js';
import { RecordingServer } from './recording-server.rules.js';
import { invite, METADATA, request, sdpPart } from './siprec-client.fixture.js';

const FOLDER = 'test/fixtures/siprec';
const ROUNDS = process.env['SHOUWEN_TEST_DEEP'] === '1' ? 100_000 : 3_000;

/** The same numbers in every run: what fails once fails again. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const SEEDS: Buffer[] = [
  ...readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.sip'))
    .map((name) => readFileSync(join(FOLDER, name))),
  ...[invite(), request({ method: 'OPTIONS' }), request({ method: 'BYE', to: 'tag1' })].map((one) => Buffer.from(one)),
];

/** Pieces that parsers trip over. */
const NASTY = [
  ...[
    '\r\n\r\n',
    '\n',
    '\u0000',
    '"',
    '<',
    '>',
    ';',
    ':',
    ',',
    '--',
    '\r\n ',
    '%',
    '\\',
    '&#x;',
    ']]>',
    '<!--',
    '<![CDATA[',
    'constructor',
    '__proto__',
    'toString',
  ],
  ...[
    'Content-Length: 99999999',
    'l: -1',
    'm=audio 1 RTP/AVP 0',
    'a=label:',
    ';tag=',
    'a=crypto:1 X inline:',
    'a=rtpmap:8 constructor/8000\r\n',
    '9'.repeat(40),
  ],
  'Via: SIP/2.0/UDP ;;;=',
].map((text) => Buffer.from(text));

/** Bytes of memory that are in use, once what is not has been let go. */
function heldBytes(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function mangled(seed: Buffer, pick: (below: number) => number): Buffer {
  let bytes = Buffer.from(seed);
  for (let times = 1 + pick(4); times > 0; times--) {
    const at = pick(bytes.length + 1);
    const to = Math.min(bytes.length, at + pick(60));
    const kind = pick(5);
    if (kind === 0 && bytes.length > 0) bytes[pick(bytes.length)] = pick(256);
    else if (kind === 1) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(to)]);
    else if (kind === 2) bytes = Buffer.concat([bytes.subarray(0, to), bytes.subarray(at)]);
    else if (kind === 3) bytes = Buffer.concat([bytes.subarray(0, at), NASTY[pick(NASTY.length)]!, bytes.subarray(at)]);
    else bytes = bytes.subarray(0, at);
  }
  return bytes;
}

describe(`${ROUNDS} mangled messages`, () => {
  it('neither throw, nor are answered by what is no SIP, nor leave more behind than may lie there', () => {
    const pick = numbers(2026);
    const ports = { udp: 5070, tcp: 5070, tls: 5071 };
    const server = new RecordingServer({ address: '192.0.2.1', ports, calls: 50 }, countingFresh());
    let at = 0;
    let understood = 0;
    let settled = 0;
    for (let n = 0; n < ROUNDS; n++) {
      if (n === 20_000) settled = heldBytes();
      const bytes = mangled(SEEDS[pick(SEEDS.length)]!, pick);
      takeBytes(EMPTY_FRAMING, bytes);
      const read = readMessage(bytes);
      if ('unreadable' in read) continue;
      understood++;
      const effects = server.receive(read.message, pick(2) ? UDP : TLS, (at += pick(100)));
      for (const effect of effects) {
        if (effect.do === 'open')
          effects.push(
            ...server.opened(
              effect.session,
              pick(9) ? Array.from({ length: effect.streams }, (_, i) => 40_000 + 2 * i) : null,
              at,
            ),
          );
        if (effect.do === 'send') expect('message' in readMessage(effect.bytes)).toBe(true);
      }
      if (pick(50) === 0) server.tick((at += pick(40_000)), () => undefined);
      expect(server.size).toBeLessThanOrEqual(50);
    }
    expect(understood).toBeGreaterThan(ROUNDS / 3);
    // What is kept of them does not grow with how many there were.
    if (settled > 0) expect(heldBytes() - settled).toBeLessThan(64 * 1024 * 1024);
    server.tick(at + 40 * 60_000, () => undefined);
    server.tick(at + 80 * 60_000, () => undefined);
    expect(server.size).toBe(0);
  });

  it('of SDP and metadata are read or refused', () => {
    const pick = numbers(7866);
    const sdp = Buffer.from(
      sdpPart([{}, { protocol: 'RTP/SAVP', lines: ['a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:AAAA'] }]).split(
        '\r\n\r\n',
      )[1] ?? '',
    );
    const xml = Buffer.from(METADATA);
    let read = 0;
    for (let n = 0; n < ROUNDS; n++) {
      const description = readSessionDescription(mangled(sdp, pick).toString());
      if (description) read++;
      for (const media of description?.media ?? [])
        for (const format of payloadsOf(media).values()) expect(typeof payloadKind(format)).toBe('string');
      if (mergeMetadata(NO_METADATA, mangled(xml, pick).toString())) read++;
    }
    expect(read).toBeGreaterThan(ROUNDS / 4);
  });

  it.each([
    ['attributes without end', `<recording ${'a'.repeat(250_000)}>`],
    ['brackets without end', '<'.repeat(250_000)],
    ['a name without end', `<${'a'.repeat(250_000)}`],
    ['open elements', '<a>'.repeat(80_000)],
    ['half a comment', `<recording><!--${'-'.repeat(250_000)}`],
    ['entities', `<recording>${'&amp'.repeat(60_000)}</recording>`],
    ['quotes', `<recording ${'a="'.repeat(80_000)}>`],
  ])('of the greatest length are read in a moment: %s', (_, text) => {
    // A pattern that goes back and forth over it would not come to an end within the test's own time.
    mergeMetadata(NO_METADATA, text);
    const message = `INVITE sip:a SIP/2.0\r\nVia: ${text.slice(0, 60_000)}\r\nFrom: ${text.slice(0, 2)}\r\n\r\n`;
    readMessage(Buffer.from(message));
    const server = new RecordingServer(
      { address: '192.0.2.1', ports: { udp: 1, tcp: 1, tls: 1 }, calls: 1 },
      countingFresh(),
    );
    const long = (name: string) =>
      invite().replace(new RegExp(`^${name}: .*`, 'm'), `${name}: ${text.slice(0, 60_000)}`);
    for (const name of ['Via', 'From', 'To', 'Contact', 'Require', 'Content-Type', 'CSeq']) {
      const read = readMessage(Buffer.from(long(name)));
      if ('message' in read) server.receive(read.message, UDP, 0);
    }
    expect(server.size).toBeLessThanOrEqual(1);
  });
});
