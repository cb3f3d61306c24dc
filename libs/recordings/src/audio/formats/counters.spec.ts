import fc from 'fast-check';
import {
  amrFile,
  element,
  flacBomb,
  flacFrame,
  noise,
  opusBomb,
  wavOf,
  webmBomb,
  webmHead,
  webmTrack,
} from '../../../../../test/fixtures/audio-files.js';
import { soundOf } from '../sound-watch.js';
import { COUNTERS } from './sniff-audio.rules.js';
import { type SoundCounter, type SoundProblem, type SoundVerdict } from './sound-counter.js';

/** Frames of 72 bytes, 36 ms of 16 kHz, one channel. */
const MP3 = Buffer.concat(
  Array.from({ length: 50 }, () => Buffer.concat([Buffer.from('fff328c0', 'hex'), Buffer.alloc(68)])),
);
const ID3 = Buffer.concat([Buffer.from('ID3\x04\0\0\0\0\x10\0', 'latin1'), Buffer.alloc(2_048, 0xff)]);
/** Frames of 64 ms of 16 kHz, one channel. */
const ADTS = Buffer.concat(
  Array.from({ length: 50 }, () => Buffer.concat([Buffer.from('fff1604003e0fc', 'hex'), Buffer.alloc(24)])),
);

function follow(counter: SoundCounter, file: Buffer, pieceBytes = file.length): SoundVerdict | SoundProblem {
  for (let at = 0; at < file.length; at += pieceBytes) counter.take(file.subarray(at, at + pieceBytes));
  counter.end();
  return counter.problem ?? counter.verdict();
}

const KINDS = [
  ['amr', amrFile(50), 1_000],
  ['amr', amrFile(50, true), 1_000],
  ['mp3', MP3, 50 * 36],
  ['mp3', Buffer.concat([ID3, MP3, Buffer.from('TAG'.padEnd(128, '\0'))]), 50 * 36],
  ['adts', ADTS, 50 * 64],
  ['flac', flacBomb(10), 10 * 8_192],
  ['ogg', opusBomb(60), 60_000],
  ['webm', webmBomb(60), 60_000],
  ['wav', wavOf({ channels: 1, sampleRate: 8_000 }, noise(16_000)), 1_000],
] as const;

