import { createRequire } from 'node:module';
import type { Readable } from 'node:stream';
import type fluent from 'fluent-ffmpeg';
import { runSandboxed, type SandboxExit, type SandboxLimits } from '#platform';
import { type Coding, CODINGS, type SoundFormat } from './formats/coding.rules.js';

// The only file that touches `fluent-ffmpeg` (archived upstream). It only builds argument lists: its own runner would start ffmpeg without
// walls and asks it for its capabilities in ways that ffmpeg 7 no longer answers.
type Command = fluent.FfmpegCommand & { _getArguments(): string[] };
type Ffmpeg = (options?: fluent.FfmpegCommandOptions) => Command;
const ffmpeg = createRequire(import.meta.url)('fluent-ffmpeg') as Ffmpeg;

export interface AudioSource {
  /** The file, from its first byte. */
  bytes: Readable;
  /** What our own sniffing found: ffmpeg is never asked to guess. */
  format: SoundFormat;
  /** Milliseconds of sound that are there, as they were counted: what more comes out is cut off. */
  durationMs: number;
}

export interface AudioToolOptions {
  /** Absolute path. Default: Debian's. */
  ffmpeg?: string;
  allowUnsandboxed?: boolean;
  signal?: AbortSignal;
}

export interface Conversion {
  /** Always ends; whether it is whole, `done` tells. */
  output: Readable;
  done: Promise<SandboxExit>;
}

/** Bits per second for both channels together: transparent for speech. */
export const RENDITION_BIT_RATE = 48_000;
export const RENDITION_CONTENT_TYPE = 'audio/ogg; codecs=opus';

/** Decodes one channel (0 = left), or all interleaved, to s16le samples at the given rate. */
export function decodePcm(
  source: AudioSource,
  to: { channel: number | 'all'; sampleRate: number },
  options: AudioToolOptions = {},
): Conversion {
  const channels = to.channel === 'all' ? source.format.channels : 1;
  const decode = (input: string): Command => {
    const command = forcedInput(source, input).audioFrequency(to.sampleRate).audioCodec('pcm_s16le').format('s16le');
    // Frames within a file may differ in their channels; what comes out may not.
    const layout = `aformat=channel_layouts=${source.format.channels === 1 ? 'mono' : 'stereo'}`;
    return command.audioFilters(to.channel === 'all' ? layout : [layout, `pan=mono|c0=c${to.channel}`]) as Command;
  };
  return run(decode, source, channels * to.sampleRate * 2, options);
}

/** Makes the rendition that browsers play: Ogg Opus, both channels kept, at a constant rate, so that bytes tell seconds. */
export function encodeOpus(source: AudioSource, options: AudioToolOptions = {}): Conversion {
  const encode = (input: string): Command => {
    const command = forcedInput(source, input)
      .audioCodec('libopus')
      .audioChannels(source.format.channels)
      .audioBitrate(RENDITION_BIT_RATE / 1000);
    return command.outputOptions(['-application', 'voip', '-vbr', 'off']).format('ogg') as Command;
  };
  return run(encode, source, 32_000, options);
}

/** Demuxer, decoder and protocol are the ones we say, and no others: a file cannot make ffmpeg read another, or try what it might be. */
function forcedInput({ format }: AudioSource, input: string): Command {
  const { demuxer, decoder }: Coding = CODINGS[format.codec];
  const command = ffmpeg();
  command.input(input).inputFormat(demuxer);
  command.inputOptions([
    ...['-v', 'error', '-nostdin', '-threads', '1'],
    ...['-protocol_whitelist', input.startsWith('pipe') ? 'pipe' : 'file'],
    ...['-format_whitelist', demuxer, '-codec_whitelist', decoder, '-codec:a', decoder],
  ]);
  command.noVideo().outputOptions(['-map', '0:a:0', '-map_metadata', '-1', '-fflags', '+bitexact']).output('pipe:1');
  return command;
}

/** The name under which a recording that must be read with seeking lies in the sandbox's memory. */
const MEMORY_FILE = 'recording';

function run(
  build: (input: string) => Command,
  source: AudioSource,
  outputBytesPerSecond: number,
  options: AudioToolOptions,
): Conversion {
  const { seeks }: Coding = CODINGS[source.format.codec];
  const { stdout, done } = runSandboxed({
    program: options.ffmpeg ?? '/usr/bin/ffmpeg',
    args: (folder) => build(seeks ? `file:${folder}/${MEMORY_FILE}` : 'pipe:0')._getArguments(),
    ...(seeks ? { files: { [MEMORY_FILE]: source.bytes } } : { input: source.bytes }),
    limits: limitsFor(source.durationMs, outputBytesPerSecond),
    ...(options.signal && { signal: options.signal }),
    ...(options.allowUnsandboxed !== undefined && { allowUnsandboxed: options.allowUnsandboxed }),
  });
  return { output: stdout, done };
}

/** Ample for a slow machine, far from enough for a decoder that has gone mad. */
function limitsFor(durationMs: number, outputBytesPerSecond: number): SandboxLimits {
  const seconds = Math.ceil(durationMs / 1000);
  return {
    wallMs: 60_000 + durationMs,
    cpuSeconds: 30 + Math.ceil(seconds / 5),
    memoryBytes: 1024 * 1024 * 1024,
    outputBytes: (seconds + 10) * outputBytesPerSecond,
  };
}
