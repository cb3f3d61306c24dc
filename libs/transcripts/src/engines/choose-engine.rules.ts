import type { Language } from '#contracts';
import type { EngineCapabilities, UnavailableReason } from './transcription-engine.js';

export interface EngineChoiceQuestion {
  language: Language;
  /** Hz of the recording. */
  recordedSampleRate: number;
  /** Words came with the call. */
  hasProvidedWords: boolean;
  /** What the settings name for this language, the preferred one first: `name`, or `name/model`. */
  order: readonly string[];
  engines: readonly { capabilities: EngineCapabilities; unavailable: UnavailableReason | null }[];
}

export interface EngineCandidate {
  /** Place in the question's `engines`. */
  index: number;
  /** Hz at which it wants samples; null when it takes no audio. */
  sampleRate: number | null;
}

export type EnginePlan =
  | {
      /** In the order in which they are to be tried; never empty. */
      candidates: EngineCandidate[];
      /** What was set up, knows the language, and cannot be used now. */
      passedOver: { engine: string; reason: UnavailableReason }[];
    }
  | { candidates: null; reason: 'no_engine_for_language' | 'engine_missing' };

/** An engine that was never set up is not reported as missing. */
const NEVER_SET_UP: readonly UnavailableReason[] = ['not_installed', 'no_model', 'not_configured'];

/**
 * Which engines a call is given to, one after the other until one gives words. Words that came with the call are preferred, and then they
 * alone: the sender chose the recogniser. Otherwise those that know the language and are there: first those that were trained on what the
 * recording holds, each group in the settings' order.
 */
export function planEngines({ language, hasProvidedWords, ...question }: EngineChoiceQuestion): EnginePlan {
  const { recordedSampleRate: recorded, engines, order } = question;
  const wanted = engines
    .map((engine, index) => ({ ...engine, index, rank: rankOf(engine.capabilities, order) }))
    .filter(({ capabilities }) => capabilities.input === (hasProvidedWords ? 'words' : 'audio'))
    .filter(({ capabilities, rank }) => capabilities.languages.includes(language) && (hasProvidedWords || rank >= 0));
  if (wanted.length === 0) return { candidates: null, reason: 'no_engine_for_language' };
  const there = wanted.filter(({ unavailable }) => unavailable === null);
  if (there.length === 0) return { candidates: null, reason: 'engine_missing' };
  const unsuited = ({ capabilities }: (typeof there)[number]): number =>
    capabilities.reliableFromHz <= recorded ? 0 : 1;
  return {
    candidates: there
      .sort((a, b) => unsuited(a) - unsuited(b) || a.rank - b.rank || a.index - b.index)
      .map(({ index, capabilities }) => ({ index, sampleRate: bestRate(capabilities.sampleRates, recorded) })),
    passedOver: wanted.flatMap(({ capabilities, unavailable: reason }) =>
      reason === null || NEVER_SET_UP.includes(reason) ? [] : [{ engine: engineId(capabilities), reason }],
    ),
  };
}

/** What settings and people call an engine: its name, and its model where it has several. */
export function engineId({ name, model }: Pick<EngineCapabilities, 'name' | 'model'>): string {
  return model === null ? name : `${name}/${model}`;
}

function rankOf(capabilities: EngineCapabilities, order: readonly string[]): number {
  const exact = order.indexOf(engineId(capabilities));
  return exact >= 0 ? exact : order.indexOf(capabilities.name);
}

/** The highest that the recording really holds, or the lowest that the engine takes. */
function bestRate(rates: readonly number[], recorded: number): number | null {
  if (rates.length === 0) return null;
  const held = rates.filter((rate) => rate <= recorded);
  return held.length > 0 ? Math.max(...held) : Math.min(...rates);
}
