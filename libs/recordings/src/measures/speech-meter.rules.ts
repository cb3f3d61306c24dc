/*
 * Tells speech from silence on each channel, by loudness against the line's own noise, while the sound goes by
 *   1. `ChannelLevels`: the loudness of every hundredth of a second, without hum.
 *   2. `LevelWindow`: the line's noise around it, fifteen seconds back and five ahead; so each slice is judged five seconds late.
 *   3. Here: is it speech, or the other channel coming through?
 *   4. `SpeechSpans`: slices become stretches.
 * Memory grows with the stretches found, not with the sound. The same samples give the same stretches, however they are pieced.
 */
import { ChannelLevels, SILENT_DB } from './channel-levels.rules.js';
import { AHEAD_FRAMES, LevelWindow } from './level-window.rules.js';
import { SpeechSpans } from './speech-spans.rules.js';

/** Named in everything that is measured by it; raised with every change that may move a boundary. */
export const SPEECH_DETECTOR = 'energy-vad/1';

/** Speech stands out so far above the line's noise, dB: surely, and where it begins and dies away. */
const STRONG_DB = 9;
const FAINT_DB = 5;
/** Nothing below is speech, however quiet the line, dB of full scale. */
const QUIETEST_DB = -52;
/** Everything above is, however noisy the line. */
const SURELY_DB = -28;
/** The other channel comes through so much quieter than it is (recorders' crosstalk and headsets leak 20 dB and more below), dB … */
const LEAK_DB = 14;
/** … within so many slices before and after. */
const LEAK_BEFORE = 8;
const LEAK_AFTER = 2;
/** Unless it is as loud as this side is when it speaks alone, give or take this, dB. */
const OWN_DB = 6;
/** Slices alone after which it is known how loud a side is, and how far back that looks. */
const OWN_KNOWN = 50;
const OWN_MEMORY = 1_000;

/** Stretches of speech on each channel, milliseconds: from, to, from, to, … in order. */
export interface SpeechOfChannels {
  detector: string;
  channels: number[][];
}

interface Channel {
  levels: ChannelLevels;
  window: LevelWindow;
  spans: SpeechSpans;
  own: Own;
}

/** Mean level where only this side speaks, and of how many slices. */
interface Own {
  level: number;
  slices: number;
}

/** Takes interleaved 16-bit samples piece by piece. */
export class SpeechMeter {
  private readonly channels: Channel[];
  private judged = 0;

  constructor(
    channels: number,
    private readonly sampleRate: number,
  ) {
    this.channels = Array.from({ length: channels }, () => ({
      levels: new ChannelLevels(sampleRate),
      window: new LevelWindow(),
      spans: new SpeechSpans(),
      own: { level: SILENT_DB, slices: 0 },
    }));
  }

  /** `samples.length` is a multiple of the number of channels. */
  add(samples: Int16Array): void {
    const piece = this.channels.length * this.channels[0]!.levels.samplesPerFrame;
    for (let at = 0; at < samples.length; at += piece) this.addPiece(samples.subarray(at, at + piece));
  }

  finish(): SpeechOfChannels {
    while (this.judged < this.channels[0]!.window.length) this.judge();
    const frameMs = (this.channels[0]!.levels.samplesPerFrame * 1000) / this.sampleRate;
    const inMs = (frame: number) => Math.round(frame * frameMs);
    return {
      detector: SPEECH_DETECTOR,
      channels: this.channels.map(({ spans }) => spans.finish().flatMap(({ from, to }) => [inMs(from), inMs(to)])),
    };
  }

  /** No longer than a slice, so that no channel runs ahead of the other by more than what the window holds. */
  private addPiece(samples: Int16Array): void {
    this.channels.forEach(({ levels, window }, channel) =>
      levels.add(samples, channel, this.channels.length, (level) => window.add(level)),
    );
    while (this.judged < this.channels[0]!.window.length - AHEAD_FRAMES) this.judge();
  }

  private judge(): void {
    const frame = this.judged++;
    const limits = this.channels.map(({ window }) => limitsOver(window.floor()));
    this.channels.forEach((channel, index) => {
      const level = channel.window.at(frame);
      const { strong, faint } = limits[index]!;
      const other = this.channels.length === 2 ? this.channels[1 - index] : undefined;
      const heardThere = other?.window.loudest(frame - LEAK_BEFORE, frame + LEAK_AFTER) ?? SILENT_DB;
      const there = limits[1 - index];
      if (there && heardThere < there.faint && level > strong) learnOwn(channel.own, level);
      const leaked = there !== undefined && heardThere >= there.strong && isLeak(level, heardThere, channel.own);
      channel.spans.add(frame, level > faint && !leaked, level > strong && !leaked);
    });
  }
}

function learnOwn(own: Own, level: number): void {
  own.slices = Math.min(own.slices + 1, OWN_MEMORY);
  own.level += (level - own.level) / own.slices;
}

const isLeak = (level: number, heardThere: number, own: Own): boolean =>
  level <= heardThere - LEAK_DB && (own.slices < OWN_KNOWN || level < own.level - OWN_DB);

function limitsOver(floor: number): { strong: number; faint: number } {
  const strong = Math.min(Math.max(floor + STRONG_DB, QUIETEST_DB), SURELY_DB);
  return { strong, faint: strong - (STRONG_DB - FAINT_DB) };
}
