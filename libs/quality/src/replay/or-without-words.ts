import { KeyDestroyed, KeyDoubted, KeyMissing, SealedObjectDamaged } from '#platform';
import { WithoutTranscript } from '../scoring/score-leg.service.js';

const GONE = [WithoutTranscript, KeyDestroyed, KeyDoubted, KeyMissing, SealedObjectDamaged];

/** @returns null where there are no words, or they were damaged: a pass over past calls leaves such a leg out, and goes on */
export async function orWithoutWords<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (GONE.some((kind) => error instanceof kind)) return null;
    throw error;
  }
}
