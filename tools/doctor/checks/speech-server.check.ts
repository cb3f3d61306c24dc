import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { type Env } from '#platform';
import { decodePcm, soundOf } from '#recordings';
import { hostOf, OpenaiEngine, type TranscriptionOutcome } from '#transcripts';
import { checkout } from '../../models/checkout.js';
import { words, type Check, type Finding } from '../finding.js';

const RATE = 16_000;
/** A sentence of a sample call of ours, spoken by a machine: no customer’s. */
const SENTENCE_MS = 9_000;
/** A doctor does not wait for a server as long as a call does. */
const PATIENCE_MS = 30_000;
const check = 'speech-server';

/** Whether the server that sound may be sent to gives words, and what it cannot do: it is asked about a sentence of ours. */
export const speechServerCheck: Check = {
  name: check,
  look: async (env) => {
    const { openai, order, egressHosts } = env.engines;
    const isNamed = [...order.zh, ...order.en].some((engine) => engine.split('/')[0] === 'openai');
    if (!openai || !isNamed) return [];
    const engine = new OpenaiEngine({ server: { ...openai, timeoutMs: PATIENCE_MS }, egressHosts });
    // What is in its way is said among the engines.
    if (await engine.unavailable()) return [];
    const language = openai.languages.includes('en') ? 'en' : 'zh';
    const outcome = await engine.transcribe({
      ...{ language, durationMs: SENTENCE_MS, recordedSampleRate: 8_000 },
      channels: [{ channel: 0, speaker: 'agent', open: sentence(language, env) }],
    });
    return [findingOf(outcome, hostOf(openai.url), openai.model)];
  },
};

function sentence(language: 'zh' | 'en', { allowUnsandboxed }: Pick<Env, 'allowUnsandboxed'>): () => Readable {
  return () =>
    Readable.from(beginningOf(join(checkout(), `tools/samples/sound/${language}-model.opus`), allowUnsandboxed));
}

async function* beginningOf(file: string, allowUnsandboxed: boolean | undefined): AsyncGenerator<Buffer> {
  const bytes = await readFile(file);
  const sound = soundOf(bytes);
  const tools = allowUnsandboxed === undefined ? {} : { allowUnsandboxed };
  const given = { bytes: Readable.from([bytes]), format: sound, durationMs: sound.durationMs };
  const pcm = await buffer(decodePcm(given, { channel: 0, sampleRate: RATE }, tools).output);
  yield pcm.subarray(0, (SENTENCE_MS * RATE * 2) / 1000);
}

function findingOf(outcome: TranscriptionOutcome, host: string, model: string): Finding {
  if (!outcome.ok) {
    const { failure } = outcome;
    const said = 'said' in failure && failure.said !== undefined ? failure.said : failure.detail;
    return {
      check,
      level: 'warning',
      what: words(
        `语音服务器 ${host}（模型 ${model}）没有转写试听的一句话：${said}`,
        `The speech server ${host} (model ${model}) gave no words for a sentence that it was asked to hear: ${said}`,
      ),
      why: words(
        '交给它的通话会等在“需要处理”，或改用下一个引擎。',
        'Calls that go to it wait at “needs attention”, or go to the next engine.',
      ),
      todo: words(
        '核对 SHOUWEN_OPENAI_URL、SHOUWEN_OPENAI_MODEL 和密钥；见 docs/how-to/use-a-speech-server.zh.md。',
        'Check SHOUWEN_OPENAI_URL, SHOUWEN_OPENAI_MODEL and the key; see docs/how-to/use-a-speech-server.md.',
      ),
    };
  }
  const heard = outcome.transcript.turns.flatMap((turn) => turn.words);
  if (heard.length === 0)
    return {
      check,
      level: 'warning',
      what: words(
        `语音服务器 ${host} 响应正常，但试听的一句话没有识别出文字。`,
        `The speech server ${host} answers, and heard no word of a sentence.`,
      ),
      todo: words('请核对模型是否支持这种语言。', 'Check that the model knows the language.'),
    };
  if (heard.some(({ estimated }) => estimated))
    return {
      check,
      level: 'warning',
      what: words(
        `语音服务器 ${host} 能转写，但不给每个字的时间。`,
        `The speech server ${host} gives words, and no time for each of them.`,
      ),
      why: words(
        '话轮位置仍然正确；静音的录音范围会更宽，靠字的时间才能判断的打断不作判断。',
        'Turns are still placed where they were spoken. More sound is silenced around what must not be heard, and interruptions that only word times could prove are not judged.',
      ),
      todo: words(
        '如服务器支持，请开启逐字时间（word timestamps）。',
        'Turn word timestamps on where the server has them.',
      ),
    };
  return {
    check,
    level: 'ok',
    what: words(
      `语音服务器 ${host}（模型 ${model}）能转写，并给出每个字的时间。`,
      `The speech server ${host} (model ${model}) gives words, each with its time.`,
    ),
  };
}
