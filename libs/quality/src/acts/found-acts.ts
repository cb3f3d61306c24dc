import { z } from 'zod';
import { type Act } from './acts.js';

/** What found acts were found by: the code, and the SHA-256 of its weights. */
export const actsNameSchema = z.object({ engine: z.string(), hash: z.string() });
export type ActsName = z.infer<typeof actsNameSchema>;

/** A sentence of a call with what it does. */
export interface ActedSentence {
  readonly turn: number;
  /** UTF-16 offsets into the turn's text; `toChar` is exclusive. */
  readonly fromChar: number;
  readonly toChar: number;
  /** Posteriors in sixteenths, by act; what is unlikely is left out. */
  readonly acts: Readonly<Partial<Record<Act, number>>>;
  /** Of acts that may accuse: the sentence of the corpus that is most like it. */
  readonly like?: Readonly<Partial<Record<Act, string>>>;
  /** What a language model says that it does, where one was asked. */
  readonly told?: readonly Act[];
}

/** The acts of a version of a call's words: kept sealed beside them, so that scoring looks them up and finds none. */
export interface FoundActs extends ActsName {
  readonly sentences: readonly ActedSentence[];
  /** The language model that was asked, and whether in the layer's place: then sentences have no acts but those that it told. */
  readonly model?: { readonly name: string; readonly isAlone: boolean };
}

/** Raised when the same weights may find other acts in the same words. */
export const ACTS_ENGINE = 'shouwen.acts/1';
