import type { EngineSettings } from '#platform';
import { waveHeader } from '#platform/rules';
import type { SpeechChunk } from '../../chunking/cut-chunks.js';
import { IN_TURNS } from '../../chunking/utterances.rules.js';
import type { SpokenWord } from '../../turns/spoken-word.js';
import { ABORTED, type EngineFailure } from '../engine-failure.js';
import { hearChannels } from '../hear-channels.js';
import { promptOf } from '../hotwords.rules.js';
import type {
  EngineCapabilities,
  TranscriptionEngine,
  TranscriptionOutcome,
  TranscriptionTask,
  UnavailableReason,
} from '../transcription-engine.js';
import { writerFor } from '../../turns/script.rules.js';
import { askServer, type ServerAnswer, type Wait } from './ask-server.js';
import { fieldsOf, type Dialect } from './dialects.rules.js';
import { KnownDialects } from './known-dialects.js';
import { OpenaiServer } from './openai-server.js';

export interface OpenaiOptions {
  /** Absent where none is set. */
  server?: NonNullable<EngineSettings['openai']>;
  egressHosts: readonly string[];
  /** How it waits between two tries. */
  wait?: Wait;
  /** Where it keeps how servers want to be asked; by default for as long as the process lives. */
  dialects?: KnownDialects;
}

const SAMPLE_RATE = 16_000;
/** Whisper reads about 224 tokens of prompt; a Han character may be two. */
const PROMPT_LIMIT = 100;
const OF_PROCESS = new KnownDialects();

/**
 * Any server with the shape of OpenAI's `/v1/audio/transcriptions`: faster-whisper's, vLLM, FunASR, hosted ones. Sound leaves the machine,
 * so the host must be named by the operator, and each use is told through `onEgress` before the first byte goes. Each stretch of speech is sent
 * for itself, cut at the pauses that end turns: what comes back is placed where it was said, however little the server tells of times.
 */
export class OpenaiEngine implements TranscriptionEngine {
  readonly capabilities: EngineCapabilities;
  readonly checkpointKey: string;
  private readonly server: OpenaiServer;

  constructor(private readonly options: OpenaiOptions) {
    const { server } = options;
    this.capabilities = {
      name: 'openai',
      version: '1',
      model: server?.model ?? null,
      languages: server?.languages ?? [],
      sampleRates: [SAMPLE_RATE],
      input: 'audio',
      streaming: false,
      wordTimes: true,
      reliableFromHz: server?.reliableFromHz ?? SAMPLE_RATE,
      hotwords: true,
      detectsLanguage: false,
      egressHost: server ? hostOf(server.url) : null,
      production: true,
    };
    this.checkpointKey = `openai@2/${server?.model}@${this.capabilities.egressHost}`;
    this.server = new OpenaiServer(
      `${server?.url} ${server?.model}`,
      server?.model ?? '',
      options.dialects ?? OF_PROCESS,
    );
  }

  unavailable(): Promise<UnavailableReason | null> {
    const { server, egressHosts } = this.options;
    if (!server) return Promise.resolve('not_configured');
    return Promise.resolve(mayLeaveFor(server.url, egressHosts) ? null : 'egress_not_allowed');
  }

  async transcribe(task: TranscriptionTask): Promise<TranscriptionOutcome> {
    if (task.signal?.aborted) return { ok: false, failure: ABORTED };
    const reason = await this.unavailable();
    if (reason) return { ok: false, failure: { fault: 'ours', code: 'engine_missing', detail: reason } };
    const { capabilities } = this;
    let isTold = false;
    const recognise = async (chunk: SpeechChunk) => {
      if (!isTold) await task.onEgress?.(capabilities.egressHost ?? '');
      isTold = true;
      return this.recognise(chunk, task);
    };
    const model = capabilities.model ?? '';
    return hearChannels({ capabilities, sampleRate: SAMPLE_RATE, model, cutting: IN_TURNS, recognise }, task);
  }

  private async recognise({ utterances }: SpeechChunk, task: TranscriptionTask): Promise<SpokenWord[] | EngineFailure> {
    const words: SpokenWord[] = [];
    for (const { fromMs, toMs, speech, samples } of utterances) {
      const data = new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength);
      const wav = Buffer.concat([
        waveHeader({ channels: 1, sampleRate: SAMPLE_RATE, dataBytes: data.byteLength }),
        data,
      ]);
      const piece = { fromMs, toMs, speech, isVoice: task.detector !== undefined, write: writerFor(task.language) };
      const heard = await this.server.hear(piece, (dialect) => this.ask(wav, task, dialect));
      if ('code' in heard) return heard;
      words.push(...heard.words);
    }
    return words;
  }

  private ask(
    wav: Buffer<ArrayBuffer>,
    { language, hotwords = [], signal }: TranscriptionTask,
    dialect: Dialect,
  ): Promise<ServerAnswer> {
    const { server, wait } = this.options;
    const prompt = promptOf(hotwords, language, PROMPT_LIMIT);
    const fields: (readonly [string, string])[] = [
      ...fieldsOf(dialect, server?.model ?? ''),
      ['language', language],
      ['temperature', '0'],
      ...(prompt === '' ? [] : ([['prompt', prompt]] as const)),
    ];
    const url = `${server?.url}/audio/transcriptions`;
    return askServer({ url, key: server?.key, fields, wav, timeoutMs: server?.timeoutMs ?? 0, signal }, wait);
  }
}

/** Where a server's address says that it is: `host:port`, in lower case, with the port that its scheme means if none is given. */
export function hostOf(url: string): string {
  const { hostname, port, protocol } = new URL(url);
  return `${hostname}:${port || (protocol === 'https:' ? '443' : '80')}`;
}

/** Whether sound may be sent there: the operator named the host, or the host with this port. Nothing is allowed by default. */
export function mayLeaveFor(url: string, allowed: readonly string[]): boolean {
  const { hostname } = new URL(url);
  return allowed.includes(hostname) || allowed.includes(hostOf(url));
}
