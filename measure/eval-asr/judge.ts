import { Readable } from 'node:stream';
import type { Speaker } from '#contracts';
import { decodePcm } from '#recordings';
import {
  type ChannelAudio,
  engineId,
  type SpeechDetectorChoice,
  type TranscriptionEngine,
  type TranscriptionOutcome,
} from '#transcripts';
import { countErrors, type Errors } from './errors.rules.js';
import { unitsOf } from './normalise.rules.js';
import type { Example, NotJudged } from './read-folder.js';

export interface Judged {
  engine: string;
  example: Example;
  errors: Errors;
  unreliable: readonly string[];
  /** Milliseconds that the engine took. */
  workMs: number;
}

export interface Tools {
  detector: SpeechDetectorChoice | undefined;
  hotwords: readonly string[];
  allowUnsandboxed: boolean;
  onEgress(host: string): Promise<void>;
}

/** Gives a recording to an engine as the product would, channel by channel. @param speakers of the channels that are to be heard; of all where none is given */
export function hearRecording(
  engine: TranscriptionEngine,
  { sound, bytes, language }: Pick<Example, 'sound' | 'bytes' | 'language'>,
  tools: Tools,
  speakers: readonly Speaker[] = [],
): Promise<TranscriptionOutcome> {
  return engine.transcribe({
    ...{ language, durationMs: sound.durationMs, recordedSampleRate: sound.sampleRate, hotwords: tools.hotwords },
    ...(tools.detector && { detector: tools.detector }),
    channels: channelsOf({ sound, bytes }, tools, rateFor(engine, sound.sampleRate), speakers),
    onEgress: (host) => tools.onEgress(host),
  });
}

/** The channels of a recording, each to be opened as samples at this rate where none is asked for. */
export function channelsOf(
  { sound, bytes }: Pick<Example, 'sound' | 'bytes'>,
  tools: Pick<Tools, 'allowUnsandboxed'>,
  rate: number,
  speakers: readonly Speaker[] = [],
): ChannelAudio[] {
  const format = { bytes: () => Readable.from([bytes]), format: sound, durationMs: sound.durationMs };
  return Array.from({ length: speakers.length || sound.channels }, (_, channel) => ({
    channel,
    speaker: speakers[channel] ?? 'unknown',
    open: (sampleRate = rate) => decodePcm({ ...format, bytes: format.bytes() }, { channel, sampleRate }, tools).output,
  }));
}

/** Compares what an engine heard in a recording with what was said. */
export async function judge(engine: TranscriptionEngine, example: Example, tools: Tools): Promise<Judged | NotJudged> {
  const { language, reference, name } = example;
  const started = performance.now();
  const outcome = await hearRecording(engine, example, tools);
  if (!outcome.ok)
    return { name, why: `${engineId(engine.capabilities)}: ${outcome.failure.code} (${outcome.failure.detail})` };
  const heard = outcome.transcript.turns.flatMap(({ text }) => unitsOf(text, language));
  return {
    ...{ engine: engineId(engine.capabilities), example, errors: countErrors(reference, heard) },
    unreliable: outcome.transcript.unreliable,
    workMs: performance.now() - started,
  };
}

/** As the product chooses: the highest of the engine's rates that the recording holds, or its lowest. */
function rateFor({ capabilities: { sampleRates } }: TranscriptionEngine, recorded: number): number {
  const held = sampleRates.filter((rate) => rate <= recorded);
  return held.length > 0 ? Math.max(...held) : Math.min(...sampleRates);
}
