import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { runSandboxed } from '#platform';
import { type SpeechChunk } from '../chunking/cut-chunks.js';
import { SLICE_MS } from '../chunking/speech-detector.rules.js';
import { joinSamples } from '../chunking/utterances.rules.js';
import type { SpokenWord } from '../turns/spoken-word.js';
import { type EngineFailure, failureOfExit } from './engine-failure.js';
import { canStart } from './can-start.js';
import { hearChannels } from './hear-channels.js';
import { readPocketsphinxOutput } from './pocketsphinx-output.rules.js';
import type {
  EngineCapabilities,
  TranscriptionEngine,
  TranscriptionOutcome,
  TranscriptionTask,
  UnavailableReason,
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
  model: null,
  languages: ['en'],
  sampleRates: [SAMPLE_RATE],
  input: 'audio',
  streaming: false,
  wordTimes: true,
  reliableFromHz: SAMPLE_RATE,
  hotwords: false,
  detectsLanguage: false,
  egressHost: null,
  production: false,
};
const MODEL = 'cmusphinx en-us';

/**
 * CMU PocketSphinx as Debian ships it: no download, 16 kHz English only. It lets a bare machine run the whole path; it is not for
 * production. Each chunk is one short-lived sandboxed process that gets its samples in memory.
 */
export class PocketsphinxEngine implements TranscriptionEngine {
  readonly capabilities = CAPABILITIES;
  readonly checkpointKey = `${CAPABILITIES.name}@${CAPABILITIES.version}`;
  private readonly program: string;
  private readonly modelFolder: string;

  constructor(private readonly options: PocketsphinxOptions = {}) {
    this.program = options.program ?? '/usr/bin/pocketsphinx_batch';
    this.modelFolder = options.modelFolder ?? '/usr/share/pocketsphinx/model/en-us';
  }

  async unavailable(): Promise<UnavailableReason | null> {
    const there = await access(this.program, constants.X_OK)
      .then(() => access(join(this.modelFolder, 'en-us.lm.bin')))
      .then(
        () => true,
        () => false,
      );
    if (!there) return 'not_installed';
    return (await canStart(this.options.allowUnsandboxed)) ? null : 'no_sandbox';
  }

  transcribe(task: TranscriptionTask): Promise<TranscriptionOutcome> {
    const recognise = (chunk: SpeechChunk) => this.recognise(chunk, task.signal);
    return hearChannels({ capabilities: CAPABILITIES, sampleRate: SAMPLE_RATE, model: MODEL, recognise }, task);
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
