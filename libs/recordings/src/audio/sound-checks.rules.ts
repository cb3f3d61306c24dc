import { type ChannelSound, type SoundChecks, type SoundFinding } from '#contracts';
import { type ChannelMeasure } from './pcm-meter.rules.js';

/**
 * Active level below which speech is hard to hear. RFC 7874 §4 (after ITU-T G.169 and G.115) puts an average speaker at a root mean square
 * of 2,600, −22 dBFS, give or take 6 dB; this is another 12 dB below what it allows.
 */
export const VERY_QUIET_DBFS = -40;
/** A channel that is silent for all but a click now and then: 2 in 1,000, a second in eight minutes. Ours; no standard says. */
export const SILENT_SHARE = 0.998;
/** Share of samples cut off at full scale from which distortion is plainly heard. Ours; no standard says. */
export const CLIPPED_SHARE = 0.001;
/** Energy of left minus right, of that of both, below which they carry the same sound: −40 dB, more than any coding puts between them. */
export const SAME_DIFFERENCE = 1e-4;

/** Says what is wrong with the sound of a recording, from what was measured while it was decoded. */
export function checkSound(channels: readonly ChannelMeasure[], difference: number | null): SoundChecks {
  const silent = channels.map(({ silentShare }) => silentShare >= SILENT_SHARE);
  const about = (finding: SoundFinding, is: (channel: ChannelMeasure) => boolean) =>
    channels.flatMap((channel, index) =>
      !silent[index] && is(channel) ? [{ finding, channel: channels.length === 1 ? null : index }] : [],
    );
  const whole = (finding: SoundFinding) => [{ finding, channel: null }];
  if (silent.every(Boolean)) return { findings: whole('silent'), channels: channels.map(inDecibels) };
  const oneWay = silent.flatMap((is, channel) => (is ? [{ finding: 'one_way' as const, channel }] : []));
  const same = difference !== null && difference <= SAME_DIFFERENCE ? whole('same_channels') : [];
  const clipped = about('clipped', ({ clippedShare }) => clippedShare >= CLIPPED_SHARE);
  const quiet = about('very_quiet', ({ activeRms }) => decibels(activeRms) < VERY_QUIET_DBFS);
  return { findings: [...oneWay, ...same, ...clipped, ...quiet], channels: channels.map(inDecibels) };
}

function inDecibels({ peak, activeRms, silentShare, clippedShare }: ChannelMeasure): ChannelSound {
  return {
    peakDbfs: peak === 0 ? null : tenths(decibels(peak)),
    activeRmsDbfs: activeRms === 0 ? null : tenths(decibels(activeRms)),
    silentShare,
    clippedShare,
  };
}

const decibels = (amplitude: number): number => 20 * Math.log10(amplitude);
const tenths = (value: number): number => Math.round(value * 10) / 10;
