import { type CompanyProfile, type Language, type LiveUtterance } from '#contracts';
import { type HeardSound } from '../media/ear.js';

/** A call that is to be heard. */
export interface CallToHear {
  readonly session: string;
  /** Of the agent's stream. */
  readonly agentLabel: string;
  /** Of streams on which a customer is known to speak. */
  readonly customerLabels: readonly string[];
  /** In which it usually is; the other is told by the sound. */
  readonly language: Language;
}

/** What the process that hears words is told. */
export type ToLiveWords =
  | { readonly profile: CompanyProfile }
  /** These and no others. */
  | { readonly hear: readonly CallToHear[] }
  | { readonly heard: HeardSound };

/** What it answers. Nothing else of a call leaves it. */
export type FromLiveWords =
  /** How many calls at once it hears, and what was measured of it: of one call, of two, and so on, p95 in ms; null: nothing was heard. */
  | { readonly room: number; readonly lateMs?: readonly (number | null)[] }
  /** A session that it cannot hear any more. */
  | { readonly lost: string }
  | { readonly session: string; readonly said: LiveUtterance };
