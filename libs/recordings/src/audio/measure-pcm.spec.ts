import { Readable } from 'node:stream';
import { measurePcm } from './measure-pcm.js';

describe('the measure of a recording', () => {
  it('has the loudest sample of each twentieth second, for each channel', async () => {
    const samples = new Int16Array(2 * 1_000);
    samples[2 * 60] = 16_384;
    samples[2 * 60 + 1] = -32_768;
    samples[2 * 999 + 1] = 32_767;
    const bytes = Buffer.from(samples.buffer);
    const { peaks, durationMs, checks } = await measurePcm(
      Readable.from([bytes.subarray(0, 101), bytes.subarray(101)]),
      { channels: 2, sampleRate: 1_000 },
    );
    expect(durationMs).toBe(1_000);
    expect(peaks).toMatchObject({ format: 'shouwen.peaks/1', channels: 2, perSecond: 20 });
    expect(peaks.data[0]).toEqual([0, 64, ...Array<number>(18).fill(0)]);
    expect(peaks.data[1]).toEqual([0, 127, ...Array<number>(17).fill(0), 127]);
    expect(checks.channels).toMatchObject([
      { peakDbfs: -6, silentShare: 0.95 },
      { peakDbfs: 0, silentShare: 0.9 },
    ]);
  });

  it('stays small for a long call, and knows nothing of an empty one', async () => {
    const loud = Buffer.from(new Int16Array(2 * 100 * 60).fill(32_767).buffer);
    const hour = Readable.from(Array<Buffer>(60).fill(loud));
    const { peaks, durationMs } = await measurePcm(hour, { channels: 2, sampleRate: 100 });
    expect(durationMs).toBe(3_600_000);
    expect(JSON.stringify(peaks).length).toBeLessThan(600_000);
    expect((await measurePcm(Readable.from([]), { channels: 1, sampleRate: 8_000 })).checks).toEqual({
      findings: [{ finding: 'silent', channel: null }],
      channels: [{ peakDbfs: null, activeRmsDbfs: null, silentShare: 1, clippedShare: 0 }],
    });
  });
});
