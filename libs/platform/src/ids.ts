import { v7 } from 'uuid';

/** A new UUIDv7: unique everywhere, and in order of creation, so that indexes stay compact. */
export const newId = (): string => v7();
