import type { Readable } from 'node:stream';
import { wholeFrames } from '#recordings';
import { SpeechDetector, type SpeechJudge } from './speech-detector.rules.js';
import { type Cutting, type Utterance, UtteranceCutter } from './utterances.rules.js';

/** What an engine is given at once, and what a restarted worker need not do again. */
export interface SpeechChunk {
  /** 0-based within the channel. */
  chunk: number;
  fromMs: number;
  toMs: number;
  utterances: readonly Utterance[];
}

/** Sound in a chunk: enough that loading a model weighs little, little enough that losing one does not hurt. */
export const MAX_CHUNK_MS = 30_000;

/** Chunks of one channel as they become ready; returns the milliseconds of sound that were there. */
export async function* cutChunks(
  pcm: Readable,
  sampleRate: number,
  judge: SpeechJudge = new SpeechDetector(),
  cutting?: Cutting,
): AsyncGenerator<SpeechChunk, number> {
  const cutter = new UtteranceCutter(sampleRate, judge, cutting);
  let waiting: Utterance[] = [];
  let chunk = 0;
  const group = function* (utterances: readonly Utterance[]): Generator<SpeechChunk> {
    for (const utterance of utterances) {
      if (waiting.length > 0 && lengthMs([...waiting, utterance]) > MAX_CHUNK_MS) yield close();
      waiting.push(utterance);
    }
  };
  const close = (): SpeechChunk => {
    const utterances = waiting;
    waiting = [];
    return { chunk: chunk++, fromMs: utterances[0]?.fromMs ?? 0, toMs: utterances.at(-1)?.toMs ?? 0, utterances };
  };
  for await (const samples of wholeFrames(pcm, 1)) yield* group(cutter.add(samples));
  yield* group(cutter.finish());
  if (waiting.length > 0) yield close();
  return cutter.heardMs();
}

function lengthMs(utterances: readonly Utterance[]): number {
  return utterances.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
}
