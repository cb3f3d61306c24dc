import { nextChainHash, type ChainedEntry } from '../chain.rules.js';

/** A row whose hash does not follow from the row before it. */
export interface Disputed {
  position: bigint;
  /** The chain hash that is at the position before. */
  previous: string;
  chainHash: string;
  entry: ChainedEntry;
}

/** More than this are not tried against each other: the work grows with the third power. */
const MOST = 24;

/**
 * Finds out where each disputed entry was sealed, by trying it at every disputed position after every hash that is there: a hash that
 * comes out right cannot be chance.
 * @returns by position of the row, the position that its entry was sealed at; nothing for an entry that fits nowhere: it was edited
 */
export function placesOf(disputed: readonly Disputed[]): Map<bigint, bigint> {
  const some = disputed.slice(0, MOST);
  const hashes = new Set(some.flatMap(({ previous, chainHash }) => [previous, chainHash]));
  // Where rows were taken out and the rest moved up, an entry was sealed one place beyond the last of them.
  const positions = [...new Set(some.flatMap(({ position }) => [position, position + 1n]))];
  const places = new Map<bigint, bigint>();
  for (const { position: at, entry } of some) {
    const place = positions.find((position) =>
      [...hashes].some((previous) => hashes.has(nextChainHash(previous, position, entry))),
    );
    if (place !== undefined) places.set(at, place);
  }
  return places;
}
