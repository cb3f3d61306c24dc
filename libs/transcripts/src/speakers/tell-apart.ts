import { setImmediate as nextTurn } from 'node:timers/promises';
import type { SpeakerRole, Transcript, Turn, VoicesTold } from '#contracts';
import { SpeechMeter, wholeFrames } from '#recordings';
import type { ChannelAudio } from '../engines/index.js';
import { breathsOf } from './breaths.rules.js';
import { splitVoices } from './split-voices.rules.js';
import { hearVoices, MOST_TOLD_APART_MS, VOICE_RATE, type VoiceEncoder } from './voice-encoder.js';
import { areTwo } from './voices.rules.js';
import { inRoles, whoIsAgent, type Circumstances } from './who-is-agent.rules.js';

/** Words with what is known of their speakers. */
export interface ToldApart {
  transcript: Transcript;
  /** Who the two are, in the order in which they first speak; null where it is not sure. Absent where they are not told apart. */
  roles?: (SpeakerRole | null)[];
}

export interface VoiceTools extends Circumstances {
  encoder: VoiceEncoder | undefined;
  signal?: AbortSignal | undefined;
}

/** Of a hundred words, so many may have guessed times. */
const MOST_GUESSED = 10;

/**
 * Tells two people on one channel apart by their voices, and calls one of them the agent where their words are sure of it. Where they cannot be
 * told apart the words stay as they are, and the transcript says why.
 */
export async function tellApart(
  transcript: Transcript,
  audio: ChannelAudio,
  { encoder, signal, ...circumstances }: VoiceTools,
): Promise<ToldApart> {
  const { turns, durationMs, language } = transcript;
  const untold = (voices: VoicesTold): ToldApart => ({ transcript: { ...transcript, voices } });
  if (!encoder) return untold('not_installed');
  if (durationMs > MOST_TOLD_APART_MS) return untold('too_long');
  if (!areTimed(turns)) return untold('too_few_times');
  const breaths = breathsOf(turns, await speechIn(audio));
  if (breaths.length < 2) return untold('alike');
  const voices = await hearVoices(encoder, breaths, { pcm: audio.open(VOICE_RATE), durationMs, signal });
  signal?.throwIfAborted();
  if (!voices) return untold('failed');
  if (!areTwo(voices, breaths)) return untold('alike');
  // Each step takes some ten milliseconds for two hours of words, and other work waits meanwhile.
  await nextTurn();
  const split = splitVoices(turns, breaths, voices.who);
  await nextTurn();
  const roles = whoIsAgent(split, language, circumstances);
  return { transcript: { ...transcript, voices: 'told_apart', turns: inRoles(split, roles) }, roles };
}

function areTimed(turns: readonly Turn[]): boolean {
  const words = turns.flatMap((turn) => turn.words);
  const guessed = words.filter(({ estimated }) => estimated).length;
  return turns.every((turn) => turn.words.length > 0) && guessed * 100 <= words.length * MOST_GUESSED;
}

async function speechIn(audio: ChannelAudio): Promise<number[]> {
  const meter = new SpeechMeter(1, VOICE_RATE);
  for await (const samples of wholeFrames(audio.open(VOICE_RATE), 1)) meter.add(samples);
  return meter.finish().channels[0] ?? [];
}
