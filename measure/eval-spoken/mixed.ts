import { type Language } from '#contracts';
import { type Env } from '#platform';
import { NEUTRAL_PROFILE } from '#quality';
import { soundOf } from '#recordings';
import { lineUpEngines, nameOf, WarmWhisper, whoSpeaks } from '#transcripts';
import { channelsOf, hearRecording } from '../eval-asr/judge.js';
import { type FoundRecording, namesIn, readRecording } from '../../tools/score/recordings.js';
import { mixDown } from './mix-down.js';
import { measureVoices, type VoicesMeasure } from './voices.rules.js';

export interface MixedOptions {
  env: Env;
  agent: 'left' | 'right';
  /** Of recordings that have no file that says so. */
  languageOf(id: string): 'zh' | 'en' | undefined;
  tell(line: string): void;
}

/** Mixes two-channel recordings to one, hears them so, and tells how far the two people on it are told apart. @returns lines of a report */
export async function measureMixed(folder: string, { env, agent, languageOf, tell }: MixedOptions): Promise<string[]> {
  const warm = new WarmWhisper();
  const all: (VoicesMeasure & { language: string })[] = [];
  try {
    for (const name of await namesIn(folder)) {
      const recording = await readRecording(folder, name, languageOf(name.replace(/\.[^.]*$/, '')));
      const { language, sound } = recording;
      if (language === null) {
        tell(`${name}: its language is not known: give --language, or a file NAME.lang`);
        continue;
      }
      if (sound.channels !== 2) {
        tell(`${name}: has one channel, and nothing to compare with`);
        continue;
      }
      const measure = await measureOne({ ...recording, language }, { env, warm, agent });
      all.push({ ...measure, language });
      const { words, apart, toldApart, right, wrong } = measure;
      const who = right + wrong === 0 ? 'who is the agent left open' : `the agent ${right > wrong ? 'right' : 'WRONG'}`;
      tell(`${name}: ${toldApart ? `${share(apart, words)} of 100 words, ${who}` : 'not told apart'} (${words} words)`);
    }
  } finally {
    warm.close();
  }
  return (['zh', 'en', 'all'] as const).flatMap((language) => {
    const some = all.filter((one) => language === 'all' || one.language === language);
    return some.length === 0 ? [] : [`${language}: ${reportOf(some)}`];
  });
}

async function measureOne(
  { bytes, sound, language }: FoundRecording & { language: Language },
  { env, warm, agent }: { env: Env; warm: WarmWhisper; agent: 'left' | 'right' },
): Promise<VoicesMeasure> {
  const { apart, mixed } = await mixDown(bytes, sound, env.allowUnsandboxed);
  const format = soundOf(mixed);
  const wanted = { language, recordedSampleRate: sound.sampleRate, hasProvidedWords: false };
  const plan = await lineUpEngines(env, warm, { ...wanted, profile: () => Promise.resolve(NEUTRAL_PROFILE) });
  const [first] = plan.engines;
  const tools = {
    ...{ detector: plan.detector, hotwords: plan.hotwords, allowUnsandboxed: env.allowUnsandboxed },
    onEgress: () => Promise.resolve(),
  };
  const heard = await hearRecording(first!.engine, { bytes: mixed, language, sound: format }, tools);
  if (!heard.ok) throw new Error(`${nameOf(first!.engine)}: ${heard.failure.code} (${heard.failure.detail})`);
  const audio = channelsOf({ bytes: mixed, sound: format }, env, format.sampleRate);
  const known = { agentChannel: null, soundChecks: null, speakers: null };
  const { voices: encoder, hotwords: names } = plan;
  const told = await whoSpeaks({ transcript: heard.transcript }, known, {
    ...{ encoder, names, direction: 'inbound', heard: audio },
  });
  if (told.transcript.voices === 'not_installed')
    throw new Error('what tells voices apart is not installed: npm run models -- set-up');
  return measureVoices(told.transcript.turns, apart, agent === 'left' ? 0 : 1);
}

function reportOf(all: readonly VoicesMeasure[]): string {
  const add = (of: (one: VoicesMeasure) => number) => all.reduce((sum, one) => sum + of(one), 0);
  const told = all.filter(({ toldApart }) => toldApart);
  const named = told.filter(({ right, wrong }) => right + wrong > 0);
  const rightly = named.filter(({ right, wrong }) => right > wrong).length;
  const [words, apart] = [told.reduce((sum, one) => sum + one.words, 0), add((one) => one.apart)];
  return [
    `${told.length} of ${all.length} recordings told apart, in them ${share(apart, words)} of 100 words given to the right one of two (${apart} of ${words})`,
    `who is the agent: right in ${rightly}, wrong in ${named.length - rightly}, left open in ${told.length - named.length}`,
    `of all ${add((one) => one.words)} words ${share(
      add((one) => one.apart),
      add((one) => one.words),
    )} of 100 with the right one of two`,
  ].join('; ');
}

const share = (part: number, whole: number): string => (whole === 0 ? '–' : ((100 * part) / whole).toFixed(1));
