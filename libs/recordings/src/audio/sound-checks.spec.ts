import { checkSound } from './sound-checks.rules.js';
import { type ChannelMeasure, PcmMeter } from './pcm-meter.rules.js';

const good: ChannelMeasure = { peak: 0.5, silentShare: 0.4, activeRms: 0.08, clippedShare: 0 };
const silent: ChannelMeasure = { peak: 0.001, silentShare: 1, activeRms: 0, clippedShare: 0 };

describe('the sound of a recording', () => {
  it('that is as it should be raises nothing, and has its figures in decibels', () => {
    expect(checkSound([good, good], 0.9)).toEqual({
      findings: [],
      channels: Array(2).fill({ peakDbfs: -6, activeRmsDbfs: -21.9, silentShare: 0.4, clippedShare: 0 }),
    });
  });

  it('of which nothing can be heard is silent, and nothing else', () => {
    expect(checkSound([silent, { ...silent, peak: 0 }], null)).toMatchObject({
      findings: [{ finding: 'silent', channel: null }],
      channels: [{ peakDbfs: -60 }, { peakDbfs: null, activeRmsDbfs: null }],
    });
    expect(checkSound([silent], null).findings).toEqual([{ finding: 'silent', channel: null }]);
  });

  it.each([0, 1])('is one-way when channel %d is silent, a click now and then apart', (channel) => {
    const clicks = { ...silent, peak: 1, silentShare: 0.9985, activeRms: 0.1 };
    const channels = channel === 0 ? [clicks, good] : [good, clicks];
    expect(checkSound(channels, 0.9).findings).toEqual([{ finding: 'one_way', channel }]);
    const few = channels.map((measure) => (measure === clicks ? { ...clicks, silentShare: 0.99 } : measure));
    expect(checkSound(few, 0.9).findings).toEqual([]);
  });

  it('is the same on both channels when hardly anything is between them', () => {
    expect(checkSound([good, good], 0.000_05).findings).toEqual([{ finding: 'same_channels', channel: null }]);
    expect(checkSound([good, good], 0.001).findings).toEqual([]);
  });

  it('is clipped, or very quiet, on the channel where it is', () => {
    const clipped = { ...good, clippedShare: 0.002 };
    const quiet = { ...good, activeRms: 0.009 };
    expect(checkSound([clipped, quiet], 0.9).findings).toEqual([
      { finding: 'clipped', channel: 0 },
      { finding: 'very_quiet', channel: 1 },
    ]);
    expect(checkSound([{ ...clipped, activeRms: 0.009 }], null).findings).toEqual([
      { finding: 'clipped', channel: null },
      { finding: 'very_quiet', channel: null },
    ]);
    expect(checkSound([{ ...good, clippedShare: 0.000_9, activeRms: 0.011 }], null).findings).toEqual([]);
  });
});

describe('the meter', () => {
  const meter = (channels: number, samples: number[]) => {
    const it = new PcmMeter(channels, 1_000, 20);
    it.add(Int16Array.from(samples));
    return it.finish();
  };

  it('takes a sine of full scale for loud, not for clipped', () => {
    const sine = Array.from({ length: 1_000 }, (_, at) => Math.round(Math.sin(at / 5) * 32_767));
    expect(meter(1, sine).channels[0]).toMatchObject({ clippedShare: 0, activeRms: expect.closeTo(0.707, 2) });
  });

  it('counts what stays at either end of the scale, µ-law included, from the third sample on', () => {
    const { channels } = meter(1, [32_124, 32_124, 0, -32_124, -32_124, -32_124, -32_124, 32_767, 32_767, 32_767]);
    expect(channels[0]?.clippedShare).toBeCloseTo(0.7);
  });

  it('measures level where something sounds, and the difference of two channels', () => {
    const loudThenSilent = Array.from({ length: 400 }, (_, at) => (at < 200 ? 16_384 : at % 2 === 0 ? 10 : -10));
    const { channels, difference } = meter(2, loudThenSilent);
    expect(channels).toMatchObject([
      { activeRms: 0.5, silentShare: 0.5 },
      { activeRms: 0.5, silentShare: 0.5 },
    ]);
    expect(difference).toBeLessThan(1e-6);
    expect(meter(2, [100, -100, 100, -100]).difference).toBe(2);
    expect(meter(2, [0, 0]).difference).toBeNull();
  });
});
