import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { monitorFiles, type MonitorPair } from '#telephony/rules';
import { TWO_TONES } from '../../../../test/fixtures/audio-files.js';
import { synthWav } from '../../../../test/fixtures/wav.js';
import { type AudioSource, joinSides, SideNotDecodedError, soundOf } from './index.js';

const sourceOf = (file: Buffer): AudioSource => {
  const { durationMs, ...format } = soundOf(file);
  return { bytes: Readable.from([file]), format, durationMs };
};

/** The samples of a WAVE file of 16 bits without further chunks, by channel. */
function samplesOf(file: Buffer): Int16Array[] {
  const channels = file.readUInt16LE(22);
  const frames = (file.length - 44) / 2 / channels;
  return Array.from({ length: channels }, (_, channel) =>
    Int16Array.from({ length: frames }, (__, frame) => file.readInt16LE(44 + (frame * channels + channel) * 2)),
  );
}

const bytesOf = (samples?: Int16Array): Buffer => Buffer.from(samples?.slice().buffer as ArrayBuffer);

const joined = (agent: Buffer, customer: Buffer) =>
  buffer(joinSides({ agent: sourceOf(agent), customer: sourceOf(customer) }).bytes);

describe('two files of one call', () => {
  it('become one of two channels, each side where it was, to the sample', async () => {
    const [agent, customer] = [synthWav({ tones: [400], seconds: 2 }), synthWav({ tones: [700], seconds: 2 })];
    const { bytes, ...about } = joinSides({ agent: sourceOf(agent), customer: sourceOf(customer) });
    const file = await buffer(bytes);
    expect(about).toEqual({ channels: ['agent', 'customer'], sampleRate: 8_000 });
    expect(soundOf(file)).toMatchObject({ state: 'complete', channels: 2, sampleRate: 8_000, durationMs: 2_000 });
    expect(samplesOf(file)).toEqual([...samplesOf(agent), ...samplesOf(customer)]);
  });

  it.each([
    [3, 1.25],
    [1.25, 3],
    [2, 2.0001],
  ])('of %d and %d seconds are filled with silence at the end', async (ours, theirs) => {
    const [agent, customer] = [synthWav({ tones: [400], seconds: ours }), synthWav({ tones: [700], seconds: theirs })];
    const [left = [], right = []] = samplesOf(await joined(agent, customer)).map((side) => [...side]);
    const [own = [], other = []] = [agent, customer].flatMap(samplesOf).map((side) => [...side]);
    expect(left.length).toBe(Math.max(own.length, other.length));
    expect(left).toEqual([...own, ...new Array<number>(left.length - own.length).fill(0)]);
    expect(right).toEqual([...other, ...new Array<number>(right.length - other.length).fill(0)]);
  });

  it('of two codings and rates are joined at the finer', async () => {
    const agent = synthWav({ codec: 'pcm_alaw', tones: [400], seconds: 1 });
    const customer = synthWav({ tones: [700], sampleRate: 16_000, seconds: 1 });
    const file = await joined(agent, customer);
    expect(soundOf(file)).toMatchObject({ sampleRate: 16_000, channels: 2, durationMs: 1_000 });
    expect([...(samplesOf(file)[1] ?? [])]).toEqual([...(samplesOf(customer)[0] ?? [])]);
  });

  it('are none if one of them cannot be decoded', async () => {
    const broken = { ...sourceOf(synthWav({ seconds: 2 })), bytes: Readable.from([Buffer.from('RIFFnothing')]) };
    const { bytes } = joinSides({ agent: sourceOf(synthWav({ seconds: 2 })), customer: broken });
    await expect(buffer(bytes)).rejects.toEqual(new SideNotDecodedError('customer'));
  });

  it('end their decoders when no one reads on', async () => {
    const { bytes } = joinSides({
      agent: sourceOf(synthWav({ seconds: 600 })),
      customer: sourceOf(synthWav({ seconds: 600 })),
    });
    for await (const chunk of bytes) {
      expect((chunk as Buffer).length).toBeGreaterThan(0);
      break;
    }
    expect(bytes.destroyed).toBe(true);
  });

  it('are refused where one of them has two channels itself', () => {
    const sides = { agent: sourceOf(TWO_TONES), customer: sourceOf(synthWav()) };
    expect(() => joinSides(sides)).toThrow(RangeError);
  });
});

describe('the files that a real MixMonitor wrote', () => {
  it('are whole in their channels, and the mix is not used', async () => {
    const folder = resolve('../shared/telephony/asterisk/recordings');
    if (!existsSync(folder)) return console.warn('../shared/telephony is not there: no real recording was joined.');
    const pairs = monitorFiles(readdirSync(folder)).filter(
      (one): one is MonitorPair => one.receive !== null && one.transmit !== null,
    );
    expect(pairs.map(({ mix }) => mix !== null)).toEqual([true, true, true]);
    for (const { receive, transmit } of pairs) {
      const [agent, customer] = [transmit, receive].map((name) => readFileSync(join(folder, name))) as [Buffer, Buffer];
      const [left, right] = samplesOf(await joined(agent, customer));
      expect(
        [left, right].map(bytesOf).map((side, at) => side.equals(bytesOf(samplesOf([agent, customer][at]!)[0]))),
      ).toEqual([true, true]);
    }
  });
});
