import fc from 'fast-check';
import { synthWav, wavChunk, wavFile } from '../../../../../test/fixtures/wav.js';
import { MAX_WAV_HEADER_BYTES, readWavHeader } from './wav-header.rules.js';

const samples = new Int16Array(16);

function formatChunk(change: (chunk: Buffer) => void, length = 16): Buffer {
  const chunk = Buffer.alloc(length);
  chunk.writeUInt16LE(1, 0);
  chunk.writeUInt16LE(1, 2);
  chunk.writeUInt32LE(8_000, 4);
  chunk.writeUInt32LE(16_000, 8);
  chunk.writeUInt16LE(2, 12);
  chunk.writeUInt16LE(16, 14);
  change(chunk);
  return Buffer.concat([Buffer.from('RIFF\0\0\0\0WAVE'), wavChunk('fmt ', chunk), wavChunk('data', Buffer.alloc(8))]);
}

describe('the header of a WAVE file', () => {
  it.each(['pcm_u8', 'pcm_s16le', 'pcm_mulaw', 'pcm_alaw'] as const)('of %s is understood', (codec) => {
    const file = synthWav({ codec, tones: [440, 0], sampleRate: 8_000, seconds: 0.5 });
    const blockBytes = codec === 'pcm_s16le' ? 4 : 2;
    const format = {
      codec,
      channels: 2,
      sampleRate: 8_000,
      blockBytes,
      blockSamples: 1,
      dataOffset: 44,
      declaredDataBytes: 4_000 * blockBytes,
    };
    expect(readWavHeader(file, true)).toEqual({ state: 'read', format });
  });

  it('of GSM counts blocks of 65 bytes, and has one channel', () => {
    const gsm = (channels: number) =>
      formatChunk((chunk) => {
        chunk.writeUInt16LE(49, 0);
        chunk.writeUInt16LE(channels, 2);
        chunk.writeUInt16LE(65, 12);
        chunk.writeUInt16LE(0, 14);
      });
    expect(readWavHeader(gsm(1), true)).toMatchObject({
      state: 'read',
      format: { codec: 'gsm_ms', blockBytes: 65, blockSamples: 320 },
    });
    expect(readWavHeader(gsm(2), true)).toEqual({ state: 'refused', problem: { code: 'inconsistent_format' } });
  });

  it.each([
    [1, 24, 'pcm_s24le'],
    [1, 32, 'pcm_s32le'],
    [3, 32, 'pcm_f32le'],
  ])('of coding %d with %d bits is %s', (tag, bits, codec) => {
    const file = formatChunk((chunk) => {
      chunk.writeUInt16LE(tag, 0);
      chunk.writeUInt16LE(bits / 8, 12);
      chunk.writeUInt16LE(bits, 14);
    });
    expect(readWavHeader(file, true)).toMatchObject({ state: 'read', format: { codec, blockBytes: bits / 8 } });
  });

  it('may have chunks of odd length before its format', () => {
    const file = wavFile({
      samples,
      channels: 1,
      sampleRate: 16_000,
      before: [wavChunk('LIST', Buffer.from('odd')), wavChunk('bext', Buffer.alloc(602))],
    });
    expect(readWavHeader(file, true)).toMatchObject({
      state: 'read',
      format: { sampleRate: 16_000, declaredDataBytes: 32 },
    });
  });

  it.each([0, 0xffffffff])('whose writer left the length open (%d) promises none', (declaredDataBytes) => {
    const file = wavFile({ samples, channels: 1, sampleRate: 8_000, declaredDataBytes });
    expect(readWavHeader(file, true)).toMatchObject({ state: 'read', format: { declaredDataBytes: null } });
  });

  it('may be of the extensible kind', () => {
    const file = formatChunk((chunk) => {
      chunk.writeUInt16LE(0xfffe, 0);
      Buffer.from('0100000000001000800000aa00389b71', 'hex').copy(chunk, 24);
    }, 40);
    expect(readWavHeader(file, true)).toMatchObject({ state: 'read', format: { codec: 'pcm_s16le' } });
  });

  it.each<[string, (chunk: Buffer) => void, object]>([
    [
      '12 bits',
      (chunk) => chunk.writeUInt16LE(12, 14),
      { code: 'unsupported_coding', formatTag: 1, bitsPerSample: 12 },
    ],
    [
      'an MP3 inside',
      (chunk) => chunk.writeUInt16LE(0x55, 0),
      { code: 'unsupported_coding', formatTag: 0x55, bitsPerSample: 16 },
    ],
    ['six channels', (chunk) => chunk.writeUInt16LE(6, 2), { code: 'unsupported_channels', channels: 6 }],
    ['no channel', (chunk) => chunk.writeUInt16LE(0, 2), { code: 'unsupported_channels', channels: 0 }],
    [
      'an absurd sample rate',
      (chunk) => chunk.writeUInt32LE(4_000_000_000, 4),
      { code: 'unsupported_sample_rate', sampleRate: 4_000_000_000 },
    ],
    ['frames of another size than its samples', (chunk) => chunk.writeUInt16LE(3, 12), { code: 'inconsistent_format' }],
  ])('with %s is refused', (_what, change, problem) => {
    expect(readWavHeader(formatChunk(change), true)).toEqual({ state: 'refused', problem });
  });

  it('that never reaches its samples is given up', () => {
    const endless = Buffer.concat([Buffer.from('RIFF\0\0\0\0WAVE'), wavChunk('LIST', Buffer.alloc(0), 0xfffffff0)]);
    expect(readWavHeader(endless, false)).toMatchObject({
      problem: { code: 'header_too_long', limitBytes: MAX_WAV_HEADER_BYTES },
    });
    const many = Buffer.concat([
      Buffer.from('RIFF\0\0\0\0WAVE'),
      Buffer.alloc(MAX_WAV_HEADER_BYTES, wavChunk('JUNK', Buffer.alloc(0))),
    ]);
    expect(readWavHeader(many, false)).toMatchObject({ problem: { code: 'header_too_long' } });
  });

  it('with samples before the format is refused', () => {
    const file = Buffer.concat([Buffer.from('RIFF\0\0\0\0WAVE'), wavChunk('data', Buffer.alloc(8))]);
    expect(readWavHeader(file, true)).toMatchObject({ problem: { code: 'no_format_before_data' } });
  });

  it('is read alike however it is cut, and never throws on damaged bytes', () => {
    const file = synthWav({ seconds: 0.01 });
    for (let cut = 0; cut < 44; cut += 1) {
      expect(readWavHeader(file.subarray(0, cut), false)).toEqual({ state: 'need_more' });
      expect(readWavHeader(file.subarray(0, cut), true).state).toBe('refused');
    }
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(60), fc.nat(255)), { maxLength: 12 }), (damage) => {
        const damaged = Buffer.from(file);
        damage.forEach(([at, value]) => (damaged[at] = value));
        const reading = readWavHeader(damaged, true);
        if (reading.state === 'read') expect(reading.format.dataOffset).toBeLessThanOrEqual(damaged.length);
      }),
      { seed: 2, numRuns: 2_000 },
    );
  });
});
