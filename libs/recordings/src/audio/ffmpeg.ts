import { createRequire } from 'node:module';
import type { Readable } from 'node:stream';
import type fluent from 'fluent-ffmpeg';
import { runSandboxed, type SandboxExit, type SandboxLimits } from '#platform';
import type { WavFormat } from './wav-header.rules.js';

// The only file that touches `fluent-ffmpeg` (archived upstream). It only builds argument lists: its own runner would start ffmpeg without
// walls and asks it for its capabilities in ways that ffmpeg 7 no longer answers.
type Ffmpeg = (options?: fluent.FfmpegCommandOptions) => fluent.FfmpegCommand & { _getArguments(): string[] };
const ffmpeg = createRequire(import.meta.url)('fluent-ffmpeg') as Ffmpeg;

export interface AudioSource {
  /** The file, from its first byte. */
  bytes: Readable;
  /** What our own sniffing found: ffmpeg is never asked to guess. */
  format: Pick<WavFormat, 'codec' | 'channels' | 'sampleRate'>;
  /** Milliseconds of sound that are there, by {@link judgeCompleteness}. */
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
  const command = forcedInput(source).audioFrequency(to.sampleRate).audioCodec('pcm_s16le').format('s16le');
  if (to.channel !== 'all') command.audioFilters(`pan=mono|c0=c${to.channel}`);
  return run(command, source, channels * to.sampleRate * 2, options);
}

/** Makes the rendition that browsers play: Ogg Opus, both channels kept, at a constant rate, so that bytes tell seconds. */
export function encodeOpus(source: AudioSource, options: AudioToolOptions = {}): Conversion {
  const command = forcedInput(source)
    .audioCodec('libopus')
    .audioBitrate(RENDITION_BIT_RATE / 1000);
  command.outputOptions(['-application', 'voip', '-vbr', 'off']);
  return run(command.format('ogg'), source, 32_000, options);
}

function forcedInput({ format }: AudioSource): fluent.FfmpegCommand & { _getArguments(): string[] } {
  const command = ffmpeg();
  command.input('pipe:0').inputFormat('wav');
  command.inputOptions([
    '-v',
    'error',
    '-nostdin',
    '-threads',
    '1',
    '-protocol_whitelist',
    'pipe',
    '-codec:a',
    format.codec,
  ]);
  command.noVideo().outputOptions(['-map', '0:a:0', '-map_metadata', '-1', '-fflags', '+bitexact']).output('pipe:1');
  return command;
}

function run(
  command: { _getArguments(): string[] },
  source: AudioSource,
  outputBytesPerSecond: number,
  options: AudioToolOptions,
): Conversion {
  const args = command._getArguments();
  const { stdout, done } = runSandboxed({
    program: options.ffmpeg ?? '/usr/bin/ffmpeg',
    args: () => args,
    input: source.bytes,
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
