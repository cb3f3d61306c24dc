import { Readable } from 'node:stream';
import {
  type Language,
  type ScoringFacts,
  type SoundChecks,
  type Speaker,
  type Transcript,
  type VoicesTold,
} from '#contracts';
import { type Env } from '#platform';
import { decodePcm, judgeDecoded, measurePcm, type PcmMeasure } from '#recordings';
import { nameOf, speakersOf, whoSpeaks, type LineUp } from '#transcripts';
import { channelsOf, hearRecording } from '../../measure/eval-asr/judge.js';
import { InputError } from './input-error.js';
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
  recording: FoundRecording,
  language: Language,
  plan: LineUp,
  options: HearOptions,
): Promise<Transcript> {
  const { bytes, sound } = recording;
  const { agent, checks, allowUnsandboxed, say } = options;
  const same = checks.findings.some(({ finding }) => finding === 'same_channels');
  const speakers = speakersOf({ channels: same ? 1 : sound.channels, agentChannel: agent ?? null });
  const { detector, hotwords } = plan;
  let said = '';
  for (const { engine } of plan.engines) {
    const onEgress = (host: string) => Promise.resolve(say(`its sound is sent to ${host}`));
    const tools = { detector, hotwords, allowUnsandboxed, onEgress };
    const outcome = await hearRecording(engine, { bytes, language, sound }, tools, speakers);
    if (outcome.ok) return withSpeakers(outcome.transcript, recording, { ...options, plan, speakers });
    const { code, detail } = outcome.failure;
    said = `${nameOf(engine)}: ${code} (${detail})`;
    say(said);
  }
  throw new InputError(`no engine gave words; the last one said: ${said}`);
}

interface Known extends HearOptions {
  plan: LineUp;
  speakers: readonly Speaker[];
}

/** Who speaks, as the product tells it, and what is to be said about that. */
async function withSpeakers(
  transcript: Transcript,
  { bytes, sound }: FoundRecording,
  { plan, speakers, agent, checks, direction, allowUnsandboxed, say }: Known,
): Promise<Transcript> {
  const { voices: encoder, hotwords: names } = plan;
  const heard = channelsOf({ sound, bytes }, { allowUnsandboxed }, sound.sampleRate, speakers);
  const known = { agentChannel: agent ?? null, soundChecks: checks, speakers: null };
  const told = await whoSpeaks({ transcript }, known, { encoder, names, direction, heard });
  const remark = remarkOn(told.transcript, told.roles);
  if (remark) say(remark);
  return told.transcript;
}

const OPEN = 'what depends on the speaker is left open';
const UNTOLD: Readonly<Record<Exclude<VoicesTold, 'told_apart'>, string>> = {
  alike: `one channel, and no two voices that can be told apart: ${OPEN}`,
  too_few_times: `one channel, and its engine gives too few times of words to tell voices apart: ${OPEN}`,
  too_long: `one channel, and longer than two hours, so that voices are not told apart: ${OPEN}`,
  not_installed: `one channel, and what tells voices apart is not installed (npm run models -- set-up): ${OPEN}`,
  failed: `one channel, and telling its voices apart failed: ${OPEN}`,
};

/** What is to be said about who speaks; undefined where each has a channel, and nothing speaks against it. */
export function remarkOn(
  { voices, doubted }: Pick<Transcript, 'voices' | 'doubted'>,
  roles: readonly unknown[] = [],
): string | undefined {
  if (doubted) return `what agents say is heard on the other channel than --agent ${doubted}: swapped? ${OPEN}`;
  if (voices === undefined) return undefined;
  if (voices !== 'told_apart') return UNTOLD[voices];
  return roles.includes(null)
    ? `one channel with two voices, and it is not sure which is the agent: ${OPEN}`
    : 'one channel with two voices; their words tell which is the agent';
}

export interface HearOptions {
  /** The agent's channel, where there are two. */
  agent: 'left' | 'right' | undefined;
  checks: SoundChecks;
  direction: ScoringFacts['direction'];
  allowUnsandboxed: boolean;
  say(line: string): void;
}
