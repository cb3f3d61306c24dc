import { type Language, type SensitiveKind } from '#contracts';
import { type Random } from './spoken-numbers.rules.js';

/** One turn to be said; what is in `{}` is sensitive. */
export type Line = [speaker: 'agent' | 'customer', text: string];

export interface Scene {
  about: string;
  /** `null`: nothing in it is sensitive. */
  kind: SensitiveKind | null;
  language: Language;
  lines(random: Random): Line[];
}
