import { type KeyEntry } from '#platform';
import { type NamedKey } from './named-keys.js';

/** What is to be done about a key that has a tombstone. */
export type TombstoneVerdict =
  /** Nothing is left of it, and nothing is to be done. */
  | 'done'
  /** Its destruction is completed in the copy that lacks it. */
  | 'complete'
  /** Both copies say so and the database knows nothing of it: the reconciliation of restored recordings decides. */
  | 'undecided'
  /** Neither opened nor destroyed until a person has looked into it. */
  | 'doubtful';

const isBuried = (state: KeyEntry['first']): boolean => state === 'destroyed' || state === 'destroying';

/** Both copies have a tombstone, with or without remains of the key. */
export const bothCopiesDestroyed = ({ first, second }: Pick<KeyEntry, 'first' | 'second'>): boolean =>
  isBuried(first) && isBuried(second);

/**
 * A tombstone in one copy alone destroys a key that a recording or anything else needs only where the database ordered it. What no row names,
 * and was not lost with a database that a backup has replaced, is destroyed as it was meant to be.
 */
export function judgeTombstone(entry: KeyEntry, name: NamedKey | undefined, sinceBackup: boolean): TombstoneVerdict {
  const gone = entry.first === 'destroyed' && entry.second === 'destroyed';
  if (name?.needed && !name.ordered) return bothCopiesDestroyed(entry) ? 'undecided' : 'doubtful';
  if (gone) return 'done';
  if (name?.ordered || bothCopiesDestroyed(entry)) return 'complete';
  return name || sinceBackup ? 'doubtful' : 'complete';
}
