import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { runSandboxed } from '#platform';
import { isWholeLength } from '#recordings';
import type { SpeechChunk } from '../chunking/chunking.rules.js';
import { cutChunks } from '../chunking/cut-chunks.js';
import { judgeReliability } from '../reliability.rules.js';
import { type ChannelWords, mergeTurns } from '../turns/turns.rules.js';
import type { SpokenWord } from '../turns/spoken-word.js';
import { type EngineFailure, failureOfExit } from './engine-failure.js';
import { readPocketsphinxOutput } from './pocketsphinx-output.rules.js';
import type {
  ChannelAudio,
  EngineCapabilities,
  TranscriptionEngine,
  TranscriptionOutcome,
  TranscriptionTask,
} from './transcription-engine.js';

export interface PocketsphinxOptions {
  /** Absolute path. Default: where Debian's `pocketsphinx` puts it. */
  program?: string;
  /** Folder with `en-us/`, `en-us.lm.bin` and `cmudict-en-us.dict`. Default: where Debian's `pocketsphinx-en-us` puts it. */
  modelFolder?: string;
  /** Milliseconds that one chunk of at most 30 s may take. */
  chunkWallMs?: number;
  allowUnsandboxed?: boolean;
}

const SAMPLE_RATE = 16_000;
const CAPABILITIES: EngineCapabilities = {
  name: 'pocketsphinx',
  version: '5prealpha',
  languages: ['en'],
  sampleRates: [SAMPLE_RATE],
  input: 'audio',
  streaming: false,
  wordTimes: true,
};
const MODEL = 'cmusphinx en-us';

interface HeardChannel extends ChannelWords {
  speechMs: number;
}

/**
 * CMU PocketSphinx as Debian ships it: no download, 16 kHz English only. It lets a bare machine run the whole path; it is not for
 * production. Each chunk is one short-lived sandboxed process that gets its samples in memory.
 */
export class PocketsphinxEngine implements TranscriptionEngine {
  readonly capabilities = CAPABILITIES;
  private readonly program: string;
  private readonly modelFolder: string;

  constructor(private readonly options: PocketsphinxOptions = {}) {
    this.program = options.program ?? '/usr/bin/pocketsphinx_continuous';
    this.modelFolder = options.modelFolder ?? '/usr/share/pocketsphinx/model/en-us';
  }

  async isAvailable(): Promise<boolean> {
    return access(this.program, constants.X_OK)
      .then(() => access(join(this.modelFolder, 'en-us.lm.bin')))
      .then(
        () => true,
        () => false,
      );
  }

  async transcribe(task: TranscriptionTask): Promise<TranscriptionOutcome> {
    const heard: HeardChannel[] = [];
    for (const audio of task.channels) {
      const channel = await this.hear(audio, task);
      if ('code' in channel) return { ok: false, failure: channel };
      heard.push(channel);
    }
    const { durationMs, language, recordedSampleRate } = task;
    const words = heard.flatMap((channel) => channel.words);
    const speechMs = heard.reduce((sum, channel) => sum + channel.speechMs, 0);
    return {
      ok: true,
      transcript: {
        format: 'shouwen.transcript/1',
        language,
        engine: { name: CAPABILITIES.name, version: CAPABILITIES.version, model: MODEL },
        durationMs,
        channels: task.channels.length,
        turns: mergeTurns(heard, language),
        unreliable: judgeReliability({ recordedSampleRate, engineSampleRate: SAMPLE_RATE, speechMs, words }),
      },
    };
  }

  private async hear(audio: ChannelAudio, task: TranscriptionTask): Promise<HeardChannel | EngineFailure> {
    const words: SpokenWord[] = [];
    let speechMs = 0;
    const pcm = audio.open();
    const chunks = cutChunks(pcm, SAMPLE_RATE);
    try {
      for (;;) {
        const next = await chunks.next();
        if (next.done) {
          if (!isWholeLength(next.value, task.durationMs)) return cutShort(next.value, task.durationMs);
          return { speaker: audio.speaker, words, speechMs };
        }
        const recalled = await task.recall?.(audio.channel, next.value.chunk);
        const result = recalled ?? (await this.recognise(next.value, task.signal));
        if ('code' in result) return result;
        const { samples: _samples, speechMs: chunkSpeechMs, ...place } = next.value;
        if (!recalled) await task.onChunk?.({ channel: audio.channel, ...place, words: result });
        words.push(...result);
        speechMs += chunkSpeechMs;
      }
    } finally {
      pcm.destroy();
    }
  }

  private async recognise(chunk: SpeechChunk, signal: AbortSignal | undefined): Promise<SpokenWord[] | EngineFailure> {
    const { samples } = chunk;
    const run = runSandboxed({
      program: this.program,
      args: (input) => this.argumentsFor(input),
      input: Readable.from([Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength)]),
      inputAs: 'file',
      limits: {
        wallMs: this.options.chunkWallMs ?? 180_000,
        cpuSeconds: 120,
        memoryBytes: 1024 * 1024 * 1024,
        outputBytes: 256 * 1024,
      },
      readOnly: this.modelFolder.startsWith('/usr/') ? [] : [this.modelFolder],
      ...(signal && { signal }),
      ...(this.options.allowUnsandboxed !== undefined && { allowUnsandboxed: this.options.allowUnsandboxed }),
    });
    const output = await buffer(run.stdout);
    const failure = failureOfExit(await run.done);
    if (failure) return failure;
    const reading = readPocketsphinxOutput(output.toString('utf8'), chunk);
    if (reading.ok) return reading.words;
    return {
      fault: 'vendor',
      code: 'engine_rubbish',
      detail: `line ${reading.line} of its output: ${reading.problem}`,
    };
  }

  private argumentsFor(input: string): string[] {
    const model = (name: string): string => join(this.modelFolder, name);
    const models = ['-hmm', model('en-us'), '-lm', model('en-us.lm.bin'), '-dict', model('cmudict-en-us.dict')];
    return [...models, '-infile', input, '-time', 'yes', '-logfn', '/dev/null'];
  }
}

function cutShort(heardMs: number, expectedMs: number): EngineFailure {
  return { fault: 'ours', code: 'audio_cut_short', detail: `${heardMs} of ${expectedMs} ms could be decoded` };
}
