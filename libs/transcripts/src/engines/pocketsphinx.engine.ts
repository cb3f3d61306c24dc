import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { runSandboxed } from '#platform';
import { isWholeLength } from '#recordings';
import { cutChunks, type SpeechChunk } from '../chunking/cut-chunks.js';
import { SLICE_MS } from '../chunking/speech-detector.rules.js';
import { joinSamples } from '../chunking/utterances.rules.js';
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
    this.program = options.program ?? '/usr/bin/pocketsphinx_batch';
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
        const { utterances, ...place } = next.value;
        if (!recalled) await task.onChunk?.({ channel: audio.channel, ...place, words: result });
        words.push(...result);
        speechMs += utterances.reduce((sum, utterance) => sum + utterance.speechMs, 0);
      }
    } finally {
      pcm.destroy();
    }
  }

  private async recognise(
    { utterances }: SpeechChunk,
    signal: AbortSignal | undefined,
  ): Promise<SpokenWord[] | EngineFailure> {
    const samples = joinSamples(utterances.map((utterance) => utterance.samples));
    const run = runSandboxed({
      program: '/bin/sh',
      args: (folder) => ['-c', RECOGNISE, 'sh', `${folder}/words`, this.program, ...this.argumentsFor(folder)],
      files: {
        'chunk.raw': Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength),
        utterances: Buffer.from(controlFile(utterances)),
      },
      limits: {
        wallMs: this.options.chunkWallMs ?? 180_000,
        cpuSeconds: 120,
        memoryBytes: 1024 * 1024 * 1024,
        outputBytes: 256 * 1024,
      },
      readOnly: [this.program, this.modelFolder],
      ...(signal && { signal }),
      ...(this.options.allowUnsandboxed !== undefined && { allowUnsandboxed: this.options.allowUnsandboxed }),
    });
    const output = await buffer(run.stdout);
    const failure = failureOfExit(await run.done);
    if (failure) return failure;
    const reading = readPocketsphinxOutput(output.toString('utf8'), utterances);
    if (reading.ok) return reading.words;
    return {
      fault: 'vendor',
      code: 'engine_rubbish',
      detail: `line ${reading.line} of its output: ${reading.problem}`,
    };
  }

  private argumentsFor(folder: string): string[] {
    const model = (name: string): string => join(this.modelFolder, name);
    const models = ['-hmm', model('en-us'), '-lm', model('en-us.lm.bin'), '-dict', model('cmudict-en-us.dict')];
    const input = ['-adcin', 'yes', '-cepdir', folder, '-cepext', '.raw', '-ctl', `${folder}/utterances`];
    // Its own silence removal would shift the times; the silence is already gone.
    return [...models, ...input, '-remove_silence', 'no', '-ctm', `${folder}/words`, '-logfn', '/dev/null'];
  }
}

/** It writes its words only to files: the sandbox's folder in memory, from where they are passed on. */
const RECOGNISE = 'words=$1; shift; "$@" > /dev/null || exit; exec cat "$words"';

/** Where each utterance begins and ends in the joined samples, in frames of 10 ms, which are our slices. */
function controlFile(utterances: SpeechChunk['utterances']): string {
  let at = 0;
  return utterances
    .map(({ fromMs, toMs }, number) => {
      const from = at;
      at += (toMs - fromMs) / SLICE_MS;
      return `chunk ${from} ${at} u${number}\n`;
    })
    .join('');
}

function cutShort(heardMs: number, expectedMs: number): EngineFailure {
  return { fault: 'ours', code: 'audio_cut_short', detail: `${heardMs} of ${expectedMs} ms could be decoded` };
}
