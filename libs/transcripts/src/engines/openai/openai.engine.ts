import type { EngineSettings } from '#platform';
import type { SpeechChunk } from '../../chunking/cut-chunks.js';
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
import { askServer, type ServerAnswer, type Wait } from './ask-server.js';
import { hostOf, mayLeaveFor } from './egress.rules.js';
import { joinChunk, monoWav } from './joined-chunk.rules.js';
import { readOpenaiAnswer } from './read-openai-answer.rules.js';

export interface OpenaiOptions {
  /** Absent where none is set. */
  server?: NonNullable<EngineSettings['openai']>;
  egressHosts: readonly string[];
  /** How it waits between two tries. */
  wait?: Wait;
}

const SAMPLE_RATE = 16_000;
/** Whisper reads about 224 tokens of prompt; a Han character may be two. */
const PROMPT_LIMIT = 100;
/** Servers that know no `verbose_json`, or no word times, say so with one of these. */
const BAD_FORM = [400, 415, 422];
/** From most to least that is asked for. */
const FORMS = [
  [
    ['response_format', 'verbose_json'],
    ['timestamp_granularities[]', 'word'],
    ['timestamp_granularities[]', 'segment'],
  ],
  [['response_format', 'verbose_json']],
  [['response_format', 'json']],
] as const;

/**
 * Any server with the shape of OpenAI's `/v1/audio/transcriptions`: faster-whisper's, vLLM, FunASR, hosted ones. Sound leaves the machine,
 * so the host must be named by the operator, and each use is told through `onEgress` before the first byte goes.
 */
export class OpenaiEngine implements TranscriptionEngine {
  readonly capabilities: EngineCapabilities;
  readonly checkpointKey: string;

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
    this.checkpointKey = `openai@1/${server?.model}@${this.capabilities.egressHost}`;
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
    const asking = { form: 0, told: false };
    const recognise = async (chunk: SpeechChunk) => {
      if (!asking.told) await task.onEgress?.(capabilities.egressHost ?? '');
      asking.told = true;
      return this.recognise(chunk, task, asking);
    };
    return hearChannels({ capabilities, sampleRate: SAMPLE_RATE, model: capabilities.model ?? '', recognise }, task);
  }

  private async recognise(
    chunk: SpeechChunk,
    task: TranscriptionTask,
    asking: { form: number },
  ): Promise<SpokenWord[] | EngineFailure> {
    const piece = joinChunk(chunk, SAMPLE_RATE);
    const wav = monoWav(piece.samples, SAMPLE_RATE);
    for (;;) {
      const answer = await this.ask(wav, task, FORMS[asking.form] ?? []);
      if ('json' in answer) {
        const read = readOpenaiAnswer(answer.json, piece);
        return read.ok
          ? read.words
          : { fault: 'vendor', code: 'engine_rubbish', detail: `at ${read.at} of its answer` };
      }
      // The next chunks do not ask again for what this one was refused.
      if (!BAD_FORM.includes(answer.status ?? 0) || asking.form + 1 >= FORMS.length) return answer.failure;
      asking.form += 1;
    }
  }

  private ask(
    wav: Buffer<ArrayBuffer>,
    { language, hotwords = [], signal }: TranscriptionTask,
    form: readonly (readonly [string, string])[],
  ): Promise<ServerAnswer> {
    const { server, wait } = this.options;
    const prompt = promptOf(hotwords, language, PROMPT_LIMIT);
    const fields: (readonly [string, string])[] = [
      ['model', server?.model ?? ''],
      ['language', language],
      ['temperature', '0'],
      ...form,
      ...(prompt === '' ? [] : ([['prompt', prompt]] as const)),
    ];
    const url = `${server?.url}/audio/transcriptions`;
    return askServer({ url, key: server?.key, fields, wav, timeoutMs: server?.timeoutMs ?? 0, signal }, wait);
  }
}
