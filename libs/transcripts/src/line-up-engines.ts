import { type CompanyProfile, type Language } from '#contracts';
import { type Env } from '#platform';
import {
  createDetector,
  createEngines,
  engineId,
  type ExpectedPerson,
  hotwordsOf,
  planEngines,
  type SpeechDetectorChoice,
  type TranscriptionEngine,
  type WarmWhisper,
} from './engines/index.js';
import { findVoiceEncoder, type VoiceEncoder } from './speakers/index.js';
import { transcriptsRefusals } from './refusals.js';

export interface PlannedEngine {
  engine: TranscriptionEngine;
  /** Hz at which it wants samples; null when it takes no audio. */
  sampleRate: number | null;
}

/** What one recording is to be given to. */
export interface LineUp {
  /** In the order in which they are to be tried; never empty. */
  engines: PlannedEngine[];
  /** Preferred engines that cannot be used now, and why. */
  passedOver: { engine: string; reason: string }[];
  detector: SpeechDetectorChoice | undefined;
  hotwords: string[];
  /** The same for stretches that are in the other language. */
  otherHotwords: string[];
  /** What tells two people on one channel apart. */
  voices: VoiceEncoder | undefined;
}

/** A recording that wants words, and what the engines are told of the company and of who is on the call. */
export interface WantsWords {
  language: Language;
  recordedSampleRate: number;
  hasProvidedWords: boolean;
  profile(): Promise<CompanyProfile>;
  /** Who may be named in it, where that is known. */
  people?(): Promise<ExpectedPerson[]>;
}

/**
 * The engines of this installation as they are now, lined up for a recording.
 *
 * @throws DomainError whose code is an attention reason, when there is no engine for it
 */
export async function lineUpEngines(env: Env, warm: WarmWhisper, wanted: WantsWords): Promise<LineUp> {
  const { language, recordedSampleRate, hasProvidedWords } = wanted;
  const engines = await createEngines(env, warm);
  const states = await Promise.all(
    engines.map(async (engine) => ({ capabilities: engine.capabilities, unavailable: await engine.unavailable() })),
  );
  const order = env.engines.order[language];
  const plan = planEngines({ language, recordedSampleRate, hasProvidedWords, order, engines: states });
  if (plan.candidates === null) throw transcriptsRefusals[plan.reason]();
  const profile = hasProvidedWords ? null : await wanted.profile();
  const people = hasProvidedWords ? undefined : await wanted.people?.();
  return {
    engines: plan.candidates.map(({ index, sampleRate }) => ({
      engine: engines[index] as TranscriptionEngine,
      sampleRate,
    })),
    passedOver: plan.passedOver,
    detector: hasProvidedWords ? undefined : await createDetector(env, warm),
    hotwords: profile ? hotwordsOf(profile, language, people) : [],
    otherHotwords: profile ? hotwordsOf(profile, language === 'zh' ? 'en' : 'zh', people) : [],
    voices: await findVoiceEncoder(env),
  };
}

export const nameOf = ({ capabilities }: TranscriptionEngine): string => engineId(capabilities);
