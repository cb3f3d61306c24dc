import type { EngineFailure } from '../engine-failure.js';
import type { ChannelAudio, SpeechDetectorChoice, SpeechSpan } from '../transcription-engine.js';
import { SpeechSpans } from './speech-spans.rules.js';
import type { WarmWhisper } from './warm-whisper.js';
import type { WhisperChild, WhisperChildOptions } from './whisper-child.js';

const SAMPLE_RATE = 16_000;
/** Half a minute of samples at once. */
const PIECE_BYTES = 30 * SAMPLE_RATE * 2;
const ANSWER_MS = 120_000;
let streams = 0;

/** Silero's detector as faster-whisper's package carries it, in the child that stays warm: no model of its own to install. */
export class WhisperDetector implements SpeechDetectorChoice {
  readonly name = 'silero-vad';

  constructor(
    private readonly child: WhisperChildOptions,
    private readonly warm: WarmWhisper,
  ) {}

  find(audio: ChannelAudio, _durationMs: number, signal?: AbortSignal): Promise<SpeechSpan[] | EngineFailure> {
    return this.warm.use(this.child, (child) => findSpeech(child, audio, signal));
  }
}

async function findSpeech(
  child: WhisperChild,
  audio: ChannelAudio,
  signal: AbortSignal | undefined,
): Promise<SpeechSpan[] | EngineFailure> {
  const found = new SpeechSpans();
  const stream = `${process.pid}.${streams++}`;
  const pcm = audio.open(SAMPLE_RATE);
  try {
    for await (const { bytes, end } of pieces(pcm)) {
      const reply = await child.put({ do: 'speech', stream, end }, bytes, ANSWER_MS, signal);
      if ('failure' in reply) return reply.failure;
      const { speech } = reply.answer;
      if (!isLikelihoods(speech))
        return { fault: 'vendor', code: 'engine_rubbish', detail: 'speech detection gave no likelihoods' };
      found.add(speech);
    }
    return found.end();
  } finally {
    pcm.destroy();
  }
}

async function* pieces(pcm: AsyncIterable<Buffer>): AsyncGenerator<{ bytes: Buffer; end: boolean }> {
  let waiting: Buffer[] = [];
  let length = 0;
  for await (const piece of pcm) {
    waiting.push(piece);
    length += piece.length;
    if (length < PIECE_BYTES) continue;
    const all = Buffer.concat(waiting);
    const whole = all.length - (all.length % 2);
    yield { bytes: all.subarray(0, whole), end: false };
    waiting = [all.subarray(whole)];
    length = all.length - whole;
  }
  yield { bytes: Buffer.concat(waiting).subarray(0, length - (length % 2)), end: true };
}

function isLikelihoods(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'number' && one >= 0 && one <= 100);
}
