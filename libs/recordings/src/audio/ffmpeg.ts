import { createRequire } from 'node:module';
import type { Readable } from 'node:stream';
import type fluent from 'fluent-ffmpeg';
import { runSandboxed, type SandboxExit, type SandboxLimits, type SandboxRun } from '#platform';
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

/** Two forms of one recording, from one pass. Each has to be read, for the other waits meanwhile. */
export interface Conversions {
  pcm: Readable;
  opus: Readable;
  done: Promise<SandboxExit>;
}

/** Bits per second for both channels together: transparent for speech. */
export const RENDITION_BIT_RATE = 48_000;
export const RENDITION_CONTENT_TYPE = 'audio/ogg; codecs=opus';
/**
 * At this bit rate Opus keeps speech better as music (`audio`) than as speech (`voip`), for a third of the processor time, and above
 * complexity 5 only the time grows: the figures are in `docs/decisions/0074-one-pass-of-sealing.md`.
 */
const OPUS = ['-application', 'audio', '-compression_level', '5', '-vbr', 'off'];
/** More than a second of Opus in its container takes. */
const MOST_OPUS_BYTES_PER_SECOND = 32_000;

/** Which samples are wanted: one channel (0 = left), or all interleaved, as s16le at the given rate. */
export interface PcmForm {
  channel: number | 'all';
  sampleRate: number;
}

/** Decodes to samples. */
export function decodePcm(source: AudioSource, form: PcmForm, options: AudioToolOptions = {}): Conversion {
  const { stdout, done } = run(
    (input) => toPcm(forcedInput(source, input), source, form, 'pipe:1'),
    source,
    { outputBytes: pcmBytesPerSecond(source, form) },
    options,
  );
  return { output: stdout, done };
}

/** Makes the rendition that browsers play: Ogg Opus, both channels kept, at a constant rate, so that bytes tell seconds. */
export function encodeOpus(source: AudioSource, options: AudioToolOptions = {}): Conversion {
  const { stdout, done } = run(
    (input) => toOpus(forcedInput(source, input), source, 'pipe:1'),
    source,
    { outputBytes: MOST_OPUS_BYTES_PER_SECOND },
    options,
  );
  return { output: stdout, done };
}

/** Both at once: the recording is read and decoded a single time. */
export function decodeAndEncode(source: AudioSource, form: PcmForm, options: AudioToolOptions = {}): Conversions {
  const { stdout, second, done } = run(
    (input, secondPipe) =>
      toOpus(toPcm(forcedInput(source, input), source, form, 'pipe:1'), source, `pipe:${secondPipe}`),
    source,
    { outputBytes: pcmBytesPerSecond(source, form), secondPipeBytes: MOST_OPUS_BYTES_PER_SECOND },
    options,
  );
  return { pcm: stdout, opus: second, done };
}

const pcmBytesPerSecond = ({ format }: AudioSource, { channel, sampleRate }: PcmForm): number =>
  (channel === 'all' ? format.channels : 1) * sampleRate * 2;

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
  return command;
}

function outputTo(command: Command, pipe: string): Command {
  const output = command.output(pipe).noVideo();
  return output.outputOptions(['-map', '0:a:0', '-map_metadata', '-1', '-fflags', '+bitexact']) as Command;
}

function toPcm(command: Command, { format }: AudioSource, { channel, sampleRate }: PcmForm, pipe: string): Command {
  // Frames within a file may differ in their channels; what comes out may not.
  const layout = `aformat=channel_layouts=${format.channels === 1 ? 'mono' : 'stereo'}`;
  return outputTo(command, pipe)
    .audioFrequency(sampleRate)
    .audioCodec('pcm_s16le')
    .format('s16le')
    .audioFilters(channel === 'all' ? layout : [layout, `pan=mono|c0=c${channel}`]) as Command;
}

function toOpus(command: Command, { format }: AudioSource, pipe: string): Command {
  return outputTo(command, pipe)
    .audioCodec('libopus')
    .audioChannels(format.channels)
    .audioBitrate(RENDITION_BIT_RATE / 1000)
    .outputOptions(OPUS)
    .format('ogg') as Command;
}

/** The name under which a recording that must be read with seeking lies in the sandbox's memory. */
const MEMORY_FILE = 'recording';

/** @param perSecond how many bytes each pipe may give for a second of sound */
function run(
  build: (input: string, secondPipe: number) => Command,
  source: AudioSource,
  perSecond: { outputBytes: number; secondPipeBytes?: number },
  options: AudioToolOptions,
): SandboxRun {
  const { seeks }: Coding = CODINGS[source.format.codec];
  const { secondPipeBytes } = perSecond;
  const seconds = Math.ceil(source.durationMs / 1000) + 10;
  return runSandboxed({
    program: options.ffmpeg ?? '/usr/bin/ffmpeg',
    args: (folder, secondPipe) => build(seeks ? `file:${folder}/${MEMORY_FILE}` : 'pipe:0', secondPipe)._getArguments(),
    ...(seeks ? { files: { [MEMORY_FILE]: source.bytes } } : { input: source.bytes }),
    limits: limitsFor(source.durationMs, seconds * perSecond.outputBytes),
    ...(secondPipeBytes !== undefined && { secondPipeBytes: seconds * secondPipeBytes }),
    ...(options.signal && { signal: options.signal }),
    ...(options.allowUnsandboxed !== undefined && { allowUnsandboxed: options.allowUnsandboxed }),
  });
}

/** Ample for a slow machine, far from enough for a decoder that has gone mad. */
function limitsFor(durationMs: number, outputBytes: number): SandboxLimits {
  return {
    wallMs: 60_000 + durationMs,
    cpuSeconds: 30 + Math.ceil(durationMs / 5000),
    memoryBytes: 1024 * 1024 * 1024,
    outputBytes,
  };
}
