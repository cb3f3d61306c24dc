import { type Transcript } from '#contracts';
import { placePromises, type PlacedPromise, type WhenSpoken } from './place-promises.rules.js';

export interface PromisesQuestion {
  /** The transcript's JSON, as it is sealed. */
  words: Uint8Array;
  when: WhenSpoken;
}

export const promisesOfJson = ({ words, when }: PromisesQuestion): PlacedPromise[] =>
  placePromises(JSON.parse(new TextDecoder().decode(words)) as Transcript, when);
