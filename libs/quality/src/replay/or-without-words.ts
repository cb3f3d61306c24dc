import { KeyDestroyed, KeyDoubted, KeyMissing, SealedObjectDamaged } from '#platform';

const GONE = [KeyDestroyed, KeyDoubted, KeyMissing, SealedObjectDamaged];

/** @returns null where the words are no more, or were damaged: a pass over past calls leaves such a leg out, and goes on */
export async function orWithoutWords<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (GONE.some((kind) => error instanceof kind)) return null;
    throw error;
  }
}
