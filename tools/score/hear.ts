import { Readable } from 'node:stream';
import { type Language, type Transcript } from '#contracts';
import { type Env } from '#platform';
import { decodePcm, judgeDecoded, measurePcm, type PcmMeasure } from '#recordings';
import { type BenchPlan, nameOf, speakersOf } from '#transcripts';
import { hearRecording } from '../eval-asr/judge.js';
import { InputError } from './input.js';
import { type FoundRecording } from './recordings.js';

/** What a recording sounds like and says. */
export interface Heard {
  transcript: Transcript;
  measure: PcmMeasure;
}

const MOST_MEASURED_HZ = 16_000;

/** Takes the sound of a recording apart, as sealing does: who spoke when, and what is odd about it. @throws InputError */
export async function measureSound(
  { bytes, sound }: FoundRecording,
  { allowUnsandboxed }: Pick<Env, 'allowUnsandboxed'>,
): Promise<PcmMeasure> {
  const { channels, durationMs } = sound;
  const sampleRate = Math.min(sound.sampleRate, MOST_MEASURED_HZ);
  const source = { bytes: Readable.from([bytes]), format: sound, durationMs };
  const pcm = decodePcm(source, { channel: 'all', sampleRate }, { allowUnsandboxed });
  const measure = await measurePcm(pcm.output, { channels, sampleRate });
  const { ended } = await pcm.done;
  if (ended === 'not_started')
    throw new InputError('it cannot be decoded: ffmpeg or bubblewrap is missing (apt-get install ffmpeg bubblewrap)');
  const length = judgeDecoded(measure.durationMs, durationMs);
  if (ended !== 'exited' || length.state === 'undecodable') throw new InputError('it cannot be decoded');
  return measure;
}

/** Gives it to the engines in turn, as the worker does on its last try. @throws InputError with what the last engine said */
export async function hear(
  { bytes, sound }: FoundRecording,
  language: Language,
  plan: BenchPlan,
  { agent, allowUnsandboxed, say }: HearOptions,
): Promise<Transcript> {
  const speakers = speakersOf({ channels: sound.channels, agentChannel: agent ?? null });
  const { detector, hotwords } = plan;
  let said = '';
  for (const { engine } of plan.engines) {
    const onEgress = (host: string) => Promise.resolve(say(`its sound is sent to ${host}`));
    const tools = { detector, hotwords, allowUnsandboxed, onEgress };
    const outcome = await hearRecording(engine, { bytes, language, sound }, tools, speakers);
    if (outcome.ok) return outcome.transcript;
    const { code, detail } = outcome.failure;
    said = `${nameOf(engine)}: ${code} (${detail})`;
    say(said);
  }
  throw new InputError(`no engine gave words; the last one said: ${said}`);
}

export interface HearOptions {
  /** The agent's channel, where there are two. */
  agent: 'left' | 'right' | undefined;
  allowUnsandboxed: boolean;
  say(line: string): void;
}
