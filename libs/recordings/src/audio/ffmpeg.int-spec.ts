import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { encode, TONE, TWO_TONES, amrFile, m4a } from '../../../../test/fixtures/audio-files.js';
import { goodRecordings } from '../../../../test/fixtures/mixed/good.js';
import { oddRecordings } from '../../../../test/fixtures/mixed/odd.js';
import { synthWav, wavFile } from '../../../../test/fixtures/wav.js';
import {
  type AudioSource,
  decodeAndEncode,
  decodePcm,
  encodeOpus,
  isWholeLength,
  measurePcm,
  OpusWatch,
  soundOf,
} from './index.js';

function sourceOf(file: Buffer, durationMs: number): AudioSource {
  return { bytes: Readable.from([file]), format: soundOf(file), durationMs };
}

/** Crossings of zero upwards in a second: the frequency of a steady tone. */
function hertz(pcm: Buffer, sampleRate: number): number {
  let crossings = 0;
  for (let at = 2; at < pcm.length; at += 2)
    if (pcm.readInt16LE(at - 2) < 0 && pcm.readInt16LE(at) >= 0) crossings += 1;
  return crossings / (pcm.length / 2 / sampleRate);
}

describe('decoding', () => {
  it.each(['pcm_u8', 'pcm_s16le', 'pcm_mulaw', 'pcm_alaw'] as const)(
    'gives each channel of %s on its own, at the rate asked for',
    async (codec) => {
      const file = synthWav({ codec, tones: [400, 1_000], seconds: 2 });
      for (const [channel, tone] of [400, 1_000].entries()) {
        const { output, done } = decodePcm(sourceOf(file, 2_000), { channel, sampleRate: 16_000 });
        const pcm = await buffer(output);
        expect(await done).toMatchObject({ ended: 'exited', code: 0, stderr: '' });
        expect(isWholeLength(pcm.length / 32, 2_000)).toBe(true);
        expect(hertz(pcm, 16_000)).toBeCloseTo(tone, -1);
      }
    },
  );

  it('gives all channels interleaved for measuring', async () => {
    const { output, done } = decodePcm(sourceOf(synthWav({ tones: [400, 0], seconds: 1 }), 1_000), {
      channel: 'all',
      sampleRate: 8_000,
    });
    const { durationMs, checks } = await measurePcm(output, { channels: 2, sampleRate: 8_000 });
    expect((await done).ended).toBe('exited');
    expect(durationMs).toBe(1_000);
    expect(checks.channels).toMatchObject([{ peakDbfs: -6, silentShare: 0 }, { silentShare: 1 }]);
    expect(checks.findings).toEqual([{ finding: 'one_way', channel: 1 }]);
  });

  it('of a recording cut short gives what is there', async () => {
    const file = synthWav({ seconds: 2 }).subarray(0, 44 + 16_000);
    const { output, done } = decodePcm(sourceOf(file, 1_000), { channel: 0, sampleRate: 8_000 });
    expect(isWholeLength((await buffer(output)).length / 16, 1_000)).toBe(true);
    expect((await done).ended).toBe('exited');
  });

  it('of a stream without a length gives it whole', async () => {
    const file = wavFile({
      samples: new Int16Array(8_000),
      channels: 1,
      sampleRate: 8_000,
      declaredDataBytes: 0xffffffff,
    });
    expect((await buffer(decodePcm(sourceOf(file, 1_000), { channel: 0, sampleRate: 8_000 }).output)).length).toBe(
      16_000,
    );
  });

  it('of anything but what we found it to be gives nothing', async () => {
    const playlist = Buffer.from('#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n');
    const source = { ...sourceOf(synthWav(), 1_000), bytes: Readable.from([playlist]) };
    const { output, done } = decodePcm(source, { channel: 0, sampleRate: 8_000 });
    expect((await buffer(output)).length).toBe(0);
    expect(await done).not.toMatchObject({ code: 0 });
  });
});

