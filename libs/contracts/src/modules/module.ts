import { type EventRow } from '../events/event.js';
import { type DeclaredRoute } from '../route.js';
import { type Bilingual } from '../language.js';
import { type Permission } from '../roles.js';

/**
 * What of a module outlasts its being on (docs/decisions/0149): its routes, which answer 404 while it is off, what the journal said, permissions
 * that tokens carry, and schedules that have rows. Where its work is done is `libs/modules/NAME`.
 */
export interface ModuleWords {
  readonly name: string;
  readonly routes: Readonly<Record<string, DeclaredRoute>>;
  readonly events: Readonly<Record<string, EventRow>>;
  /** Where a reader of the journal finds its entries. */
  readonly domain: 'company' | 'quality';
  /** Its own: no screen is told that a person has them while it is off. */
  readonly permissions: readonly Permission[];
  readonly schedules: Readonly<Record<string, Bilingual>>;
}

export const defineModule = <const M extends ModuleWordsGiven>(words: M): M => words;

/** Details of events differ, so that the compiler compares the rows by their own types. */
type ModuleWordsGiven = Omit<ModuleWords, 'events'> & { readonly events: object };
