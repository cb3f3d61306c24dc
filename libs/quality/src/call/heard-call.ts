import { z } from 'zod';
import { type Bilingual, type CompanyProfile, type Transcript, type Turn } from '#contracts';
import { type PhraseMatch } from '../matching/phrase-matcher.rules.js';
import { type Introductions } from '../matching/introduction-words.rules.js';
import { type Symbols } from '../matching/symbols.rules.js';
import { ZONES } from './zones.rules.js';

/** A moment of the call: where a speaker first says one of these. */
const placeSchema = z.strictObject({
  lookFor: z.array(z.string()).min(1),
  speaker: z.enum(['agent', 'customer', 'anyone']).default('anyone'),
});
export type Place = z.infer<typeof placeSchema>;

/** What is looked for, from whom and where. Part of a checklist's data. */
export const querySchema = z.strictObject({
  lookFor: z.array(z.string()).min(1),
  speaker: z.enum(['agent', 'customer', 'anyone']).default('agent'),
  zone: z.enum(ZONES).default('anywhere'),
  /** Only at the very start of a turn: "right, …" answers, "all right" in the middle does not. */
  atStart: z.boolean().default(false),
  /** Matches that lie inside one of these are something else: "this is Green Bank" is no person's name. */
  notWithin: z.array(z.string()).default([]),
  /** Only in the first, or the last, so many of the looked-at turns. */
  firstTurns: z.number().int().positive().optional(),
  lastTurns: z.number().int().positive().optional(),
  /** Only in turns that begin within so many seconds from the first word. */
  firstSeconds: z.number().int().positive().max(3600).optional(),
  /** Only once one of these was said, e.g. the customer's complaint; without it nothing matches. */
  after: placeSchema.optional(),
  /** Only until one of these is first said, e.g. a disclosure; without it everything counts. */
  before: placeSchema.optional(),
  /** Where the place makes it so likely that a sentence said by heart is recognised by what is left of it; only when nothing else is found. */
  loosely: z.enum(ZONES).optional(),
  /** `reject`: not with a negation just before it; `require`: only with one. Entries may reject negation themselves. */
  negation: z.enum(['any', 'reject', 'require']).optional(),
});
export type Query = z.infer<typeof querySchema>;

export interface Heard extends PhraseMatch {
  readonly turn: number;
}

/** A call as what listens to it needs it; `CallView` is one. What is worked out of a call rests on this, not on how a view is made. */
export interface HeardCall {
  readonly turns: readonly Turn[];
  readonly transcript: Transcript;
  readonly transcriptVersion: number;
  /** False for written dialogues and other transcripts whose turns carry no real times. */
  readonly timed: boolean;
  /** The words that ask for data, of the call's language; null where the lexicon has none. */
  readonly dataWords: RegExp | null;
  /** What a recogniser leaves of a salutation. */
  readonly salutationRemnants: readonly Symbols[];
  /** How people say who they are, of the call's language; null where the lexicon does not tell. */
  readonly introductions: Introductions | null;
  /** The company profile names the company in the call's language. */
  readonly companyKnown: boolean;
  /** What the company calls itself and its departments, and which facts it takes for proof of who calls. */
  readonly profile: Pick<CompanyProfile, 'identity' | 'names' | 'departments'>;
  once<T>(key: string, make: () => T): T;
  symbolsOf(turn: number): Symbols;
  turnsOf(query: Pick<Query, 'speaker' | 'zone'> & Partial<Query>): readonly number[];
  hear(query: Query): Heard[];
  titles(entries: readonly string[]): Bilingual;
}
