import type { Language } from '#contracts';
import type { EngineCapabilities } from './transcription-engine.js';

export interface EngineChoiceQuestion {
  language: Language;
  /** Hz of the recording. */
  recordedSampleRate: number;
  /** Words came with the call. */
  hasProvidedWords: boolean;
  /** In order of preference. */
  engines: readonly { capabilities: EngineCapabilities; available: boolean }[];
}

export type EngineChoice =
  /** The engine's name, and the rate in Hz at which it wants samples; null when it takes no audio. */
  { chosen: string; sampleRate: number | null } | { chosen: null; reason: 'no_engine_for_language' | 'engine_missing' };

/**
 * Words that came with the call are preferred: whoever sent them chose their recogniser. Otherwise the first engine that knows the
 * language, is there and was trained on what the recording holds; failing that, the first that is there.
 */
export function chooseEngine({
  language,
  recordedSampleRate,
  hasProvidedWords,
  engines,
}: EngineChoiceQuestion): EngineChoice {
  const able = engines.filter(({ capabilities }) => capabilities.languages.includes(language));
  const wanted = able.filter(({ capabilities }) => capabilities.input === (hasProvidedWords ? 'words' : 'audio'));
  if (wanted.length === 0) return { chosen: null, reason: 'no_engine_for_language' };
  const there = wanted.filter(({ available }) => available);
  const suited = there.find(({ capabilities }) => capabilities.sampleRates.some((rate) => rate <= recordedSampleRate));
  const found = (suited ?? there[0])?.capabilities;
  if (!found) return { chosen: null, reason: 'engine_missing' };
  return { chosen: found.name, sampleRate: bestRate(found.sampleRates, recordedSampleRate) };
}

/** The highest that the recording really holds, or the lowest that the engine takes. */
function bestRate(rates: readonly number[], recorded: number): number | null {
  if (rates.length === 0) return null;
  const held = rates.filter((rate) => rate <= recorded);
  return held.length > 0 ? Math.max(...held) : Math.min(...rates);
}