describe('a file on its way', () => {
  it.each(KINDS)('of kind %s is as long as its frames are, however it is cut into pieces', (kind, file, ms) => {
    for (const pieceBytes of [1, 61, 4_096, file.length]) {
      const end = follow(COUNTERS[kind](), file, pieceBytes);
      expect(end).toMatchObject({ state: 'complete', channels: 1 });
      expect(Math.abs((end as SoundVerdict).durationMs - ms)).toBeLessThan(4);
    }
  });

  it.each(KINDS.filter(([kind]) => kind !== 'flac'))(
    'of kind %s is incomplete when its last frame is',
    (kind, file) => {
      const inLastFrame = kind === 'mp3' && file.length > MP3.length ? 128 + 10 : 10;
      const end = follow(COUNTERS[kind](), file.subarray(0, file.length - inLastFrame));
      expect(end).toMatchObject({ state: 'incomplete' });
    },
  );

  it('that is small and would play for days is stopped', () => {
    expect(() => soundOf(flacBomb(5_600))).toThrow('too_long');
    expect(() => soundOf(opusBomb(13 * 3_600))).toThrow('too_long');
    expect(() => soundOf(webmBomb(13 * 3_600))).toThrow('too_long');
    expect(soundOf(opusBomb(11 * 3_600))).toMatchObject({ state: 'complete' });
  });

  it('counts no frame of FLAC whose number does not follow on, or whose checksum is wrong', () => {
    const file = flacBomb(4);
    const frames = file.subarray(42);
    const wrong = Buffer.from(file);
    // The size of the first frame: its checksum no longer fits.
    wrong[42 + 5] = 0;
    expect(follow(COUNTERS.flac(), wrong)).toMatchObject({ durationMs: 3 * 8_192 });
    const faraway = Buffer.concat([file, flacFrame(100_000), flacFrame(100_001)]);
    expect(follow(COUNTERS.flac(), faraway)).toMatchObject({ durationMs: Math.round(4 * 8_191.875) });
    const afterAHole = Buffer.concat([file, flacFrame(50)]);
    expect(follow(COUNTERS.flac(), afterAHole)).toMatchObject({ durationMs: Math.round(5 * 8_191.875) });
    const twice = Buffer.concat([file, frames]);
    expect(follow(COUNTERS.flac(), twice)).toMatchObject({ durationMs: Math.round(4 * 8_191.875) });
  });

  it.each<[string, Buffer, object]>([
    ['Speex', ogg('Speex   '.padEnd(80)), { code: 'unsupported_codec', name: 'Speex' }],
    ['Theora', ogg('\x80theora'.padEnd(42)), { code: 'moving_pictures' }],
    ['Opus of six channels', ogg(`OpusHead\x01\x06${'\0'.repeat(9)}`), { code: 'unsupported_channels', channels: 6 }],
    ['two streams', Buffer.concat([opusBomb(1), opusBomb(1)]), { code: 'several_streams' }],
  ])('of Ogg is refused by name: %s', (_what, file, problem) => {
    expect(follow(COUNTERS.ogg(), file)).toEqual(problem);
  });

  const VP8 = webmTrack({ number: 2, type: 1, codec: 'V_VP8' });
  it.each<[string, Buffer, object]>([
    ['a track of pictures', webmHead(VP8, webmTrack()), { code: 'moving_pictures' }],
    ['two tracks of sound', webmHead(webmTrack(), webmTrack({ number: 2 })), { code: 'several_streams' }],
    [
      'its tracks told twice',
      Buffer.concat([webmHead(webmTrack()), element('1654ae6b', VP8)]),
      { code: 'several_streams' },
    ],
    ['another file behind it', Buffer.concat([webmBomb(1), webmBomb(1)]), { code: 'several_streams' }],
    ['AAC', webmHead(webmTrack({ codec: 'A_AAC' })), { code: 'unsupported_codec', name: 'A_AAC' }],
    [
      'encrypted frames',
      webmHead(webmTrack({ more: element('6d80', Buffer.alloc(4)) })),
      { code: 'unsupported_codec', name: 'A_OPUS with content encoding' },
    ],
    [
      'Opus of six channels',
      webmHead(webmTrack({ stored: Buffer.from(`OpusHead\x01\x06${'\0'.repeat(9)}`) })),
      { code: 'unsupported_channels', channels: 6 },
    ],
    ['Opus without its header', webmHead(webmTrack({ stored: Buffer.alloc(0) })), { code: 'no_frames' }],
    ['no track', webmHead(), { code: 'no_frames' }],
    [
      'sound before its track',
      Buffer.concat([element('1a45dfa3', Buffer.alloc(0)), element('18538067'), element('a3', Buffer.alloc(9))]),
      { code: 'no_frames' },
    ],
    ['a description larger than any', Buffer.from('1a45dfa301ffffffffffff00', 'hex'), { code: 'no_frames' }],
    ['nothing of its own behind the name', Buffer.from('1a45dfa300000000', 'hex'), { code: 'no_frames' }],
  ])('of WebM with %s is refused by name', (_what, file, problem) => {
    expect(follow(COUNTERS.webm(), file)).toEqual(problem);
  });

  it('of WebM is no longer than its packets can be, with any clock', () => {
    const late = Buffer.from([0xa3, 0x86, 0x81, 0x7f, 0xff, 0x80, 0x83, 48]);
    const clock = element('e7', Buffer.from('00ffffffffffff', 'hex'));
    const file = Buffer.concat([webmHead(webmTrack()), element('1f43b675'), clock, late]);
    expect(follow(COUNTERS.webm(), file)).toMatchObject({ durationMs: 120 });
    // Two packets in a block, of which the first is looked at.
    const laced = Buffer.from([0xa3, 0x87, 0x81, 0, 0, 0x84, 1, 0x83, 48]);
    const pair = Buffer.concat([webmHead(webmTrack()), element('1f43b675'), clock, laced]);
    expect(follow(COUNTERS.webm(), pair)).toMatchObject({ durationMs: 240 });
  });

  it.each([
    ['no box after the first', Buffer.from('0000001466747970', 'hex')],
    ['an index without a track', mp4(box('moov', Buffer.alloc(0)))],
    [
      'an index larger than any',
      mp4(Buffer.concat([Buffer.from([1, 0, 0, 9]), Buffer.from('moov'), Buffer.alloc(64)])),
    ],
  ])('of MP4 with %s is refused', (_what, file) => {
    expect(follow(COUNTERS.mp4(), file)).toMatchObject({ code: expect.stringMatching(/^(index_|no_frames)/) });
  });

  it('of MP4 over 256 MB whose index is last is refused before it has all come', () => {
    const counter = COUNTERS.mp4();
    counter.take(mp4(Buffer.concat([Buffer.from('10000001', 'hex'), Buffer.from('mdat'), Buffer.alloc(64)])));
    expect(counter.problem).toMatchObject({ code: 'index_last_too_large' });
  });

  it('never breaks its reader, with any bytes in it', () => {
    const whole = KINDS.map(([kind, file]) => ({ kind, file: file.subarray(0, 3_000) }));
    const damaged = fc.record({
      which: fc.integer({ min: 0, max: whole.length - 1 }),
      changes: fc.array(fc.tuple(fc.nat(2_999), fc.nat(255)), { maxLength: 40 }),
      cutAt: fc.nat(3_000),
      pieceBytes: fc.integer({ min: 1, max: 700 }),
    });
    fc.assert(
      fc.property(damaged, ({ which, changes, cutAt, pieceBytes }) => {
        const { kind, file } = whole[which] as (typeof whole)[number];
        const bytes = Buffer.from(file.subarray(0, cutAt));
        for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
        const end = follow(COUNTERS[kind](), bytes, pieceBytes);
        if ('code' in end) return;
        expect(end.durationMs).toBeGreaterThanOrEqual(0);
        expect([1, 2]).toContain(end.channels);
      }),
      { seed: 7, numRuns: 400 },
    );
  });
});

function box(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
}

function mp4(after: Buffer): Buffer {
  return Buffer.concat([box('ftyp', Buffer.from('M4A \0\0\0\0')), after]);
}

/** One page that begins a stream. */
function ogg(packet: string): Buffer {
  const head = Buffer.alloc(28);
  head.write('OggS');
  head[5] = 2;
  head[26] = 1;
  head[27] = packet.length;
  return Buffer.concat([head, Buffer.from(packet, 'latin1')]);
}