describe('the rendition for browsers', () => {
  it('is Ogg Opus of the same length with both channels', async () => {
    const { output, done } = encodeOpus(sourceOf(synthWav({ tones: [400, 1_000], seconds: 3 }), 3_000));
    const watch = output.pipe(new OpusWatch());
    const ogg = await buffer(watch);
    expect(await done).toMatchObject({ ended: 'exited', code: 0, stderr: '' });
    expect(ogg.toString('latin1', 0, 4)).toBe('OggS');
    expect(ogg[ogg.indexOf('OpusHead') + 9]).toBe(2);
    expect(isWholeLength(watch.lengthMs(), 3_000)).toBe(true);
  });
});

describe('samples and rendition from one pass', () => {
  it.each([
    ['read as it comes', () => Promise.resolve(synthWav({ tones: [400, 1_000], seconds: 3 }))],
    ['read with seeking', () => m4a(synthWav({ tones: [400, 1_000], seconds: 3 }))],
  ])('are what two passes give: %s', async (_how, make) => {
    const file = await make();
    const form = { channel: 'all', sampleRate: 8_000 } as const;
    const { pcm, opus, done } = decodeAndEncode(sourceOf(file, 3_000), form);
    const both = await Promise.all([buffer(pcm), buffer(opus)]);
    expect(await done).toMatchObject({ ended: 'exited', code: 0, stderr: '' });
    const alone = [
      await buffer(decodePcm(sourceOf(file, 3_000), form).output),
      await buffer(encodeOpus(sourceOf(file, 3_000)).output),
    ];
    expect(both.map(({ length }) => length)).toEqual(alone.map(({ length }) => length));
    expect(both.map((bytes, index) => bytes.equals(alone[index] as Buffer))).toEqual([true, true]);
  });
});

describe('a recording of any kind that is taken', () => {
  const playable = async () =>
    [...(await goodRecordings()), ...(await oddRecordings())].filter(({ expect: end }) => end.status === 201);

  it('decodes to as many seconds as were counted, whole or cut short', async () => {
    const differences = [];
    for (const { name, bytes } of await playable()) {
      const { durationMs, channels } = soundOf(bytes);
      const { output } = decodePcm(sourceOf(bytes, durationMs), { channel: 'all', sampleRate: 8_000 });
      const decoded = await measurePcm(output, { channels, sampleRate: 8_000 });
      const off = decoded.durationMs - durationMs;
      if (Math.abs(off) > 140) differences.push({ name, off });
    }
    expect(differences).toEqual([]);
  });
});

describe('an M4A whose index is last', () => {
  it('is read with seeking, however far it has to go', async () => {
    const seconds = 240;
    const file = await m4a(synthWav({ tones: [440], seconds }));
    expect(soundOf(file).codec).toBe('m4a_index_last');
    const { output, done } = decodePcm(sourceOf(file, seconds * 1_000), { channel: 0, sampleRate: 8_000 });
    const pcm = await buffer(output);
    expect(await done).toMatchObject({ ended: 'exited', code: 0, stderr: '' });
    expect(isWholeLength(pcm.length / 16, seconds * 1_000)).toBe(true);
  });
});

describe('channels of compressed recordings', () => {
  it.each([
    ['MP3', ['-c:a', 'libmp3lame', '-b:a', '64k', '-f', 'mp3']],
    ['Opus', ['-c:a', 'libopus', '-b:a', '64k', '-f', 'ogg']],
    ['AAC', ['-c:a', 'aac', '-b:a', '96k', '-f', 'adts']],
  ])('keep their sides in %s', async (_what, args) => {
    const file = await encode(TWO_TONES, ...args);
    for (const [channel, tone] of [400, 1_000].entries()) {
      const { output } = decodePcm(sourceOf(file, 2_000), { channel, sampleRate: 16_000 });
      expect(hertz(await buffer(output), 16_000) / tone).toBeCloseTo(1, 1);
    }
  });

  it('cannot be had by calling a recording what it is not', async () => {
    const mp3 = await encode(TONE, '-c:a', 'libmp3lame', '-f', 'mp3');
    const source = { ...sourceOf(amrFile(100), 2_000), bytes: Readable.from([mp3]) };
    expect(
      (
        await buffer(
          decodePcm({ ...source, format: { ...source.format, codec: 'flac' } }, { channel: 0, sampleRate: 8_000 })
            .output,
        )
      ).length,
    ).toBe(0);
  });
});
