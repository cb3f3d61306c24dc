import { type Transcript } from '#contracts';
import { placeCommitments, type PlacedCommitment, type WhenSpoken } from './place-commitments.rules.js';

export interface CommitmentsQuestion {
  /** The transcript's JSON, as it is sealed. */
  words: Uint8Array;
  when: WhenSpoken;
}

export const commitmentsOfJson = ({ words, when }: CommitmentsQuestion): PlacedCommitment[] =>
  placeCommitments(JSON.parse(new TextDecoder().decode(words)) as Transcript, when);
